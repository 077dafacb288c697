package render

import (
	"fmt"
	"html/template"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// A body is pieces of HTML while they are printed.
type body struct {
	strings.Builder
	filled   []stretch // what fills each hole
	sections bool      // each heading of level 2 starts a section: see startSection
	inside   bool      // of a section
}

// A stretch is a part of what is printed.
type stretch struct{ start, end int }

// in returns the stretch of a text.
func (s stretch) in(text string) string { return text[s.start:s.end] }

// startSection starts a section around a heading of level 2 and what stands below it, with
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

// body writes pieces with their holes filled, for a page e. shift is how many
// levels the headings move down.
func (p *printer) body(w *body, e *site.Entry, pieces []markdown.Piece, targets []site.Target, shift int) diag.List {
	w.Grow(size(pieces))
	w.filled = make([]stretch, 0, len(targets))
	for _, piece := range pieces {
		w.WriteString(piece.HTML)
		if piece.Ref == nil {
			continue
		}
		start := w.Len()
		if probs := p.fill(w, e, piece.Ref, targets[len(w.filled)], shift); len(probs) > 0 {
			return probs
		}
		w.filled = append(w.filled, stretch{start, w.Len()})
	}
	return nil
}

// fill writes what fills a hole.
func (p *printer) fill(w *body, e *site.Entry, r *markdown.Ref, t site.Target, shift int) diag.List {
	t.URL = p.address(t.URL)
	switch r.Kind {
	case markdown.Citation:
		p.citation(&w.Builder, e, t.Cites)
	case markdown.Embed:
		return p.embed(&w.Builder, e, t.Embed)
	case markdown.HeadingStart:
		if w.sections && r.Level == 2 {
			w.startSection(t.URL)
		}
		fmt.Fprintf(w, `<h%d id="%s">`, min(r.Level+shift, 6), t.URL)
	case markdown.HeadingEnd:
		fmt.Fprintf(w, `</h%d>`, min(r.Level+shift, 6))
	case markdown.TermStart:
		termStart(&w.Builder, t)
	case markdown.TermEnd:
		termEnd(&w.Builder, t)
	case markdown.ID, markdown.LinkURL:
		template.HTMLEscape(w, []byte(t.URL))
	case markdown.LinkTitle, markdown.Word:
		p.text(&w.Builder, e, t.Text)
	}
	return nil
}

// size returns about how many bytes a body has once its holes are filled.
func size(pieces []markdown.Piece) (n int) {
	for _, p := range pieces {
		n += len(p.HTML) + 64
	}
	return n
}
