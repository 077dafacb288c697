package render

import (
	"fmt"
	"strings"

	"rygghandboka/internal/text/markdown"
)

// A body is pieces of HTML while they are rendered.
type body struct {
	strings.Builder
	filled   []span // what fills each hole
	sections bool   // each heading of level 2 starts a section: see startSection
	inside   bool   // of a section
}

// A span is a part of what is rendered, from start to end.
type span struct{ start, end int }

// in returns the span of a text.
func (s span) in(text string) string { return text[s.start:s.end] }

// startSection starts a section around a heading of level 2 and what is below it, with
// a class of the heading's id, so that a style sheet can choose what goes on paper.
func (b *body) startSection(id string) {
	b.endSection()
	b.inside = true
	fmt.Fprintf(b, `<section class="section at-%s">`, id)
}

// endSection ends the section that has been started, if any.
func (b *body) endSection() {
	if b.inside {
		b.WriteString("</section>")
	}
	b.inside = false
}

// size returns about how many bytes a body has once its holes are filled.
func size(pieces []markdown.Piece) (n int) {
	for _, p := range pieces {
		n += len(p.HTML) + 64
	}
	return n
}
