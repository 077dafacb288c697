package socialcard

import (
	"image/color"
	"strings"
	"sync"

	"github.com/go-fonts/stix/stix2textregular"
	"github.com/go-fonts/stix/stix2textsemibold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The fonts, parsed once. They may be used by several goroutines, each with a buffer.
var (
	regular  = sync.OnceValue(func() *sfnt.Font { return parse(stix2textregular.TTF) })
	semibold = sync.OnceValue(func() *sfnt.Font { return parse(stix2textsemibold.TTF) })
)

// parse parses a font of the program: one that cannot be read is a bug.
func parse(data []byte) *sfnt.Font {
	f, err := sfnt.Parse(data)
	if err != nil {
		panic(err)
	}
	return f
}

// A style is how a text is set.
type style struct {
	font *sfnt.Font
	size fixed.Int26_6 // of the em, in 64ths of a pixel
	lead int           // height of a line, in 16ths of the size
}

// height is the height of a line.
func (s style) height() fixed.Int26_6 { return s.size * fixed.Int26_6(s.lead) / 16 }

// A typesetter measures and paints text. Its first error is kept: a font of the program
// that cannot be read.
type typesetter struct {
	buffer sfnt.Buffer
	err    error
}

// run calls glyph for each letter of a line, with its distance from the start of the line,
// and returns the width of the line.
func (t *typesetter) run(text string, s style, glyph func(n sfnt.GlyphIndex, x fixed.Int26_6)) (width fixed.Int26_6) {
	var before sfnt.GlyphIndex
	for _, letter := range text {
		n, err := s.font.GlyphIndex(&t.buffer, letter)
		t.keep(err)
		if before != 0 {
			kern, err := s.font.Kern(&t.buffer, before, n, s.size, font.HintingNone)
			if err == nil { // an error is a pair without a kern
				width += kern
			}
		}
		if glyph != nil {
			glyph(n, width)
		}
		advance, err := s.font.GlyphAdvance(&t.buffer, n, s.size, font.HintingNone)
		t.keep(err)
		width += advance
		before = n
	}
	return width
}

func (t *typesetter) keep(err error) {
	if t.err == nil {
		t.err = err
	}
}

// A line is a line of text: it begins at x, and y is its baseline.
type line struct {
	text string
	style
	x, y   fixed.Int26_6
	colour color.RGBA
}

// outline calls shape with the outline of each letter of a line.
func (t *typesetter) outline(l line, shape func(path)) {
	t.run(l.text, l.style, func(n sfnt.GlyphIndex, at fixed.Int26_6) {
		p, err := l.font.LoadGlyph(&t.buffer, n, l.size, nil)
		t.keep(err)
		for i := range p {
			for k := range p[i].Args {
				p[i].Args[k] = p[i].Args[k].Add(fixed.Point26_6{X: l.x + at, Y: l.y})
			}
		}
		shape(p)
	})
}

// A column is text that is set from the top down.
type column struct {
	*typesetter
	x, width fixed.Int26_6
	bottom   fixed.Int26_6 // of what has been added
	lines    []line
}

// add adds a text that is at most so high.
func (c *column) add(text string, s style, height fixed.Int26_6, colour color.RGBA) {
	if text == "" {
		return
	}
	lines, s := c.fit(text, s, c.width, height)
	for _, text := range lines {
		c.lines = append(c.lines, line{
			text:   text,
			style:  s,
			x:      c.x,
			y:      c.bottom + s.height() - s.size*9/32,
			colour: colour,
		})
		c.bottom += s.height()
	}
}

// middle returns the column's lines, centred between two heights in pixels.
func (c *column) middle(top, bottom int) []line {
	for i := range c.lines {
		c.lines[i].y += (fixed.I(top+bottom) - c.bottom) / 2
	}
	return c.lines
}

// words divides a text where a line may end: at spaces, but not at no-break spaces.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' })
}

// lines breaks words into lines no wider than width. It fails if a word is wider.
func lines(words []string, widths []fixed.Int26_6, space, width fixed.Int26_6) (lines []string, ok bool) {
	room := fixed.Int26_6(0) // in the last line
	for i, word := range words {
		switch last := len(lines) - 1; {
		case widths[i] > width:
			return nil, false
		case i > 0 && space+widths[i] <= room:
			lines[last] += " " + word
			room -= space + widths[i]
		default:
			lines = append(lines, word)
			room = width - widths[i]
		}
	}
	return lines, true
}

// fit breaks a text into lines that fit into an area, as large as that allows and no
// larger than the style, and as even as their number allows.
func (t *typesetter) fit(text string, s style, width, height fixed.Int26_6) ([]string, style) {
	words := words(text)
	widths := make([]fixed.Int26_6, len(words))
	for ; ; s.size -= max(1, s.size/24) { // a letter of no size fits anywhere
		space := t.run(" ", s, nil)
		for i, word := range words {
			widths[i] = t.run(word, s, nil)
		}
		set, ok := lines(words, widths, space, width)
		if ok && fixed.Int26_6(len(set))*s.height() <= height {
			return even(set, words, widths, space, width), s
		}
	}
}

// even breaks words into as many lines as set has, in the narrowest column.
func even(set, words []string, widths []fixed.Int26_6, space, width fixed.Int26_6) []string {
	for narrow, wide := fixed.Int26_6(0), width; wide-narrow > 64; {
		middle := (narrow + wide) / 2
		more, ok := lines(words, widths, space, middle)
		if ok && len(more) == len(set) {
			set, wide = more, middle
		} else {
			narrow = middle
		}
	}
	return set
}

// lacks returns the letters of a text that a font does not have, each once.
func (t *typesetter) lacks(text string, f *sfnt.Font) (missing []rune) {
	for _, letter := range text {
		n, err := f.GlyphIndex(&t.buffer, letter)
		t.keep(err)
		if n == 0 && !strings.ContainsRune(" \t\n", letter) && !strings.ContainsRune(string(missing), letter) {
			missing = append(missing, letter)
		}
	}
	return missing
}
