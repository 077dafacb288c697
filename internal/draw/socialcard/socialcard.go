// Package socialcard draws the pictures that other programs show of the site: one for each
// page, shown beside a link to it, and the site's icons.
//
//	Picture{Site: "Rygghåndboka", Kind: "Øvelse", Title: "Planken", Summary: "…"}.Draw()
//
// A picture is a PNG of 1200 × 630 pixels: the site's name as in the header of its pages, the
// kind of the page, its title, its summary, and the figure of an exercise or else the mark.
// Long text is set smaller, and in more lines: nothing is ever cut off.
//
// The same picture gives the same pixels on every machine: everything is painted in whole
// numbers (canvas.go), and the fonts are a part of the program.
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
	Figure  Figure // instead of the mark, if it has panels
}

// The size of a picture, in pixels.
const (
	Width  = 1200
	Height = 630
)

// version changes whenever the same Picture is drawn with other pixels, which a test reports.
const version = 1

// Name returns the picture's file name. It has a hash of all that is drawn, so that the
// picture may be cached for ever, and so that the name is known before the picture is drawn.
func (p Picture) Name() string {
	texts := []string{p.Site, p.Kind, p.Title, p.Summary}
	figure := fmt.Appendf(nil, "%d %d %q", p.Figure.Width, p.Figure.Height, p.Figure.Panels)
	drawn := fmt.Appendf(nil, "%d %q %s", version, texts, figure)
	return fmt.Sprintf("%.8x.png", sha256.Sum256(drawn))
}

// Lacks returns the letters that cannot be drawn: the fonts have those of Latin, Greek
// and Cyrillic alphabets.
func (p Picture) Lacks() []rune {
	var t typesetter
	return append(t.lacks(p.Site+p.Title, semibold()), t.lacks(p.Kind+p.Summary, regular())...)
}

// The layout of a picture, in pixels.
const (
	margin      = 80
	header      = 112 // height of the header
	siteMark    = 50  // height of the mark in the header
	siteX       = margin + siteMark*14/22 + 16
	bigMark     = 352 // height of the mark beside the text
	figureWidth = 420
	textHeight  = Height - header - 2*40
	gap         = 20 // above the summary
)

// Draw returns the picture as a file. An error means that a font or the figure cannot be
// read.
func (p Picture) Draw() ([]byte, error) {
	c := newCanvas(Width, Height, paper)
	c.band(header, panel)
	mark.paint(c, newInk(pine), margin*64, (header-siteMark)/2*64, siteMark*64/22)
	if err := p.paintText(c); err != nil {
		return nil, err
	}
	// The figure comes last: its many edges may use up the colours of a picture.
	if err := p.paintFigure(c); err != nil {
		return nil, err
	}
	return c.png()
}

func (p Picture) paintText(c *canvas) error {
	var t typesetter
	inks := map[color.RGBA]ink{pine: newInk(pine), black: newInk(black), quiet: newInk(quiet)}
	for _, l := range p.lines(&t) {
		t.outline(l, func(p path) { c.fill(p, inks[l.colour]) })
	}
	return t.err
}

// paintFigure paints the figure, or the mark if there is none.
func (p Picture) paintFigure(c *canvas) error {
	const right = Width - margin
	if len(p.Figure.Panels) > 0 {
		return p.Figure.paint(c, image.Rect(right-figureWidth, header+margin/2, right, Height-margin/2))
	}
	left, top := right-bigMark*14/22, (header+Height-bigMark)/2
	mark.paint(c, newInk(faint), left*64, top*64, bigMark*64/22)
	return nil
}

// textWidth is the width of the text at most.
func (p Picture) textWidth() int {
	beside := bigMark * 14 / 22
	if len(p.Figure.Panels) > 0 {
		beside = figureWidth
	}
	return Width - 2*margin - beside - 60
}

// lines returns the lines of text of a picture.
func (p Picture) lines(t *typesetter) []line {
	site := column{typesetter: t, x: fixed.I(siteX), width: fixed.I(Width - margin - siteX)}
	site.add(p.Site, style{semibold(), fixed.I(42), 20}, fixed.I(header), pine)

	text := column{typesetter: t, x: fixed.I(margin), width: fixed.I(p.textWidth())}
	summary := style{regular(), fixed.I(30), 20} // the smallest, if the title can be smaller
	room := fixed.I(textHeight - gap)
	lines, s := t.fit(p.Summary, summary, text.width, room/2)
	text.add(p.Kind, style{regular(), fixed.I(34), 20}, room/6, quiet)
	title := room - text.bottom - fixed.Int26_6(len(lines))*s.height()
	text.add(p.Title, style{semibold(), fixed.I(84), 19}, title, black)
	text.bottom += fixed.I(gap)
	summary.size = fixed.I(36)
	text.add(p.Summary, summary, fixed.I(textHeight)-text.bottom, quiet)
	return append(site.middle(0, header), text.middle(header, Height)...)
}
