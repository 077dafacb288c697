package figure

import (
	"fmt"
	"html"
	"strings"
)

// Wide reports whether a panel is so wide that panels are below each other.
func (d *Drawing) Wide() bool { return d.Width > d.Height*5/4 }

// gap is the space between panels of a file, in units.
const gap = 6 * unit

// File returns all panels as one SVG file, with a style sheet.
func (d *Drawing) File(style string) []byte {
	var b strings.Builder
	for i, panel := range d.Panels {
		x, y := i*(d.Width+gap), 0
		if d.Wide() {
			x, y = 0, i*(d.Height+gap)
		}
		fmt.Fprintf(&b, `<g transform="translate(%d %d)">%s</g>`, x, y, panel)
	}
	width, height := d.Size()
	return d.file(width, height, style, b.String())
}

// PanelFile returns a panel as an SVG file. It is a file and not a view of the file with
// all panels: WebKit gives a view the natural size of the whole file, and shows a slice
// of its neighbour.
func (d *Drawing) PanelFile(panel int, style string) []byte {
	return d.file(d.Width, d.Height, style, d.Panels[panel])
}

// file returns shapes as an SVG file. It has a size, since engines disagree on the natural
// size of a file with only a viewBox.
func (d *Drawing) file(width, height int, style, shapes string) []byte {
	const open = `<svg xmlns="http://www.w3.org/2000/svg" class="drawing %s" ` +
		`width="%d" height="%d" viewBox="0 0 %d %d">`
	file := fmt.Appendf(nil, open, d.Look, width, height, width, height)
	return fmt.Appendf(file, `<style>%s</style>%s</svg>`, html.EscapeString(style), shapes)
}

// Size returns the width and the height of the file with all panels, in units.
func (d *Drawing) Size() (width, height int) {
	n := len(d.Panels)
	if d.Wide() {
		return d.Width, n*(d.Height+gap) - gap
	}
	return n*(d.Width+gap) - gap, d.Height
}
