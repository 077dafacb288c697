package render

import (
	"html/template"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// headerView is the data of partials/header.html: the top of all pages of a section,
// with the navigation. It is rendered once for each section.
type headerView struct {
	Home    string     // the address of the language's home page
	Help    *site.Stub // the page on when to get help, nil if there is none
	Nav     []site.Card
	Section string // the address of the section that is open, "" on the home page
	Search  string // the addresses of the indexes for search, the language's own first
}

// A headerKey is a section of the site in one language, by its address.
type headerKey struct {
	lang    lang.Lang
	section string
}

// renderHeaders renders the headers of all sections. indexes are the addresses of the
// indexes for search.
func renderHeaders(
	s *site.Site, l *layout.Layouts, indexes map[lang.Lang]string,
) (headers map[headerKey]template.HTML, probs diag.List) {
	headers = map[headerKey]template.HTML{}
	for _, e := range s.Entries {
		if e.Key != "index" {
			continue
		}
		sections, menu := sectionsOf(e)
		help := helpOf(s, e.Lang)
		if help != nil {
			sections = append(sections, help.URL)
		}
		for _, section := range sections {
			v := headerView{Home: e.URL, Help: help, Nav: menu, Section: section}
			v.Search = indexesFor(s, e.Lang, indexes)
			b, more := l.Execute(e.Lang, "partials/header.html", v)
			probs = append(probs, more...)
			headers[headerKey{e.Lang, section}] = template.HTML(b)
		}
	}
	return headers, probs
}

// indexesFor returns the addresses of the indexes, that of a language first. The others are for
// words that the language does not have.
func indexesFor(s *site.Site, own lang.Lang, indexes map[lang.Lang]string) string {
	all := []string{indexes[own]}
	for _, l := range s.Languages {
		if l.Lang != own {
			all = append(all, indexes[l.Lang])
		}
	}
	return strings.Join(all, " ")
}

// sectionsOf returns the addresses of the sections below a home page, "" for itself first,
// and those that the menu shows.
func sectionsOf(home *site.Entry) (sections []string, menu []site.Card) {
	sections = []string{""}
	for _, c := range home.Index.Children {
		sections = append(sections, c.URL)
		if !c.OffMenu && !c.Foot {
			menu = append(menu, c)
		}
	}
	return sections, menu
}

// helpKey is the key of the page on when to get help, which is first in the menu.
const helpKey = "factboxes/red-flags"

func helpOf(s *site.Site, in lang.Lang) *site.Stub {
	e := find(s, in, helpKey)
	if e == nil || e.Draft {
		return nil
	}
	stub := e.Stub()
	return &stub
}

// find returns the page of a key, or nil.
func find(s *site.Site, in lang.Lang, key string) *site.Entry {
	for _, e := range s.Entries {
		if e.Lang == in && e.Key == key {
			return e
		}
	}
	return nil
}

// headerOf returns the key of a page's header. Its section is its ancestor right
// below the home page, or itself.
func headerOf(e *site.Entry) headerKey {
	if e.Key == helpKey && !e.Draft && len(e.Trail) > 0 {
		return headerKey{e.Lang, e.First().URL}
	}
	switch len(e.Trail) {
	case 0:
		return headerKey{e.Lang, ""}
	case 1:
		return headerKey{e.Lang, e.URL}
	}
	return headerKey{e.Lang, e.Trail[1].URL}
}
