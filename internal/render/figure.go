package render

import (
	"html/template"

	drawing "rygghandboka/internal/figure"
	"rygghandboka/internal/site"
)

// A figure is what partials/figure.html sees.
type figure struct {
	Look          string
	Wide          bool
	Width, Height int
	Panels        []panel
}

// A panel is one drawing and what the page says of it.
type panel struct {
	site.Caption
	Number  int // from 1
	Drawing template.HTML
}

func figureOf(f *site.Figure) *figure {
	if f == nil {
		return nil
	}
	out := &figure{Look: f.Look, Wide: f.Wide(), Width: f.Width, Height: f.Height}
	for i, c := range f.Captions {
		out.Panels = append(out.Panels, panel{c, i + 1, template.HTML(f.Panels[i])})
	}
	return out
}

// A diagram is what partials/diagram.html sees of a drawing with labels.
type diagram struct {
	Look          string
	Width, Height int
	Drawing       template.HTML
}

func diagramOf(d *drawing.Drawing) *diagram {
	if d == nil {
		return nil
	}
	return &diagram{d.Look, d.Width, d.Height, template.HTML(d.Panels[0])}
}
