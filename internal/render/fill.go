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
		return r.writeEmbed(w, e, t.Embed)
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

// An embedView is the data of partials/embed.html and of partials/diagram.html.
type embedView struct {
	ID      string // of the heading
	Title   string
	URL     string
	Start   template.HTML // the tags of the heading, whose level
	End     template.HTML // depends on where the box is
	Content template.HTML
	Closed  *closedBox    // what the screen shows instead, if that is only a part, and
	Paper   *paperBox     // what paper shows: nil if both show the content
	Diagram *site.Diagram // of a figure, nil of a box
}

// A closedBox is a box of which the screen shows what matters most until a reader opens the
// rest: its first paragraph, and the titles of its alerts.
type closedBox struct{ Lead, Alerts, Rest template.HTML }

// A paperBox is the same box on paper, which shows all of it.
type paperBox struct{ Start, Content template.HTML }

// writeEmbed writes an embedded box or figure. Boxes are closed where a reader comes to do
// something: on exercises and programmes.
func (r *renderer) writeEmbed(w *body, e *site.Entry, box *site.Embed) diag.List {
	layout := "partials/embed.html"
	v := embedView{
		ID:      box.ID,
		Title:   box.Title,
		URL:     box.URL,
		Start:   template.HTML(fmt.Sprintf(`<h%d id="%s">`, box.Level, box.ID)),
		End:     template.HTML(fmt.Sprintf("</h%d>", box.Level)),
		Diagram: box.Diagram,
	}
	if box.Diagram != nil {
		layout = "partials/diagram.html"
	}
	if probs := r.fillEmbed(&v, w.medium, e, box); len(probs) > 0 {
		return probs
	}
	b, probs := r.layouts.Execute(e.Lang, layout, v)
	w.Write(b)
	return probs
}

// fillEmbed renders the content of a box or a figure for a medium.
func (r *renderer) fillEmbed(v *embedView, m medium, e *site.Entry, box *site.Embed) (probs diag.List) {
	if box.Diagram != nil || !e.Kind.Traits().Sections {
		whole, probs := r.embedBody(e, box, &body{medium: m})
		v.Content = template.HTML(whole)
		return probs
	}
	if m != paper {
		short, more := r.embedBody(e, box, &body{medium: screen, closed: true})
		v.Content, v.Closed, probs = template.HTML(short), closeBox(short), more
	}
	if m != screen {
		whole, more := r.embedBody(e, box, &body{medium: paper})
		v.Content = template.HTML(whole)
		v.Paper = &paperBox{template.HTML(fmt.Sprintf("<h%d>", box.Level)), paperCopy(whole)}
		probs = append(probs, more...)
	}
	return probs
}

// embedBody renders the body of a box into b, which is empty.
func (r *renderer) embedBody(e *site.Entry, box *site.Embed, b *body) (string, diag.List) {
	b.level = box.Level
	probs := r.writeBody(b, e, box.Body, box.Targets, box.Shift)
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
