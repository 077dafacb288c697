package render

import (
	"fmt"
	"html/template"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// writeBody writes pieces with their holes filled, for a page e. shift is how many
// levels the headings move down.
func (r *renderer) writeBody(
	w *body, e *site.Entry, pieces []markdown.Piece, targets []site.Target, shift int,
) diag.List {
	w.Grow(size(pieces))
	w.filled = make([]span, 0, len(targets))
	for _, piece := range pieces {
		w.WriteString(piece.HTML)
		if piece.Ref == nil {
			continue
		}
		start := w.Len()
		if probs := r.fill(w, e, piece.Ref, targets[len(w.filled)], shift); len(probs) > 0 {
			return probs
		}
		w.filled = append(w.filled, span{start, w.Len()})
	}
	return nil
}

// fill writes what fills a hole.
func (r *renderer) fill(w *body, e *site.Entry, ref *markdown.Ref, t site.Target, shift int) diag.List {
	t.URL = r.address(t.URL)
	switch ref.Kind {
	case markdown.Citation:
		writeCitation(&w.Builder, r.word(e.Lang, "reference"), t.Cites)
	case markdown.Embed:
		return r.writeEmbed(&w.Builder, e, t.Embed)
	case markdown.HeadingStart:
		if w.sections && ref.Level == 2 {
			w.startSection(t.URL)
		}
		fmt.Fprintf(w, `<h%d id="%s">`, min(ref.Level+shift, 6), t.URL)
	case markdown.HeadingEnd:
		fmt.Fprintf(w, `</h%d>`, min(ref.Level+shift, 6))
	case markdown.TermStart:
		startTerm(&w.Builder, t)
	case markdown.TermEnd:
		endTerm(&w.Builder, t)
	case markdown.ID, markdown.LinkURL:
		template.HTMLEscape(w, []byte(t.URL))
	case markdown.LinkTitle, markdown.Word:
		template.HTMLEscape(w, []byte(r.layouts.Hyphenate(e.Lang, t.Text)))
	}
	return nil
}

// embedView is the data of partials/embed.html and partials/diagram.html.
type embedView struct {
	ID      string // of the box's heading
	Title   string
	URL     string        // of the page of its own that the box has
	Start   template.HTML // the tags of the heading, whose level
	End     template.HTML // depends on where the box is
	Content template.HTML
	Diagram *site.Diagram // of a figure, nil of a box
}

// writeEmbed writes an embedded box or figure.
func (r *renderer) writeEmbed(w *strings.Builder, e *site.Entry, box *site.Embed) diag.List {
	var body body
	if probs := r.writeBody(&body, e, box.Body, box.Targets, box.Shift); len(probs) > 0 {
		return probs
	}
	layout := "partials/embed.html"
	if box.Diagram != nil {
		layout = "partials/diagram.html"
	}
	tag := fmt.Sprintf("h%d", box.Level)
	b, probs := r.layouts.Execute(e.Lang, layout, embedView{
		ID:      box.ID,
		Title:   box.Title,
		URL:     box.URL,
		Start:   template.HTML("<" + tag + ` id="` + box.ID + `">`),
		End:     template.HTML("</" + tag + ">"),
		Content: template.HTML(body.String()),
		Diagram: box.Diagram,
	})
	w.Write(b)
	return probs
}
