package figure

import (
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A diagram is a drawing that explains, with labels in the reader's language. It is
// 340 units wide, so that its text can be read on a phone.
type diagram struct {
	labels []label
	height float64
	draw   func(c *canvas)
	look   string // the class of the bodies in it
}

// A label is a text that a page gives to a diagram, and the room that it has.
type label struct {
	name  string
	width int // letters in a line
	lines int
}

const diagramWidth = 340

var diagrams = map[string]diagram{
	"feedforward":         feedforward,
	"stabilising-systems": stabilisingSystems,
	"muscle-map":          muscleMap,
}

// DrawDiagram draws the diagram of a page's name with the page's labels, which stand
// below the key labels of its file. It is nil if there is an error among the problems.
func DrawDiagram(file string, at int, name string, labels map[string]strict.String) (*Drawing, diag.List) {
	d, ok := diagrams[name]
	if !ok {
		return nil, diag.List{diag.Errorf(file, 0, "there is no drawing %q", name).Hintf("%s", diag.SuggestOr(name, slices.Sorted(maps.Keys(diagrams))))}
	}
	c := &canvas{texts: map[string][]string{}}
	var probs diag.List
	var names []string
	for _, l := range d.labels {
		names = append(names, l.name)
		text, given := labels[l.name]
		if !given {
			probs = append(probs, diag.Errorf(file, at, "the drawing has a label %q", l.name).Hintf("write it under labels:"))
			continue
		}
		c.texts[l.name] = wrap(text.Text, l.width)
		if lines := c.texts[l.name]; len(lines) > l.lines || slices.ContainsFunc(lines, func(s string) bool { return utf8.RuneCountInString(s) > l.width }) {
			probs = append(probs, diag.Errorf(file, text.Offset, "the label is too long").Hintf("there is room for %d lines of %d letters", l.lines, l.width))
		}
	}
	for _, given := range slices.Sorted(maps.Keys(labels)) {
		if !slices.Contains(names, given) {
			probs = append(probs, diag.Errorf(file, labels[given].Offset, "the drawing has no label %q", given).Hintf("%s", diag.SuggestOr(given, names)))
		}
	}
	if probs.Errors() > 0 {
		return nil, probs
	}
	d.draw(c)
	return &Drawing{Look: d.look, Width: diagramWidth, Height: int(d.height), Panels: []string{c.String()}}, nil
}

// divider says where a word of a label may be divided, as in content/shared/hyphens.yaml.
const divider = "|"

// Spoken returns a label as it is read, without its dividers.
func Spoken(label string) string { return strings.ReplaceAll(label, divider, "") }

// wrap divides a text into lines of so many letters, between words and, where a word
// is too long for a line, at dividers.
func wrap(text string, width int) (lines []string) {
	letters := func(s string) int { return utf8.RuneCountInString(Spoken(s)) }
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && letters(line+" "+word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; letters(line) > width; {
			at := -1
			for i := range line { // the last one that fits
				if strings.HasPrefix(line[i:], divider) && letters(line[:i])+1 <= width {
					at = i
				}
			}
			if at < 0 {
				break
			}
			lines, line = append(lines, line[:at]+"-"), line[at+len(divider):]
		}
	}
	lines = append(lines, line)
	for i := range lines {
		lines[i] = Spoken(lines[i])
	}
	return lines
}

// A canvas is a diagram in the making.
type canvas struct {
	strings.Builder
	texts map[string][]string
}

// shape adds a path, whose data is written by hand.
func (c *canvas) shape(class, data string, args ...any) {
	fmt.Fprintf(c, `<path class="%s" d="%s"/>`, class, fmt.Sprintf(data, args...))
}

// text adds a label, its first line at y. The class is start, middle or end, for where
// x is in a line, and perhaps strong.
func (c *canvas) text(class, name string, x, y float64) {
	fmt.Fprintf(c, `<text class="%s">`, class)
	for i, line := range c.texts[name] {
		fmt.Fprintf(c, `<tspan x="%g" y="%g">%s</tspan>`, x, y+18*float64(i), html.EscapeString(line))
	}
	c.WriteString("</text>")
}

// window adds shapes of bodies, of which the part around a middle is seen: width and
// height of the window on the canvas, and how many units of the body are one of the canvas.
func (c *canvas) window(shapes []shape, x, y, width, height, middleX, middleY, scale float64) {
	w, h := width*scale, height*scale
	fmt.Fprintf(c, `<svg x="%g" y="%g" width="%g" height="%g" viewBox="0 0 %g %g">%s</svg>`, x, y, width, height, w, h, write(shapes, w/2-middleX, h/2-middleY))
}
