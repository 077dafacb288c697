package render

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"rygghandboka/internal/text/markdown"
)

// A body is pieces of HTML while they are rendered.
type body struct {
	strings.Builder
	filled   []span    // what fills each hole
	level    int       // of the last heading, that of the title above all
	medium   medium    // what it is for
	sections bool      // each heading of level 2 starts a section: see startSection
	started  []section // those that have been started, the last of which may not have ended
	closed   bool      // alerts show only their titles until they are opened
}

// A medium is where what is closed on the screen, and whole on paper, is shown.
type medium int

const (
	everywhere medium = iota
	screen
	paper
)

// A span is a part of what is rendered, from start to end.
type span struct{ start, end int }

// in returns the span of a text.
func (s span) in(text string) string { return text[s.start:s.end] }

// A section is a heading of level 2 and what is below it. Its end is 0 until it is known.
type section struct {
	id string
	span
}

// startSection starts a section around a heading of level 2 and what is below it, with
// a class of the heading's id, so that a style sheet can choose what goes on paper.
func (b *body) startSection(id string) {
	b.endSection()
	b.started = append(b.started, section{id, span{start: b.Len()}})
	class := "section"
	if b.medium == paper {
		class += " paper"
	}
	fmt.Fprintf(b, `<section class="%s at-%s">`, class, id)
}

// lead returns what is before the first section.
func (b *body) lead() string {
	if len(b.started) == 0 {
		return b.String()
	}
	return b.String()[:b.started[0].start]
}

// endSection ends the section that has been started, if any.
func (b *body) endSection() {
	if n := len(b.started); n > 0 && b.started[n-1].end == 0 {
		b.WriteString("</section>")
		b.started[n-1].end = b.Len()
	}
}

// startAlert writes the title of an alert: a heading, so that whoever goes from heading to
// heading comes to it.
func (b *body) startAlert(title string) {
	if b.closed {
		b.WriteString("<details><summary>")
	}
	level := min(b.level+1, 6)
	fmt.Fprintf(b, `<h%d class="alert-title">%s</h%d>`, level, template.HTMLEscapeString(title), level)
	if b.closed {
		b.WriteString("</summary>")
	}
}

func (b *body) endAlert() {
	if b.closed {
		b.WriteString("</details>")
	}
}

var (
	tag = regexp.MustCompile(`<[^>]*>`)

	// naming matches the attributes by which an element is named, and by which it names others.
	naming = regexp.MustCompile(` (id|aria-labelledby|aria-describedby)="?[^" >]*"?`)
)

// paperCopy returns a copy of HTML for paper. The ids of a page are those of the original.
func paperCopy(html string) template.HTML {
	return template.HTML(tag.ReplaceAllStringFunc(html, func(t string) string {
		return naming.ReplaceAllString(t, "")
	}))
}

// size returns about how many bytes a body has once its holes are filled.
func size(pieces []markdown.Piece) (n int) {
	for _, p := range pieces {
		n += len(p.HTML) + 64
	}
	return n
}
