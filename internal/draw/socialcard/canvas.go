package socialcard

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A path is an outline, in 64ths of a pixel.
type path = sfnt.Segments

// A canvas is a picture of few colours: those it is painted with, and mixtures of them at
// edges.
type canvas struct {
	image  *image.Paletted
	raster vector.Rasterizer
	mask   []uint8 // of the shape that is being painted
}

// An ink is a colour that a canvas is painted with.
type ink struct {
	colour color.RGBA

	// mixed has the mixed colour by shade and by the colour below, from 1; 0 is not known yet.
	mixed *[shades + 1][256]uint8
}

// shades is how finely the edge of a shape is mixed with what lies below it. More make
// the file larger, and fewer can be seen.
const shades = 6

func newCanvas(width, height int, ground color.RGBA) *canvas {
	return &canvas{image: image.NewPaletted(image.Rect(0, 0, width, height), color.Palette{ground})}
}

func newInk(c color.RGBA) ink { return ink{colour: c, mixed: new([shades + 1][256]uint8)} }

// band paints all rows down to a height.
func (c *canvas) band(height int, colour color.RGBA) {
	n := c.colour(colour)
	for i := range c.image.Pix[:height*c.image.Stride] {
		c.image.Pix[i] = n
	}
}

// fill paints the inside of a path.
//
// The same picture must come out on every kind of processor. A rasteriser of at most 512
// pixels a side counts in whole numbers; the curves, which it would cut up in floating
// point, are cut up here.
func (c *canvas) fill(p path, i ink) {
	b := p.Bounds()
	area := image.Rect(b.Min.X.Floor(), b.Min.Y.Floor(), b.Max.X.Ceil(), b.Max.Y.Ceil())
	area = area.Intersect(c.image.Rect)
	if area.Empty() {
		return
	}
	c.rasterise(p, area)
	width := area.Dx()
	for y := range area.Dy() {
		row := c.image.Pix[c.image.PixOffset(area.Min.X, area.Min.Y+y):]
		for x, covered := range c.mask[y*width : (y+1)*width] {
			if shade := (int(covered)*shades + 127) / 255; shade > 0 {
				row[x] = c.mix(row[x], i, shade)
			}
		}
	}
}

// rasterise sets the mask to how much of each pixel of an area a path covers, from 0 to 255.
func (c *canvas) rasterise(p path, area image.Rectangle) {
	width, height := area.Dx(), area.Dy()
	c.raster.Reset(width, height)
	c.raster.DrawOp = draw.Src
	trace(p, func(at fixed.Point26_6, first bool) {
		x := float32(at.X-fixed.I(area.Min.X)) / 64
		y := float32(at.Y-fixed.I(area.Min.Y)) / 64
		if first {
			c.raster.ClosePath()
			c.raster.MoveTo(x, y)
		} else {
			c.raster.LineTo(x, y)
		}
	})
	c.raster.ClosePath()
	c.mask = slices.Grow(c.mask[:0], width*height)[:width*height]
	mask := &image.Alpha{Pix: c.mask, Stride: width, Rect: image.Rect(0, 0, width, height)}
	c.raster.Draw(mask, mask.Rect, image.Opaque, image.Point{})
}

// mix returns the number of the colour of a shade of an ink over another colour.
func (c *canvas) mix(below uint8, i ink, shade int) uint8 {
	known := &i.mixed[shade][below]
	if *known == 0 {
		under := c.image.Palette[below].(color.RGBA)
		part := func(under, over uint8) uint8 {
			return uint8((int(under)*(shades-shade) + int(over)*shade + shades/2) / shades)
		}
		*known = 1 + c.colour(color.RGBA{
			R: part(under.R, i.colour.R),
			G: part(under.G, i.colour.G),
			B: part(under.B, i.colour.B),
			A: part(under.A, i.colour.A),
		})
	}
	return *known - 1
}

// colour returns the number of a colour in the palette, or of the nearest if the palette is
// full.
func (c *canvas) colour(wanted color.RGBA) uint8 {
	if n := slices.Index(c.image.Palette, color.Color(wanted)); n >= 0 {
		return uint8(n)
	}
	if len(c.image.Palette) < 255 {
		c.image.Palette = append(c.image.Palette, wanted)
		return uint8(len(c.image.Palette) - 1)
	}
	return uint8(c.image.Palette.Index(wanted))
}

// png returns the picture as a file.
func (c *canvas) png() ([]byte, error) {
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.DefaultCompression}
	err := encoder.Encode(&b, c.image)
	return b.Bytes(), err
}

// trace calls to with the points of a path, its curves cut up into lines. All curves are
// cubic: so are those of the fonts, which are OpenType with CFF outlines.
func trace(p path, to func(at fixed.Point26_6, first bool)) {
	var pen fixed.Point26_6
	for _, s := range p {
		switch a := s.Args; s.Op {
		case sfnt.SegmentOpMoveTo, sfnt.SegmentOpLineTo:
			pen = a[0]
			to(pen, s.Op == sfnt.SegmentOpMoveTo)
		case sfnt.SegmentOpCubeTo:
			n := pieces(pen, a[0], a[1], a[2])
			for i := int64(1); i <= n; i++ {
				to(cubic(pen, a[0], a[1], a[2], i, n), false)
			}
			pen = a[2]
		}
	}
}

// pieces returns how many lines replace a curve: one for each four pixels.
func pieces(points ...fixed.Point26_6) int64 {
	length := 0
	for i := range points[1:] {
		d := points[i+1].Sub(points[i])
		length += max(int(d.X), -int(d.X)) + max(int(d.Y), -int(d.Y))
	}
	return int64(2 + length/(4*64))
}

// cubic returns the point at i/n of a cubic Bézier curve.
func cubic(a, b, c, d fixed.Point26_6, i, n int64) fixed.Point26_6 {
	j := n - i
	along := func(a, b, c, d fixed.Int26_6) fixed.Int26_6 {
		sum := int64(a)*j*j*j + 3*int64(b)*j*j*i + 3*int64(c)*j*i*i + int64(d)*i*i*i
		return fixed.Int26_6(sum / (n * n * n))
	}
	return fixed.Point26_6{X: along(a.X, b.X, c.X, d.X), Y: along(a.Y, b.Y, c.Y, d.Y)}
}
