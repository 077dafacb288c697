package render

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/page"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// A page that the program lists something on must not become too heavy when the handbook
// grows (package public defines how heavy that is). paginate.Site divides it, and asks here
// which pages have to be. Most have so little on them that an estimate is enough; the
// others are rendered and weighed, but in a preview.

const (
	headerRoom = 3200 // the most that head, header and footer of a page weigh, compressed
	factsRoom  = 1500 // the most that the box beside an exercise weighs
	formRoom   = 4000 // the same of the form with which handouts are composed, with its style
	navigating = 900  // what a divided page has more: the links between its parts, and their style
	doubt      = 400  // by how much the estimate of a text may be too low
	grain      = 128  // the room for lists is a multiple of it: some white space does not move an entry
	slack      = 32   // for addresses that are not known yet, of files with a hash in their names
)

// A scale weighs pages before the site is divided.
type scale struct {
	*renderer
	filterStyle func() int // the weight of the style sheet of filters
}

// newScale returns a scale for pages of r. filters is the style sheet of filters, or nil.
func newScale(r *renderer, filters *public.File) *scale {
	weigh := func() int {
		if filters == nil {
			return 0
		}
		data, _ := filters.Render()
		return layout.MinifiedWeight("css", data, r.Loose)
	}
	return &scale{renderer: r, filterStyle: sync.OnceValue(weigh)}
}

// style returns the weight of a style sheet, 0 if there is none at the address.
func (s *scale) style(address string) int {
	if address == s.filters.URL {
		return s.filterStyle()
	}
	return s.layouts.Weight(address)
}

// room returns how many bytes the lists of a page may weigh, or true if it fits as it is, or
// if the program has put nothing on it that could be elsewhere.
func (s *scale) room(e *site.Entry) (bytes int, fits bool) {
	listed, links := e.Listed(), linkBytes(e)
	added := listed + links + termBytes(e)
	switch {
	case added == 0, s.Preview && listed == 0:
		return 0, true
	case listed+links+s.estimate(e) <= public.Budget, s.fits(e, listed+links):
		return 0, true
	case listed == 0:
		return 0, false
	}
	bare, probs := s.page(e.Bare())
	if len(probs) > 0 {
		return 0, true
	}
	return (public.Budget - s.weigh(bare) - navigating) / grain * grain, false
}

// fits reports whether a page fits whose estimate does not. In a preview the answer is what
// lists usually weigh: an author saves too often for rendering pages to weigh them.
func (s *scale) fits(e *site.Entry, listed int) bool {
	if s.Preview {
		return listed*2/5+s.estimate(e) <= public.Budget
	}
	if listed > 4*public.Budget { // it cannot fit
		return false
	}
	isText := e.Detail == nil || e.Exercise() != nil
	if isText && listed+headerRoom+textWeight(e)+doubt+s.apartFromText(e) <= public.Budget {
		return true
	}
	whole, probs := s.page(e)
	// A problem is found again when the page is rendered for the site.
	return len(probs) > 0 || s.weigh(whole)+slack <= public.Budget
}

// estimate returns what a page weighs at most without its lists and the links to it.
func (s *scale) estimate(e *site.Entry) int {
	return headerRoom + textBytes(e)*11/20 + s.apartFromText(e) // prose and its markup come to less than half
}

// textBytes returns how long the text of a page is, with all that it shows beside it.
func textBytes(e *site.Entry) int {
	return size(e.Body) + boxBytes(e) + sourceBytes(e) + termBytes(e) + stepBytes(e)
}

// stepBytes returns how long what a programme shows of its exercises is.
func stepBytes(e *site.Entry) (n int) {
	p, ok := e.Detail.(*site.Programme)
	if !ok {
		return 0
	}
	for _, s := range p.Steps {
		n += len(s.Title) + len(s.URL) + len(s.Reason) + len(strings.Join(s.Start, "")) + len(strings.Join(s.How, ""))
		if x := s.Exercise; x != nil {
			n += len(x.Dosage)
			for _, c := range x.Cautions {
				n += len(c.Title)
			}
		}
	}
	return n
}

// textWeight returns what the text of a page weighs.
func textWeight(e *site.Entry) int {
	var b bytes.Buffer
	write := func(pieces []markdown.Piece) {
		for _, p := range pieces {
			b.WriteString(p.HTML)
		}
	}
	write(e.Body)
	for _, t := range e.Targets {
		b.WriteString(t.Text + t.URL)
		if t.Embed != nil {
			write(t.Embed.Body)
		}
	}
	for _, r := range e.References {
		b.WriteString(r.Work.Text + r.Work.DOI + r.Work.PMID + r.ID + strings.Join(r.Places, " "))
	}
	return public.Weight(b.Bytes()) + 24*len(e.Body) // what fills the holes, with its markup
}

// apartFromText returns what a page weighs besides its header, its text and its lists.
func (s *scale) apartFromText(e *site.Entry) (n int) {
	switch {
	case e.Exercise() != nil:
		n += factsRoom
	case e.Kind == page.HandoutKind:
		n += formRoom
	}
	names := []string{siteStyle, "css/code.css"}
	if e.Kind.Traits().Sections {
		names = append(names, "css/"+string(e.Kind)+".css")
	}
	if isListing(e) {
		names = append(names, "css/list.css")
	}
	switch e.Kind {
	case page.HomeKind:
		names = append(names, "css/home.css")
	case page.DesignKind:
		names = append(names, "css/contents.css", "css/exercise.css", "css/design.css")
	case page.PlainKind, "article", "factbox":
		names = append(names, "css/contents.css")
	}
	for _, name := range names {
		n += s.style(s.layouts.Address(name))
	}
	if e.HasFilter() {
		n += s.filterStyle()
	}
	return n
}

// linkBytes returns what the links to the pages that refer to e weigh at most.
func linkBytes(e *site.Entry) int {
	if e.FoldedBacklinks != nil {
		return 0
	}
	return e.ReferrerBytes()
}

var blocking = regexp.MustCompile(`<link rel="?stylesheet"? href="?([^" >]+)[^>]*>`)

// weigh returns the weight of a page with the style sheets that a screen waits for.
func (s *scale) weigh(html []byte) int {
	n := layout.MinifiedWeight("html", html, s.Loose)
	for _, m := range blocking.FindAllSubmatch(html, -1) {
		if !strings.Contains(string(m[0]), "media=") {
			n += s.style(string(m[1]))
		}
	}
	return n
}
