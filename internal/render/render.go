// Package render prints a linked site as files.
//
// What a file says is a pure function of the site, the layouts and the static
// files. A page is printed when somebody asks for it: Site returns what can be
// printed, under its path.
//
// Layouts are html/template files in layouts/: one for each kind of page
// (article.html), one for each page that no author writes (chooser.html,
// links.html, missing.html, offline.html, redirect.html, translations.html, figures.html),
// and in layouts/partials/ what several of them show. What the program lists is divided
// over as many pages as it needs (divide.go). A layout sees a view (view.go). Its HTML is minified once, when it is read, as the
// bodies of pages were when they were compiled; a printed page is not minified
// again (body.go). What is the same on many pages is put in or printed once: words and
// addresses (constant.go), the top of the page (frame.go) and its foot (trust.go), works
// (citation.go).
package render

import (
	"html/template"
	"net/url"
	"slices"
	"strings"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// Options say how to print.
type Options struct {
	Base  *url.URL // where the site is published
	Loose bool     // do not minify: for comparison in tests
	Draft bool     // also what only authors see
	PDF   bool     // pages that are handouts link to their PDF files
	Share bool     // pages have a picture that is shown beside a link to them
}

// A printer prints the pages of one site with one set of layouts.
type printer struct {
	Options
	site    *site.Site
	layouts *Layouts
	origin  string                   // https://example.org
	frames  map[string]template.HTML // by language and section
	trust   map[lang.Lang]trust
	works   sync.Map              // by language and key, printed
	data    string                // the address of the data for handouts
	indexes map[lang.Lang]string  // the address of the index for search
	filters styleSheet            // and of the style sheet of filters
	designs styleSheet            // and of the one that shows the design
	shown   map[string]*picture   // beside links to pages, by the pages' addresses
	styles  map[string]func() int // what style sheets weigh, by address
	entries []*site.Entry         // the pages to print (divide.go)
	moved   map[string]string     // new addresses of places that are on another page of a list
}

// Site returns the files of a site. The problems are those of the layouts that
// all pages share.
func Site(s *site.Site, l *Layouts, o Options) ([]public.File, diag.List) {
	p := &printer{Options: o, site: s, layouts: l, origin: o.Base.Scheme + "://" + o.Base.Host}
	shared, probs := p.shared()
	if probs = append(probs, p.divide()...); probs.Errors() > 0 {
		return nil, probs
	}
	searches, more := p.searches()
	probs = append(probs, more...)
	if !o.Draft { // the names of the indexes are known only now
		probs = append(probs, p.frame()...)
	}
	if probs.Errors() > 0 {
		return nil, probs
	}
	outputs := slices.Concat(l.outputs, searches)
	for _, e := range p.entries {
		outputs = append(outputs, p.outputs(e)...)
	}
	outputs = slices.Concat(outputs, shared, icons(), p.manifests())
	if style := p.filterStyle(p.entries); style != nil {
		p.filters = p.styleSheet(style)
		outputs = append(outputs, *style)
	}
	for _, f := range s.Figures {
		outputs = append(outputs, public.File{Path: f.Out, Render: func() ([]byte, diag.List) { return f.Data, nil }, Immutable: true, Offline: true, Lang: f.Lang})
	}
	if len(s.Languages) > 0 {
		pageless := &view{Origin: p.origin, Home: s.Base, Languages: s.Homes, Tag: s.Languages[0].Tag.String()}
		set := l.sets[s.Languages[0].Lang]
		chooser := p.chooser(pageless)
		outputs = append(outputs,
			public.File{Path: "index.html", Render: func() ([]byte, diag.List) { return set.execute("chooser.html", chooser) }},
			public.File{Path: "404.html", Render: func() ([]byte, diag.List) { return set.execute("missing.html", pageless) }})
	}
	if o.Draft && len(s.Languages) > 0 {
		outputs = append(outputs, public.File{Path: TranslationsPath, Render: p.translations}, public.File{Path: FiguresPath, Render: p.sheet})
	}
	for _, t := range s.Homes {
		outputs = append(outputs, p.offline(t))
	}
	for _, r := range s.Redirects {
		outputs = append(outputs, public.File{Path: r.Out, Render: func() ([]byte, diag.List) { return p.redirect(r) }, Offline: true, Lang: r.Lang})
	}
	outputs = append(outputs, public.File{Path: "sitemap.xml", Render: p.sitemap})
	if s.Publisher != nil && s.Base == "/" {
		outputs = append(outputs, public.File{Path: SecurityPath, Render: p.security})
	}
	outputs = append(outputs, exports(s.Bibliography)...)
	return outputs, append(probs, collisions(outputs)...)
}

// shared makes the files that are not a page's own, and that pages name.
func (p *printer) shared() ([]public.File, diag.List) {
	outputs, probs := p.pictures()
	made, more := p.maker()
	probs = append(append(probs, more...), p.trusts()...)
	if made != nil {
		p.data = p.Base.Path + made.Path
		outputs = append(outputs, *made)
	}
	if style := p.designStyle(); style != nil {
		p.designs = p.styleSheet(style)
		outputs = append(outputs, *style)
	}
	return outputs, probs
}

// outputs returns a page and the files that belong to it.
func (p *printer) outputs(e *site.Entry) []public.File {
	print := func() ([]byte, diag.List) { return p.entry(e) }
	out := []public.File{{Path: e.Out, Render: print, Offline: true, Lang: e.Lang, Source: e.Path, Heavy: func() string { return p.heavy(e) }}}
	if len(e.References) > 0 {
		out = append(out, export(e))
	}
	if e.Kind == page.Changes && e == e.First() {
		out = append(out, p.feed(e))
	}
	return out
}

// collisions refuses a static file that would stand where the site has a file of
// its own, or where the compressed form of a file is looked for.
func collisions(outputs []public.File) (probs diag.List) {
	taken := map[string]bool{}
	for _, o := range outputs { // the static files come first
		folded := lang.Fold(o.Path)
		if taken[folded] {
			probs = append(probs, diag.Errorf(staticDir+o.Path, 0, "the site has a file %s of its own", o.Path).Hintf("give this file another name"))
		}
		taken[folded] = true
	}
	for _, o := range outputs {
		for _, suffix := range []string{".br", ".gz"} {
			if file, packed := strings.CutSuffix(o.Path, suffix); packed && taken[lang.Fold(file)] {
				probs = append(probs, diag.Errorf(staticDir+o.Path, 0, "a host may send this file to browsers that ask for %s", file).Hintf("give this file another name"))
			}
		}
	}
	return probs
}

// redirect prints the page at an address that a page had before.
func (p *printer) redirect(r site.Redirect) ([]byte, diag.List) {
	language, _ := p.site.Words.Language(r.Lang)
	return p.layouts.sets[r.Lang].execute("redirect.html", &view{Tag: language.Tag.String(), Title: r.Title, URL: r.URL, Address: p.origin + r.URL, Worker: p.worker(r.Lang)})
}

// entry prints one page.
func (p *printer) entry(e *site.Entry) ([]byte, diag.List) {
	body := &body{sections: e.Kind == page.Exercise || e.Kind == page.Programme}
	probs := p.body(body, e, e.Body, e.Targets, 0)
	body.endSection()
	v := p.view(e, template.HTML(body.String()))
	var more diag.List
	var err error
	v.Version = p.version(e, body)
	v.Report = p.report(e, v.Version)
	if isHandout(e.Kind) {
		if v.Handout, err = p.handout(e); err != nil {
			probs = append(probs, diag.Errorf(e.Path, 0, "%v", err))
		}
	}
	if v.LinkedData, err = p.linkedData(e); err != nil {
		probs = append(probs, diag.Errorf(e.Path, 0, "linked data: %v", err))
	}
	if v.References, more = p.references(e); len(more) > 0 {
		probs = append(probs, more...)
	}
	if e.Kind == page.Handout {
		v.Boxes, more = p.boxes()
		probs = append(probs, more...)
	}
	if e.Kind == page.References {
		v.Works, more = p.allWorks(e)
		probs = append(probs, more...)
	}
	if len(probs) > 0 {
		return nil, probs
	}
	return p.layouts.sets[e.Lang].execute(string(e.Kind)+".html", v)
}
