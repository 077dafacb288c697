package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/draw/figure"
)

// A Figure is a drawing that other pages embed, with labels in one language.
type Figure struct {
	Labels  map[string]strict.Text `yaml:"labels" role:"label" doc:"the texts in the drawing, by the labels' names"`
	Drawing *figure.Drawing        // nil if there are no labels
}

// complete draws the figure.
func (f *Figure) complete(p *Page) (probs diag.List) {
	if at, given := p.Keys["labels"]; given {
		f.Drawing, probs = figure.DrawDiagram(p.Path, at, p.Name(), f.Labels)
	}
	if len(p.Headings) > 0 {
		probs = append(probs, diag.Errorf(p.Path, p.Headings[0].Offset, "a heading in the caption of a figure").
			Hintf("write it in bold"))
	}
	return probs
}
