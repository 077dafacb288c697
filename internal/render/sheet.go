package render

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// FiguresPath is where a draft shows all figures at once: those of exercises as they look
// on a light and on a dark page and in greyscale, diagrams as the reader's system is. It
// is for authors, and in no published site.
const FiguresPath = "_serve/figures/index.html"

// sheetView is what figures.html sees.
type sheetView struct {
	Tag       string
	Exercises []site.Card
	Diagrams  []sheetDiagram
}

// A sheetDiagram is a diagram on the sheet.
type sheetDiagram struct {
	site.Stub // its page
	Diagram   *site.Diagram
}

// sheet prints the sheet, with the pages of the first language.
func (p *printer) sheet() ([]byte, diag.List) {
	in := p.site.Languages[0]
	v := sheetView{Tag: in.Tag.String()}
	for _, e := range p.site.Entries {
		switch {
		case e.Lang != in.Lang:
		case e.Exercise() != nil && e.Exercise().Figure != nil:
			v.Exercises = append(v.Exercises, e.Card())
		case e.Diagram() != nil:
			v.Diagrams = append(v.Diagrams, sheetDiagram{e.Stub(), e.Diagram()})
		}
	}
	return p.layouts.sets[in.Lang].execute("figures.html", v)
}
