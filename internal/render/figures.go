package render

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// FiguresPath is where a preview shows all figures at once: those of exercises as they look
// on a light and on a dark page and in greyscale, diagrams as the reader's system is. It
// is for authors, and in no published site.
const FiguresPath = "_serve/figures/index.html"

// figuresView is the data of figures.html.
type figuresView struct {
	Tag       string
	Exercises []site.Card
	Diagrams  []sheetDiagram
}

// A sheetDiagram is a diagram on the sheet.
type sheetDiagram struct {
	site.Stub // its page
	Diagram   *site.Diagram
}

// figures renders the sheet, with the pages of the first language.
func (s *shared) figures() ([]byte, diag.List) {
	in := s.site.Languages[0]
	v := figuresView{Tag: in.Tag.String()}
	for _, e := range s.site.Entries {
		switch {
		case e.Lang != in.Lang:
		case e.Exercise() != nil && e.Exercise().Figure != nil:
			v.Exercises = append(v.Exercises, e.Card())
		case e.Diagram() != nil:
			v.Diagrams = append(v.Diagrams, sheetDiagram{e.Stub(), e.Diagram()})
		}
	}
	return s.layouts.Execute(in.Lang, "figures.html", v)
}
