package socialcard

import (
	"image/color"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The colours of static/css/site.css, on a light page, and of static/icon.svg.
var (
	paper = color.RGBA{0xfc, 0xfd, 0xfd, 0xff}
	panel = color.RGBA{0xe9, 0xf1, 0xef, 0xff}
	black = color.RGBA{0x17, 0x21, 0x1f, 0xff} // --ink
	quiet = color.RGBA{0x4a, 0x59, 0x56, 0xff}
	pine  = color.RGBA{0x0c, 0x5a, 0x54, 0xff}
	faint = color.RGBA{0xc3, 0xd6, 0xd2, 0xff}
	badge = color.RGBA{0x0f, 0x4f, 0x4a, 0xff} // behind the icon
	white = color.RGBA{0xff, 0xff, 0xff, 0xff}
)

// A spine is the mark of the site: five vertebrae, each a round bar. Numbers are tenths
// of the units of the drawing it is taken from.
type spine struct {
	left, top int // of the drawing
	bars      [5]bar
	thick     int
}

// A bar is a horizontal line from a point.
type bar struct{ x, y, length int }

// mark is that of layouts/partials/mark.html.
var mark = spine{
	left: 70,
	top:  10,
	bars: [5]bar{
		{120, 30, 40},
		{100, 75, 50},
		{85, 120, 60},
		{90, 165, 70},
		{110, 210, 80},
	},
	thick: 26,
}

// icon is the mark of static/icon.svg.
var icon = spine{
	bars: [5]bar{
		{114, 46, 30},
		{100, 83, 40},
		{88, 120, 50},
		{92, 157, 58},
		{106, 194, 64},
	},
	thick: 22,
}

// paint paints the mark, the corner of its drawing at (x, y), its unit so large: all in
// 64ths of a pixel.
func (s spine) paint(c *canvas, i ink, x, y, unit int) {
	for _, b := range s.bars {
		r := s.thick * unit / 20
		left, top := x+(b.x-s.left)*unit/10, y+(b.y-s.top)*unit/10
		c.fill(round(left-r, top-r, left+b.length*unit/10+r, top+r, r), i)
	}
}

// round returns a rectangle whose corners have the radius r, in 64ths of a pixel.
func round(left, top, right, bottom, r int) path {
	k := r - r*5523/10000 // from a corner to the points that pull the curve
	at := func(x, y int) fixed.Point26_6 {
		return fixed.Point26_6{X: fixed.Int26_6(x), Y: fixed.Int26_6(y)}
	}
	p := path{{Op: sfnt.SegmentOpMoveTo, Args: [3]fixed.Point26_6{at(left+r, top)}}}
	side := func(to, b, c, d fixed.Point26_6) {
		p = append(p, sfnt.Segment{Op: sfnt.SegmentOpLineTo, Args: [3]fixed.Point26_6{to}},
			sfnt.Segment{Op: sfnt.SegmentOpCubeTo, Args: [3]fixed.Point26_6{b, c, d}})
	}
	side(at(right-r, top), at(right-k, top), at(right, top+k), at(right, top+r))
	side(at(right, bottom-r), at(right, bottom-k), at(right-k, bottom), at(right-r, bottom))
	side(at(left+r, bottom), at(left+k, bottom), at(left, bottom-k), at(left, bottom-r))
	side(at(left, top+r), at(left, top+k), at(left+k, top), at(left+r, top))
	return p
}
