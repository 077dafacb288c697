package render

import (
	"html/template"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// frameView is what partials/frame.html sees: the top of all pages of a section,
// with the navigation. It is printed once for each section.
type frameView struct {
	Home    string // the address of the language's home page
	Nav     []site.Card
	Section string // the address of the section that is open, "" on the home page
	Search  string // the address of the index for search
}

// frame prints the frames of all sections.
func (p *printer) frame() (probs diag.List) {
	p.frames = map[string]template.HTML{}
	for _, e := range p.site.Entries {
		if e.Key != "index" {
			continue
		}
		sections, menu := []string{""}, []site.Card(nil)
		for _, c := range e.Index.Children {
			sections = append(sections, c.URL)
			if !c.Unlisted {
				menu = append(menu, c)
			}
		}
		for _, section := range sections {
			b, more := p.layouts.sets[e.Lang].execute("partials/frame.html", frameView{e.URL, menu, section, p.indexes[e.Lang]})
			probs = append(probs, more...)
			p.frames[frameKey(e.Lang, section)] = template.HTML(b)
		}
	}
	return probs
}

func frameKey(l lang.Lang, section string) string { return string(l) + " " + section }

// section returns the address of the section that e is in: its ancestor right
// below the home page, or itself; "" for the home page.
func section(e *site.Entry) string {
	switch len(e.Trail) {
	case 0:
		return ""
	case 1:
		return e.URL
	}
	return e.Trail[1].URL
}
