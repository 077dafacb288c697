// Package render renders a linked site as files.
//
// The content of a file is a pure function of the site, the layouts and the static
// files. A page is rendered when somebody asks for it: Site returns what can be
// rendered, under its path.
//
// Package layout reads the layouts: one for each kind of page (article.html), one for each
// page that no author writes (chooser.html, links.html, missing.html, offline.html,
// redirect.html, translations.html, figures.html, reviewsheet.html), and in layouts/partials/ what several of
// them contain. The data of a layout is a view. Package resource makes the files that are
// no pages.
//
// What the program lists is divided over as many pages as it needs (divide.go). What is the
// same on many pages is rendered once: headers, footers, and works. A page is not minified
// again: its layout and its body are.
//
// The files, each of which uses only those above it:
//
//	header.go        the top of the pages of a section
//	footer.go        the foot of the pages of a language
//	renderer.go      what pages have in common
//	rich.go          rich text as HTML
//	work.go          works cited, and the list of references of a page
//	citation.go      the numbers of a citation
//	term.go          links to the glossary
//	body.go          a page's body while it is rendered
//	fill.go          what fills the holes of a body, and embedded boxes
//	version.go       the version of a page, a hash
//	report.go        where a reader reports an error
//	review.go        who has reviewed a page
//	linkeddata.go    a page as schema.org describes it
//	view.go          the data of layouts
//	name.go          other names, and lists of links with a page of their own
//	handout.go       what only paper shows
//	exercise.go      and the other kinds of page, each with its detail
//	programme.go
//	factbox.go
//	figure.go
//	glossary.go
//	changes.go
//	references.go
//	composer.go
//	design.go
//	index.go
//	home.go
//	links.go
//	page.go          one page
//	pageless.go      layouts of no page
//	translations.go  the page on translations, for authors
//	reviewsheet.go   the sheets on which clinicians review pages
//	figures.go       the page with all figures, for authors
//	heavy.go         the length of each part of a page
//	divide.go        which pages are too heavy
//	collision.go     files with the same path
//	render.go        all of a site
package render

import (
	"slices"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/page"
	"rygghandboka/internal/paginate"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/site"
)

// Site returns the files of a site. The problems are those of the layouts that
// all pages share.
func Site(s *site.Site, l *layout.Layouts, o Options) ([]public.File, diag.List) {
	common, commonFiles, probs := share(s, l, o)
	in := common.input()
	divided, more := divide(common)
	if probs = append(probs, more...); probs.Errors() > 0 {
		return nil, probs
	}
	search, indexes, more := resource.Search(in, divided.Entries, l.Address("css/search.css"))
	probs = append(probs, more...)
	headers, more := renderHeaders(s, l, indexes)
	if probs = append(probs, more...); probs.Errors() > 0 {
		return nil, probs
	}
	filters := resource.FilterStyle(divided.Entries, l.Static(filterStyle))
	r := &renderer{shared: common, headers: headers, filters: o.styleSheet(filters), moved: divided.Moved}
	files := slices.Concat(
		l.Files(),
		search,
		r.pages(divided.Entries),
		r.reviewSheets(),
		commonFiles,
		resource.Icons(),
		resource.Manifests(in, l.Address("icon.svg")),
		optional(filters),
		figureFiles(s),
		common.languageFiles(),
		common.authorFiles(),
		common.offlineFiles(),
		resource.Sitemaps(in, divided.Entries),
		optional(resource.Security(in)),
		robots(in, l),
		resource.Bibliography(s.Bibliography),
	)
	return files, append(probs, collisions(files)...)
}

const filterStyle = "css/filter.css"

// share renders what pages have in common, and returns the files that they link for it.
func share(s *site.Site, l *layout.Layouts, o Options) (*shared, []public.File, diag.List) {
	common := &shared{Options: o, site: s, layouts: l, feeds: feeds(s), works: new(sync.Map)}
	var files []public.File
	var probs, more diag.List
	if o.SocialCards {
		common.pictures, files, probs = resource.SocialCards(common.input())
	}
	data, err := resource.Composer(s)
	if err != nil {
		probs = append(probs, diag.Errorf(layout.Path("handout.html"), 0, "%v", err))
	}
	if data != nil {
		common.composer = o.Base.Path + data.Path
	}
	common.footers, more = renderFooters(s, l)
	tokens := resource.TokenStyle(s, l.Static(siteStyle))
	common.tokens = o.styleSheet(tokens)
	return common, slices.Concat(files, optional(data), optional(tokens)), append(probs, more...)
}

// input returns what resources are made of.
func (s *shared) input() resource.Input {
	return resource.Input{Site: s.site, Base: s.Base, Loose: s.Loose, Preview: s.Preview}
}

// divide divides the lists of the site that are too long for a page.
func divide(common *shared) (paginate.Result, diag.List) {
	s, l := common.site, common.layouts
	headers, probs := renderHeaders(s, l, resource.IndexAddresses(common.input()))
	if probs.Errors() > 0 {
		return paginate.Result{}, probs
	}
	filters := resource.FilterStyle(s.Entries, l.Static(filterStyle))
	r := &renderer{shared: common, headers: headers, filters: common.styleSheet(filters)}
	return paginate.Site(s, newScale(r, filters).room), probs
}

// robots returns robots.txt, unless the authors have written their own.
func robots(in resource.Input, l *layout.Layouts) []public.File {
	for _, f := range l.Files() {
		if f.Path == resource.RobotsPath {
			return nil
		}
	}
	return optional(resource.Robots(in))
}

// optional returns the list of a file, or of none.
func optional(f *public.File) []public.File {
	if f == nil {
		return nil
	}
	return []public.File{*f}
}

// pages returns the pages and the files that belong to one.
func (r *renderer) pages(entries []*site.Entry) (files []public.File) {
	for _, e := range entries {
		files = append(files, public.File{
			Path:    e.Out,
			Render:  func() ([]byte, diag.List) { return r.page(e) },
			Source:  e.Path,
			Heavy:   func() public.Heavy { return heavy(e) },
			Offline: true,
			Lang:    e.Lang,
		})
		if len(e.References) > 0 {
			files = append(files, resource.Citations(e))
		}
		if e.Kind == page.ChangesKind && e == e.First() {
			files = append(files, resource.Feed(r.input(), e, r.address))
		}
	}
	return files
}

// figureFiles returns the files of drawings.
func figureFiles(s *site.Site) (files []public.File) {
	for _, f := range s.Figures {
		files = append(files, public.File{
			Path:      f.Out,
			Render:    public.Bytes(f.Data),
			Immutable: true,
			Offline:   true,
			Lang:      f.Lang,
		})
	}
	return files
}

// authorFiles returns the pages that only a preview has.
func (s *shared) authorFiles() []public.File {
	if !s.Preview || len(s.site.Languages) == 0 {
		return nil
	}
	return []public.File{
		{Path: TranslationsPath, Render: s.translations},
		{Path: FiguresPath, Render: s.figures},
	}
}

// offlineFiles returns the offline pages, and the pages at addresses that pages had before.
func (s *shared) offlineFiles() (files []public.File) {
	for _, home := range s.site.Homes {
		files = append(files, s.offline(home))
	}
	for _, r := range s.site.Redirects {
		files = append(files, s.redirect(r))
	}
	return files
}
