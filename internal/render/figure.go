package render

import "rygghandboka/internal/site"

// A figure is what partials/figure.html sees.
type figure struct {
	Wide          bool
	Width, Height int
	Panels        []site.Caption
}

func figureOf(f *site.Figure) *figure {
	if f == nil {
		return nil
	}
	return &figure{Wide: f.Wide(), Width: f.Width, Height: f.Height, Panels: f.Captions}
}
