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
		w.level = min(ref.Level+shift, 6)
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
	case markdown.LinkTitle:
		template.HTMLEscape(w, []byte(r.layouts.Hyphenate(e.Lang, t.Text)))
	case markdown.AlertTitle:
		w.startAlert(r.layouts.Hyphenate(e.Lang, t.Text))
	case markdown.AlertEnd:
		w.endAlert()
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
	Closed  *closedBox    // if the screen shows only a part of it, nil if not
	Diagram *site.Diagram // of a figure, nil of a box
}

// A closedBox is a box of which the screen shows what matters most until a reader opens the
// rest: its first paragraph, and the titles of its alerts. Paper shows all of it.
type closedBox struct {
	Lead, Alerts, Rest template.HTML
	Start, Paper       template.HTML // the start tag of the heading, and the content, for paper
}

// writeEmbed writes an embedded box or figure. Boxes are closed where a reader comes to do
// something: on exercises and programmes.
func (r *renderer) writeEmbed(w *strings.Builder, e *site.Entry, box *site.Embed) diag.List {
	whole, probs := r.embedBody(e, box, false)
	layout := "partials/embed.html"
	v := embedView{
		ID:      box.ID,
		Title:   box.Title,
		URL:     box.URL,
		Start:   template.HTML(fmt.Sprintf(`<h%d id="%s">`, box.Level, box.ID)),
		End:     template.HTML(fmt.Sprintf("</h%d>", box.Level)),
		Content: template.HTML(whole),
		Diagram: box.Diagram,
	}
	switch {
	case box.Diagram != nil:
		layout = "partials/diagram.html"
	case e.Kind.Traits().Sections:
		short, more := r.embedBody(e, box, true)
		probs = append(probs, more...)
		v.Closed = closeBox(short)
		v.Closed.Start, v.Closed.Paper = template.HTML(fmt.Sprintf("<h%d>", box.Level)), paperCopy(whole)
	}
	if len(probs) > 0 {
		return probs
	}
	b, probs := r.layouts.Execute(e.Lang, layout, v)
	w.Write(b)
	return probs
}

// embedBody renders the body of a box.
func (r *renderer) embedBody(e *site.Entry, box *site.Embed, closed bool) (string, diag.List) {
	b := body{level: box.Level, closed: closed}
	probs := r.writeBody(&b, e, box.Body, box.Targets, box.Shift)
	return b.String(), probs
}

// closeBox divides the content of a box. What has alerts is closed in each of them.
func closeBox(content string) *closedBox {
	c := &closedBox{}
	content = strings.TrimSpace(content)
	if strings.HasPrefix(content, "<p>") {
		end := strings.Index(content, "</p>") + len("</p>")
		c.Lead, content = template.HTML(content[:end]), content[end:]
	}
	if strings.Contains(content, "<details>") {
		c.Alerts = template.HTML(content)
	} else {
		c.Rest = template.HTML(content)
	}
	return c
}
