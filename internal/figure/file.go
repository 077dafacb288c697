package figure

import (
	"fmt"
	"html"
	"strings"
)

// Wide reports whether a panel is so wide that two of them stand below each other.
func (d *Drawing) Wide() bool { return d.Width > d.Height*5/4 }

// gap is between panels of a file, in units.
const gap = 6 * unit

// File returns the panels as an SVG file of its own, with a style sheet. Each panel
// is also a view of the file: the fragment #panel-1 shows the first by itself.
func (d *Drawing) File(style string) []byte {
	width, height := d.Size()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" class="drawing %s" viewBox="0 0 %d %d"><style>%s</style>`, d.Look, width, height, html.EscapeString(style))
	for i, p := range d.Panels {
		x, y := i*(d.Width+gap), 0
		if d.Wide() {
			x, y = 0, i*(d.Height+gap)
		}
		fmt.Fprintf(&b, `<view id="panel-%d" viewBox="%d %d %d %d"/><g transform="translate(%d %d)">%s</g>`, i+1, x, y, d.Width, d.Height, x, y, p)
	}
	b.WriteString("</svg>")
	return []byte(b.String())
}

// Size returns the width and the height of the file, in units.
func (d *Drawing) Size() (width, height int) {
	n := len(d.Panels)
	if d.Wide() {
		return d.Width, n*(d.Height+gap) - gap
	}
	return n*(d.Width+gap) - gap, d.Height
}
