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
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// An Output is one file of the finished site. Print may be called by several
// goroutines; its problems are those of the layouts.
type Output struct {
	Path  string // slash-separated, below the output folder
	Print func() ([]byte, diag.List)

	// Immutable says that the name holds a hash of what the file says, so that it may be
	// kept for ever. Whoever makes such a name sets it: a name alone does not tell.
	Immutable bool

	Source string        // of a page: its Markdown file, or that of the page it continues
	Heavy  func() string // of a page: what in it is how long, for an author who has to shorten it

	Offline bool      // readers without a network need it
	Lang    lang.Lang // whose readers need it; "" for all
}

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
func Site(s *site.Site, l *Layouts, o Options) ([]Output, diag.List) {
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
		outputs = append(outputs, Output{Path: f.Out, Print: func() ([]byte, diag.List) { return f.Data, nil }, Immutable: true, Offline: true, Lang: f.Lang})
	}
	if len(s.Languages) > 0 {
		pageless := &view{Origin: p.origin, Home: s.Base, Languages: s.Homes, Tag: s.Languages[0].Tag.String()}
		set := l.sets[s.Languages[0].Lang]
		chooser := p.chooser(pageless)
		outputs = append(outputs,
			Output{Path: "index.html", Print: func() ([]byte, diag.List) { return set.execute("chooser.html", chooser) }},
			Output{Path: "404.html", Print: func() ([]byte, diag.List) { return set.execute("missing.html", pageless) }})
	}
	if o.Draft && len(s.Languages) > 0 {
		outputs = append(outputs, Output{Path: TranslationsPath, Print: p.translations}, Output{Path: FiguresPath, Print: p.sheet})
	}
	for _, t := range s.Homes {
		outputs = append(outputs, p.offline(t))
	}
	for _, r := range s.Redirects {
		outputs = append(outputs, Output{Path: r.Out, Print: func() ([]byte, diag.List) { return p.redirect(r) }, Offline: true, Lang: r.Lang})
	}
	outputs = append(outputs, Output{Path: "sitemap.xml", Print: p.sitemap})
	if s.Publisher != nil && s.Base == "/" {
		outputs = append(outputs, Output{Path: SecurityPath, Print: p.security})
	}
	outputs = append(outputs, exports(s.Bibliography)...)
	return outputs, append(probs, collisions(outputs)...)
}

// shared makes the files that are not a page's own, and that pages name.
func (p *printer) shared() ([]Output, diag.List) {
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
func (p *printer) outputs(e *site.Entry) []Output {
	print := func() ([]byte, diag.List) { return p.entry(e) }
	out := []Output{{Path: e.Out, Print: print, Offline: true, Lang: e.Lang, Source: e.Path, Heavy: func() string { return p.heavy(e) }}}
	if len(e.References) > 0 {
		out = append(out, export(e))
	}
	if e.Kind == page.ChangesKind && e == e.First() {
		out = append(out, p.feed(e))
	}
	return out
}

// collisions refuses a static file that would stand where the site has a file of
// its own, or where the compressed form of a file is looked for.
func collisions(outputs []Output) (probs diag.List) {
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
	body := &body{sections: e.Kind.Traits().Sections}
	probs := p.body(body, e, e.Body, e.Targets, 0)
	body.endSection()
	v := p.view(e, template.HTML(body.String()))
	var more diag.List
	var err error
	v.Version = p.version(e, body)
	v.Report = p.report(e, v.Version)
	if e.Kind.Traits().Handout {
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
	if e.Kind == page.HandoutKind {
		v.Boxes, more = p.boxes()
		probs = append(probs, more...)
	}
	v.Works, more = p.allWorks(e)
	probs = append(probs, more...)
	if len(probs) > 0 {
		return nil, probs
	}
	return p.layouts.sets[e.Lang].execute(string(e.Kind)+".html", v)
}
