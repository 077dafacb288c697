package socialcard

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Figure is drawings of one size that replace the mark, as silhouettes in the colours of
// the site. Each is the inside of an svg element as internal/draw/figure writes it: paths with
// classes, in whole units and relative commands, their arcs parts of circles, clockwise.
type Figure struct {
	Width, Height int
	Panels        []string
}

// tones are the colours of the parts of a figure by first class: near, and far behind. What
// is not here is too fine to be seen at this size.
var tones = map[string][2]color.RGBA{
	"floor":    {panel, panel},
	"mat":      {panel, panel},
	"prop":     {faint, faint},
	"soft":     {faint, faint},
	"skin":     {{0xa9, 0xc6, 0xc0, 0xff}, {0x8d, 0xb0, 0xa9, 0xff}},
	"face":     {{0xa9, 0xc6, 0xc0, 0xff}, {0x8d, 0xb0, 0xa9, 0xff}},
	"shirt":    {{0x5f, 0x9d, 0x94, 0xff}, {0x48, 0x7f, 0x77, 0xff}},
	"trousers": {pine, {0x0a, 0x45, 0x40, 0xff}},
	"shoe":     {{0x8d, 0xb0, 0xa9, 0xff}, {0x74, 0x98, 0x91, 0xff}},
	"hair":     {black, black},
	"scarf":    {{0x2e, 0x6f, 0x68, 0xff}, {0x2e, 0x6f, 0x68, 0xff}},
}

var (
	svgPath   = regexp.MustCompile(`<path class="([^"]*)" d="([^"]*)"/>`)
	pathToken = regexp.MustCompile(`[a-z]|-?[0-9]+`)
)

// paint paints a figure as large as an area allows, in its middle: panels that are wide
// below each other, others beside each other.
func (f Figure) paint(c *canvas, area image.Rectangle) error {
	const gap = 40 // between panels, in units
	n := len(f.Panels)
	across, down := n, 1
	if f.Width > f.Height*5/4 {
		across, down = 1, n
	}
	width, height := across*(f.Width+gap)-gap, down*(f.Height+gap)-gap
	r := reader{scale: min(area.Dx()*64*1024/width, area.Dy()*64*1024/height)}
	left := (area.Min.X+area.Max.X)*32 - r.size(width)/2
	top := (area.Min.Y+area.Max.Y)*32 - r.size(height)/2
	inks := map[color.RGBA]ink{}
	for i, panel := range f.Panels {
		r.left = left + r.size(i%across*(f.Width+gap))
		r.top = top + r.size(i/across*(f.Height+gap))
		if err := r.paint(c, panel, inks); err != nil {
			return err
		}
	}
	return nil
}

// paint paints a panel, and adds the inks that it uses.
func (r *reader) paint(c *canvas, panel string, inks map[color.RGBA]ink) error {
	for _, m := range svgPath.FindAllStringSubmatch(panel, -1) {
		colour, drawn := tone(m[1])
		if !drawn {
			continue
		}
		if _, known := inks[colour]; !known {
			inks[colour] = newInk(colour)
		}
		p, err := r.read(m[2])
		if err != nil {
			return err
		}
		c.fill(p, inks[colour])
	}
	return nil
}

// tone returns the colour of a path with classes, and whether it is drawn.
func tone(classes string) (colour color.RGBA, drawn bool) {
	list := strings.Fields(classes)
	tone, known := tones[list[0]]
	drawn = known && !slices.Contains(list, "seam")
	if slices.Contains(list, "far") {
		return tone[1], drawn
	}
	return tone[0], drawn
}

// A reader reads the data of SVG paths, in units.
type reader struct {
	left, top int // in 64ths of a pixel
	scale     int // a unit, in 1024ths of that

	path                path
	pen, start, control point // control is the last point that pulled a curve
}

// A point is a point of the drawing, in units.
type point struct{ x, y int }

func (r *reader) size(n int) int { return n * r.scale / 1024 }

