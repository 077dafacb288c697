package render

import (
	"fmt"

	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// heavy returns the length of each part of a page, for an author who has to shorten it.
func heavy(e *site.Entry) string {
	text := 0
	for _, piece := range e.Body {
		text += len(piece.HTML)
	}
	return fmt.Sprintf("text %s, boxes %s, sources %s, definitions of terms %s, lists %s",
		kilobytes(text), kilobytes(boxBytes(e)), kilobytes(sourceBytes(e)), kilobytes(termBytes(e)),
		kilobytes(e.Listed()))
}

func kilobytes(n int) string { return fmt.Sprintf("%.1f kB", float64(n)/1000) }

func boxBytes(e *site.Entry) (n int) {
	for _, t := range e.Targets {
		if t.Embed != nil {
			n += size(t.Embed.Body)
		}
	}
	return n
}

func sourceBytes(e *site.Entry) (n int) {
	for _, r := range e.References {
		n += len(r.Work.Text) + 100*len(r.Places)
	}
	return n
}

func termBytes(e *site.Entry) (n int) {
	hole := 0
	for _, piece := range e.Body {
		if piece.Ref == nil {
			continue
		}
		if piece.Ref.Kind == markdown.TermStart {
			n += len(e.Targets[hole].Text)
		}
		hole++
	}
	return n
}
