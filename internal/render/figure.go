package render

import (
	"fmt"

	"rygghandboka/internal/site"
)

// A figure is what partials/figure.html sees.
type figure struct {
	Wide          bool
	Width, Height int
	Panels        []panel
}

// A panel is one drawing and what the page says of it.
type panel struct {
	site.Caption
	URL string // of the file with all panels, of which it is one view
}

func figureOf(f *site.Figure) *figure {
	if f == nil {
		return nil
	}
	out := &figure{Wide: f.Wide(), Width: f.Width, Height: f.Height}
	for i, c := range f.Captions {
		out.Panels = append(out.Panels, panel{c, fmt.Sprintf("%s#panel-%d", f.URL, i+1)})
	}
	return out
}
