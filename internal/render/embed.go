package render

import (
	"html/template"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// embedView is what partials/embed.html sees.
type embedView struct {
	ID      string // of the box's heading
	Title   string
	URL     string        // of the page of its own that the box has
	Start   template.HTML // the tags of the heading, whose level
	End     template.HTML // depends on where the box stands
	Content template.HTML
	Diagram *site.Diagram // of a figure
}

// embed writes an embedded box.
func (p *printer) embed(w *strings.Builder, e *site.Entry, box *site.Embed) diag.List {
	var body body
	if probs := p.body(&body, e, box.Body, box.Targets, box.Shift); len(probs) > 0 {
		return probs
	}
	tag := "h" + string(rune('0'+box.Level))
	layout := "partials/embed.html"
	if box.Diagram != nil {
		layout = "partials/diagram.html"
	}
	b, probs := p.layouts.sets[e.Lang].execute(layout, embedView{
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
