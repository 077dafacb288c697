// Package socialcard draws what other programs show of the site: a picture for each page,
// which is shown beside a link to it, and the site's icons.
//
//	Picture{Site: "Rygghåndboka", Kind: "Øvelse", Title: "Planken", Summary: "…"}.Draw()
//
// A picture is a PNG of 1200 × 630 pixels: the site's name as the head of its pages has
// it, the kind of the page, its title, its summary, and the figure of an exercise or else
// the mark. A text that is long is set smaller, and in more lines: nothing is ever cut
// off.
//
// Its law: the same picture gives the same pixels on every machine. Whatever is painted
// is painted in whole numbers (canvas.go), and fonts are a part of the program.
//
// This is the only package that draws pixels: it owns golang.org/x/image and the fonts.
package socialcard

import (
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"

	"golang.org/x/image/math/fixed"
)

// A Picture is what is drawn for one page.
type Picture struct {
	Site    string // the name of the site
	Kind    string // the word for the kind of page, or ""
	Title   string
	Summary string // or ""
	Figure  Figure // in the place of the mark, if it has panels
}

// The size of a picture, in pixels.
const (
	Width  = 1200
	Height = 630
)

// version is other whenever the same Picture is drawn as other pixels: a test says so.
const version = 1

// Name is the picture's file name. It has a hash of all that is drawn, so that whoever
// shows the picture may keep it for ever, and so that it is known before the picture is
// drawn.
func (p Picture) Name() string {
	return fmt.Sprintf("%.8x.png", sha256.Sum256(fmt.Appendf(nil, "%d %#v", version, p)))
}

// Lacks returns the letters that cannot be drawn: the fonts have those of Latin, Greek
// and Cyrillic alphabets.
func (p Picture) Lacks() []rune {
	var t typesetter
	return append(t.lacks(p.Site+p.Title, semibold()), t.lacks(p.Kind+p.Summary, regular())...)
}

// Where things stand in a picture, in pixels.
const (
	margin      = 80
	head        = 112 // how high the head is
	siteMark    = 50  // how high the mark in the head is
	siteX       = margin + siteMark*14/22 + 16
	bigMark     = 352 // how high the mark beside the text is
	figureWidth = 420
	textHeight  = Height - head - 2*40
	gap         = 20 // above the summary
)

// Draw returns the picture as a file. An error means that a font or the figure cannot be
// read.
func (p Picture) Draw() ([]byte, error) {
	c := newCanvas(Width, Height, paper)
	c.band(head, panel)
	mark.paint(c, newInk(pine), margin*64, (head-siteMark)/2*64, siteMark*64/22)
	var t typesetter
	inks := map[color.RGBA]ink{pine: newInk(pine), black: newInk(black), quiet: newInk(quiet)}
	for _, l := range p.lines(&t) {
		t.outline(l, func(p path) { c.fill(p, inks[l.colour]) })
	}
	if t.err != nil {
		return nil, t.err
	}
	// The figure comes last: its many edges may use up the colours of a picture.
	if len(p.Figure.Panels) == 0 {
		mark.paint(c, newInk(faint), (Width-margin-bigMark*14/22)*64, (head+Height-bigMark)/2*64, bigMark*64/22)
	} else if err := p.Figure.paint(c, image.Rect(Width-margin-figureWidth, head+margin/2, Width-margin, Height-margin/2)); err != nil {
		return nil, err
	}
	return c.png()
}

// textWidth is how wide the text may be.
func (p Picture) textWidth() int {
	beside := bigMark * 14 / 22
	if len(p.Figure.Panels) > 0 {
		beside = figureWidth
	}
	return Width - 2*margin - beside - 60
}

// lines returns the text of a picture in its place.
func (p Picture) lines(t *typesetter) []line {
	site := column{typesetter: t, x: fixed.I(siteX), width: fixed.I(Width - margin - siteX)}
	site.add(p.Site, style{semibold(), fixed.I(42), 20}, fixed.I(head), pine)

	text := column{typesetter: t, x: fixed.I(margin), width: fixed.I(p.textWidth())}
	summary := style{regular(), fixed.I(30), 20} // at least, if the title can be smaller
	room := fixed.I(textHeight - gap)
	lines, s := t.fit(p.Summary, summary, text.width, room/2)
	text.add(p.Kind, style{regular(), fixed.I(34), 20}, room/6, quiet)
	text.add(p.Title, style{semibold(), fixed.I(84), 19}, room-text.bottom-fixed.Int26_6(len(lines))*s.height(), black)
	text.bottom += fixed.I(gap)
	summary.size = fixed.I(36)
	text.add(p.Summary, summary, fixed.I(textHeight)-text.bottom, quiet)
	return append(site.middle(0, head), text.middle(head, Height)...)
}
