package figure

import (
	"math"
	"strconv"
)

// A path is the outline of a shape, in units.
type path struct {
	commands []command
	extent
}

// A command is one of an SVG path: a letter and its numbers. An arc's first five are
// its radii, rotation and flags; all others are points.
type command struct {
	letter  byte
	numbers []float64
}

func (p *path) to(letter byte, numbers ...float64) {
	p.commands = append(p.commands, command{letter, numbers})
}

// join adds the outlines of another path.
func (p *path) join(o path) {
	p.commands = append(p.commands, o.commands...)
	p.include(o.extent)
}

// An extent is a rectangle around what has been drawn.
type extent struct {
	left, top, right, bottom float64
	any                      bool
}

func (e *extent) include(o extent) {
	switch {
	case !o.any:
	case !e.any:
		*e = o
	default:
		*e = extent{
			left:   min(e.left, o.left),
			top:    min(e.top, o.top),
			right:  max(e.right, o.right),
			bottom: max(e.bottom, o.bottom),
			any:    true,
		}
	}
}

func (e *extent) includeShapes(shapes []shape) {
	for _, s := range shapes {
		e.include(s.d.extent)
	}
}

func (e *extent) includeDiscs(discs []disc) {
	for _, d := range discs {
		e.include(extent{d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r, true})
	}
}

// write appends the path's data, moved, as short as SVG allows: whole units, steps
// from point to point, a letter only where it changes, and a curve that goes on
// smoothly without its first point.
func (p *path) write(b []byte, dx, dy float64) []byte {
	w := writer{b: b}
	for _, c := range p.commands {
		var settings []float64
		if c.letter == 'A' {
			settings = c.numbers[:5]
		}
		var points []point
		for i := len(settings); i+1 < len(c.numbers); i += 2 {
			points = append(points, point{round(c.numbers[i] + dx), round(c.numbers[i+1] + dy)})
		}
		w.command(c.letter, settings, points)
	}
	return w.b
}

// A point is a point of the drawing, in whole units.
type point struct{ x, y int64 }

func round(n float64) int64 { return int64(math.Round(n)) }

// A writer writes the data of a path.
type writer struct {
	b          []byte
	pen, start point // where it is, and where the outline began
	control    point // the last one of the curve that ended at pen
	last       byte
}

func (w *writer) command(letter byte, settings []float64, points []point) {
	switch letter {
	case 'Z':
		w.b, w.pen, w.last = append(w.b, 'z'), w.start, 'z'
		return
	case 'M':
		w.start = points[0]
	case 'L':
		if w.last == 'm' {
			w.last = 'l' // what follows m is l
		}
	case 'C':
		smooth := point{2*w.pen.x - w.control.x, 2*w.pen.y - w.control.y}
		if (w.last == 'c' || w.last == 's') && near(points[0], smooth) {
			letter, points = 'S', points[1:]
		}
		w.control = points[len(points)-2]
	}
	small := letter - 'A' + 'a'
	first := small != w.last
	if first {
		w.b, w.last = append(w.b, small), small
	}
	for _, n := range settings {
		w.number(round(n), first)
		first = false
	}
	for _, p := range points {
		w.number(p.x-w.pen.x, first)
		w.number(p.y-w.pen.y, false)
		first = false
	}
	w.pen = points[len(points)-1]
}

// near reports whether points are so near that rounding may have moved them apart.
func near(a, b point) bool { return max(a.x-b.x, b.x-a.x, a.y-b.y, b.y-a.y) <= 2 }

// number writes a number, with a space unless it is the first or has a sign.
func (w *writer) number(n int64, first bool) {
	if !first && n >= 0 {
		w.b = append(w.b, ' ')
	}
	w.b = strconv.AppendInt(w.b, n, 10)
}
