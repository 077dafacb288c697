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

// A label is a text that a page gives to a diagram, and the room for it.
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

// DrawDiagram draws the diagram of a page's name with the page's labels, which are below the
// key labels, at an offset of its file. It is nil if there is an error among the problems.
func DrawDiagram(file string, at int, name string, labels map[string]strict.Text) (*Drawing, diag.List) {
	d, ok := diagrams[name]
	if !ok {
		return nil, diag.List{diag.Errorf(file, 0, "there is no drawing %q", name).
			Hintf("%s", diag.SuggestOr(name, slices.Sorted(maps.Keys(diagrams))))}
	}
	probs := d.checkLabels(file, at, labels)
	if probs.Errors() > 0 {
		return nil, probs
	}
	c := &canvas{texts: map[string][]string{}}
	for _, l := range d.labels {
		c.texts[l.name] = wrap(labels[l.name].Text, l.width)
	}
	d.draw(c)
	return &Drawing{
		Look:   d.look,
		Width:  diagramWidth,
		Height: int(d.height),
		Panels: []string{c.String()},
	}, probs
}

// checkLabels checks that a diagram has all its labels and no others, and that they fit.
func (d diagram) checkLabels(file string, at int, labels map[string]strict.Text) (probs diag.List) {
	var names []string
	for _, l := range d.labels {
		names = append(names, l.name)
		text, given := labels[l.name]
		if !given {
			probs = append(probs, diag.Errorf(file, at, "the drawing has a label %q", l.name).
				Hintf("write it under labels:"))
			continue
		}
		if !l.fits(wrap(text.Text, l.width)) {
			probs = append(probs, diag.Errorf(file, text.Offset, "the label is too long").
				Hintf("there is room for %d lines of %d letters", l.lines, l.width))
		}
	}
	for _, given := range slices.Sorted(maps.Keys(labels)) {
		if !slices.Contains(names, given) {
			probs = append(probs, diag.Errorf(file, labels[given].Offset, "the drawing has no label %q", given).
				Hintf("%s", diag.SuggestOr(given, names)))
		}
	}
	return probs
}

// fits reports whether there is room for lines.
func (l label) fits(lines []string) bool {
	tooLong := func(s string) bool { return utf8.RuneCountInString(s) > l.width }
	return len(lines) <= l.lines && !slices.ContainsFunc(lines, tooLong)
}

// breakMark is where a word of a label may break, as in content/shared/hyphens.yaml.
const breakMark = "|"

// PlainLabel returns a label without its break marks.
func PlainLabel(label string) string { return strings.ReplaceAll(label, breakMark, "") }

// wrap divides a text into lines of so many letters, between words and, where a word is too
// long for a line, at break marks.
func wrap(text string, width int) (lines []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && letters(line+" "+word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, PlainLabel(line))
		}
		for line = word; letters(line) > width; {
			at := lastBreak(line, width)
			if at < 0 {
				break
			}
			lines = append(lines, PlainLabel(line[:at])+"-")
			line = line[at+len(breakMark):]
		}
	}
	return append(lines, PlainLabel(line))
}

// letters returns how many letters of a label are shown.
func letters(label string) int { return utf8.RuneCountInString(PlainLabel(label)) }

// lastBreak returns the offset of the last break mark before which a word, with a hyphen,
// fits into a line, or -1.
func lastBreak(word string, width int) int {
	at := -1
	for i := range word {
		if strings.HasPrefix(word[i:], breakMark) && letters(word[:i])+1 <= width {
			at = i
		}
	}
	return at
}

// A canvas is the SVG of a diagram.
type canvas struct {
	strings.Builder
	texts map[string][]string // lines of each label
}

// shape adds a path with data in the form of Sprintf.
func (c *canvas) shape(class, data string, args ...any) {
	fmt.Fprintf(c, `<path class="%s" d="%s"/>`, class, fmt.Sprintf(data, args...))
}

// text adds a label, its first line at y. The class is start, middle or end, for where
// in a line x is, and perhaps strong.
func (c *canvas) text(class, name string, x, y float64) {
	fmt.Fprintf(c, `<text class="%s">`, class)
	for i, line := range c.texts[name] {
		fmt.Fprintf(c, `<tspan x="%g" y="%g">%s</tspan>`, x, y+18*float64(i), html.EscapeString(line))
	}
	c.WriteString("</text>")
}

// A window shows shapes of bodies on a canvas.
type window struct {
	x, y, width, height float64 // on the canvas
	middleX, middleY    float64 // the point of the bodies in its middle
	scale               float64 // how many units of the bodies are one of the canvas
}

// window adds a window to the canvas.
func (c *canvas) window(w window, shapes []shape) {
	const open = `<svg x="%g" y="%g" width="%g" height="%g" viewBox="0 0 %g %g">`
	width, height := w.width*w.scale, w.height*w.scale
	fmt.Fprintf(c, open, w.x, w.y, w.width, w.height, width, height)
	c.WriteString(write(shapes, width/2-w.middleX, height/2-w.middleY))
	c.WriteString("</svg>")
}
