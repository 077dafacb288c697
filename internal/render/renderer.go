package render

import (
	"html/template"
	"net/url"
	"sync"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// Options are the settings of rendering.
type Options struct {
	Base        *url.URL // where the site is published
	Loose       bool     // do not minify: for comparison in tests
	Preview     bool     // include what only authors see
	PDF         bool     // pages that are handouts link to their PDF files
	SocialCards bool     // pages have a picture that is shown beside a link to them
}

// origin returns the scheme and host of the site: https://example.org.
func (o Options) origin() string { return public.Origin(o.Base) }

// A styleSheet is one that is generated, and not a file in static/.
type styleSheet struct{ URL, Integrity string }

// styleSheet returns the link to a generated style sheet, the zero value for none.
func (o Options) styleSheet(f *public.File) styleSheet {
	if f == nil {
		return styleSheet{}
	}
	data, _ := f.Render()
	return styleSheet{o.Base.Path + f.Path, layout.Integrity(data, o.Preview)}
}

// A shared is what pages have in common before the lists of the site are divided.
type shared struct {
	Options
	site     *site.Site
	layouts  *layout.Layouts
	footers  map[lang.Lang]template.HTML
	feeds    map[lang.Lang]string         // addresses
	pictures map[string]*resource.Picture // for links to pages, by the pages' addresses
	composer string                       // the address of the data for handouts
	tokens   styleSheet                   // in which the tokens of the design are classes
	works    *sync.Map                    // template.HTML by workKey: a cache
}

// word returns a word of the layouts, "" if there is none, which has been reported.
func (s *shared) word(in lang.Lang, key string) string {
	w, _ := s.site.Words.Word(in, key)
	return w
}

// day writes out a day in the language of e.
func (s *shared) day(e *site.Entry, d strict.Date) string {
	return s.site.Words.Date(e.Lang, d.Year(), int(d.Month()), d.Day())
}

// A renderer renders the pages of a site once its lists are divided. It does not change.
type renderer struct {
	*shared
	headers map[headerKey]template.HTML
	filters styleSheet
	moved   map[string]string // the new addresses of places that are on another page of a list
}

// address returns where a place is that may be on another page of a divided list.
func (r *renderer) address(url string) string {
	if to, ok := r.moved[url]; ok {
		return to
	}
	return url
}

// worker returns the address of the service worker of a language. A preview has none: an
// author must not see a page of yesterday.
func (s *shared) worker(l lang.Lang) string {
	if s.Preview {
		return ""
	}
	return s.Base.Path + public.WorkerPath(l)
}
