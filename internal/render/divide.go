package render

import (
	"regexp"
	"strings"
	"sync"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/site"
)

// A page that the program lists something on must not become too heavy when the handbook
// grows (package public defines how heavy that is). paginate.Site divides it, and asks here
// which pages have to be. Most have so little on them that an estimate is enough; the
// others are rendered and weighed, but in a preview.

const (
	headerRoom = 3200 // the most that head, header and footer of a page weigh, compressed
	minRoom    = 1000 // for the lists of a page whose text is too heavy by itself
	navigating = 900  // what a divided page has more: the links between its parts, and their style
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

// room returns how many bytes the lists of a page may weigh, or true if it fits as it is.
func (s *scale) room(e *site.Entry) (bytes int, fits bool) {
	listed := e.Listed()
	if listed == 0 || listed+s.estimate(e) <= public.Budget || s.fits(e, listed) {
		return 0, true
	}
	bare, probs := s.page(e.Bare())
	if len(probs) > 0 {
		return 0, true
	}
	return max(minRoom, public.Budget-s.weigh(bare)-navigating), false
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
	whole, probs := s.page(e)
	// A problem is found again when the page is rendered for the site.
	return len(probs) > 0 || s.weigh(whole)+slack <= public.Budget
}

// estimate returns what a page weighs at most without its lists.
func (s *scale) estimate(e *site.Entry) int {
	n := headerRoom + size(e.Body)
	for _, name := range []string{siteStyle, "css/code.css"} {
		n += s.style(s.layouts.Address(name))
	}
	if e.HasFilter() {
		n += s.filterStyle()
	}
	return n
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
