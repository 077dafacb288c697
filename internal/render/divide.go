package render

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"strings"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// A page that the program lists something on must not become too heavy when the handbook
// grows (package weight says how heavy that is). site.Divide divides it, and asks here
// which pages have to be. Most have so little on them that an estimate is enough; the
// others are printed and weighed, but in a draft.

const (
	frameRoom  = 3200 // the most that head, menu and foot of a page weigh, compressed
	minRoom    = 1000 // for the lists of a page whose text is too heavy by itself
	navigation = 900  // what a divided page has more: the links between its parts, and their style
	slack      = 32   // for addresses that are not known yet, of files with a hash in their names
)

// divide finds the pages to print.
func (p *printer) divide() diag.List {
	p.indexes = map[lang.Lang]string{}
	for _, l := range p.site.Languages {
		p.indexes[l.Lang] = p.Base.Path + searchDir + string(l.Lang) + ".0000000000.js" // as long as its name will be
		if p.Draft {
			p.indexes[l.Lang] = p.Base.Path + searchDir + string(l.Lang) + ".js"
		}
	}
	if probs := p.frame(); probs.Errors() > 0 {
		return probs
	}
	p.styles = maps.Clone(p.layouts.weights)
	if style := p.filterStyle(p.site.Entries); style != nil {
		p.filters = p.styleSheet(style)
		p.styles[p.filters.URL] = sync.OnceValue(func() int {
			data, _ := style.Render()
			return public.Weight(small("css", data, p.Loose))
		})
	}
	d := p.site.Divide(p.room)
	p.entries, p.moved = d.Entries, d.Moved
	return nil
}

// weighStyles returns what weighs each style sheet, by address. Few are asked for, and each
// once.
func (l *Layouts) weighStyles(loose bool) map[string]func() int {
	weights := map[string]func() int{}
	for name, address := range l.assets {
		if path.Ext(name) == ".css" {
			weights[address] = sync.OnceValue(func() int { return public.Weight(small("css", []byte(l.texts[name]), loose)) })
		}
	}
	return weights
}

// style returns what a style sheet weighs, 0 if there is none at the address.
func (p *printer) style(address string) int {
	if weigh := p.styles[address]; weigh != nil {
		return weigh()
	}
	return 0
}

// room returns how much the lists of a page may weigh, or true if it fits as it is.
func (p *printer) room(e *site.Entry) (bytes int, fits bool) {
	listed := e.Listed()
	if listed == 0 || listed+p.estimate(e) <= public.Budget || p.fits(e, listed) {
		return 0, true
	}
	bare, probs := p.entry(e.Bare())
	if len(probs) > 0 {
		return 0, true
	}
	return max(minRoom, public.Budget-p.weigh(bare)-navigation), false
}

// fits reports whether a page fits whose estimate does not. A draft takes what lists
// usually weigh for the answer: an author saves too often for printing pages to weigh them.
func (p *printer) fits(e *site.Entry, listed int) bool {
	if p.Draft {
		return listed*2/5+p.estimate(e) <= public.Budget
	}
	if listed > 4*public.Budget { // it cannot fit
		return false
	}
	whole, probs := p.entry(e)
	return len(probs) > 0 || p.weigh(whole)+slack <= public.Budget // a problem is found again when the page is printed
}

// estimate returns what a page weighs at most without its lists.
func (p *printer) estimate(e *site.Entry) int {
	n := frameRoom + p.style(p.layouts.assets["css/site.css"]) + p.style(p.layouts.assets["css/code.css"])
	if len(e.Filter) > 0 {
		n += p.style(p.filters.URL)
	}
	return n + size(e.Body)
}

var blocking = regexp.MustCompile(`<link rel="?stylesheet"? href="?([^" >]+)[^>]*>`)

// weigh returns what a page weighs with the style sheets that a screen waits for.
func (p *printer) weigh(html []byte) int {
	n := public.Weight(small("html", html, p.Loose))
	for _, m := range blocking.FindAllSubmatch(html, -1) {
		if !strings.Contains(string(m[0]), "media=") {
			n += p.style(string(m[1]))
		}
	}
	return n
}

// small returns a file as it is when it is minified, also if this site is loose: the two
// are divided alike.
func small(format string, data []byte, loose bool) []byte {
	if !loose {
		return data
	}
	small, err := minify.Bytes(format, data)
	if err != nil {
		return data // the build that minifies reports it
	}
	return small
}

// address returns where a place is now that may be on another page of a divided list.
func (p *printer) address(url string) string {
	if to, ok := p.moved[url]; ok {
		return to
	}
	return url
}

// heavy says what on a page is how long.
func (p *printer) heavy(e *site.Entry) string {
	text, boxes := 0, 0
	for _, piece := range e.Body {
		text += len(piece.HTML)
	}
	for _, t := range e.Targets {
		if t.Embed != nil {
			boxes += size(t.Embed.Body)
		}
	}
	sources := 0
	for _, r := range e.References {
		sources += len(r.Work.Text) + 100*len(r.Places)
	}
	terms := 0
	for i, t := range targets(e) {
		if t.Kind == markdown.TermStart {
			terms += len(e.Targets[i].Text)
		}
	}
	kilobytes := func(n int) string { return fmt.Sprintf("%.1f kB", float64(n)/1000) }
	return fmt.Sprintf("text %s, boxes %s, sources %s, definitions of terms %s, lists %s",
		kilobytes(text), kilobytes(boxes), kilobytes(sources), kilobytes(terms), kilobytes(e.Listed()))
}

// targets returns the holes of a page, as its targets are numbered.
func targets(e *site.Entry) (refs []*markdown.Ref) {
	for _, piece := range e.Body {
		if piece.Ref != nil {
			refs = append(refs, piece.Ref)
		}
	}
	return refs
}