// arity is how many numbers each command has.
var arity = map[string]int{"m": 2, "l": 2, "c": 6, "s": 4, "a": 7, "z": 0}

// read returns one path.
func (r *reader) read(d string) (path, error) {
	r.path, r.pen = nil, point{}
	tokens, letter := pathToken.FindAllString(d, -1), ""
	for len(tokens) > 0 {
		if isCommand(tokens[0]) {
			letter, tokens = tokens[0], tokens[1:]
		}
		length, known := arity[letter]
		loose := length == 0 && len(tokens) > 0 && !isCommand(tokens[0])
		if !known || len(tokens) < length || loose {
			return nil, fmt.Errorf("the path of a figure has %q before %q", letter, tokens)
		}
		numbers, err := integers(tokens[:length])
		if err != nil {
			return nil, fmt.Errorf("the path of a figure: %w", err)
		}
		r.command(letter, numbers)
		tokens = tokens[length:]
		if letter == "m" {
			letter = "l" // what follows m is l
		}
	}
	return r.path, nil
}

// isCommand reports whether a token is the letter of a command, and no number.
func isCommand(token string) bool { return token[0] >= 'a' }

func integers(tokens []string) ([]int, error) {
	numbers := make([]int, len(tokens))
	for i, t := range tokens {
		n, err := strconv.Atoi(t)
		if err != nil {
			return nil, err
		}
		numbers[i] = n
	}
	return numbers, nil
}

// command adds a command: a letter and its numbers.
func (r *reader) command(letter string, n []int) {
	var to []point // the last numbers, as points
	for i := len(n)%2 + 4*(len(n)/7); i+1 < len(n); i += 2 {
		to = append(to, point{r.pen.x + n[i], r.pen.y + n[i+1]})
	}
	switch letter {
	case "z":
		r.pen = r.start
	case "m":
		r.start = to[0]
		r.add(sfnt.SegmentOpMoveTo, to...)
	case "l":
		r.add(sfnt.SegmentOpLineTo, to...)
	case "c":
		r.add(sfnt.SegmentOpCubeTo, to...)
	case "s":
		r.add(sfnt.SegmentOpCubeTo, point{2*r.pen.x - r.control.x, 2*r.pen.y - r.control.y}, to[0], to[1])
	case "a":
		r.path = bend(r.path, r.at(r.pen), r.at(to[0]), float64(r.size(n[0])), n[3] == 1)
		r.pen = to[0]
	}
}

func (r *reader) at(u point) fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(r.left + r.size(u.x)), Y: fixed.Int26_6(r.top + r.size(u.y))}
}

func (r *reader) add(op sfnt.SegmentOp, points ...point) {
	s := sfnt.Segment{Op: op}
	for i, u := range points {
		s.Args[i] = r.at(u)
	}
	r.path = append(r.path, s)
	r.control, r.pen = points[max(0, len(points)-2)], points[len(points)-1]
}

// bend adds an arc from a to b to a path, as lines: it goes with the clock around a
// circle of the radius r, in 64ths of a pixel.
//
// The conversions keep a processor from rounding once where others round twice.
func bend(p path, a, b fixed.Point26_6, r float64, large bool) path {
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length < 2*64 && !large {
		return append(p, sfnt.Segment{Op: sfnt.SegmentOpLineTo, Args: [3]fixed.Point26_6{b}})
	}
	r = max(r, length/2)
	rise := math.Sqrt(float64(r*r) - float64(length*length/4)) // from the circle's middle to the line from a to b
	if large {
		rise = -rise
	}
	rise = (r - rise) / length
	middle := fixed.Point26_6{
		X: (a.X+b.X)/2 + fixed.Int26_6(math.Round(dy*rise)),
		Y: (a.Y+b.Y)/2 - fixed.Int26_6(math.Round(dx*rise)),
	}
	return bend(bend(p, a, middle, r, false), middle, b, r, false)
}
