package render

import (
	"html/template"
	"strings"

	"rygghandboka/internal/site"
)

// A term that is linked leads to the glossary. Its definition is beside it,
// which the style sheet shows while the term is pointed at or has the focus, and
// a screen reader reads as the link's description; on a page that would be too heavy
// only the glossary has it. A term that is not linked has an empty target, and is text
// like any other.

func startTerm(w *strings.Builder, t site.Target) {
	if t.URL == "" {
		return
	}
	w.WriteString(`<a class="term" href="`)
	template.HTMLEscape(w, []byte(t.URL))
	if t.Text != "" {
		w.WriteString(`" aria-describedby="` + termID(t))
	}
	w.WriteString(`">`)
}

func endTerm(w *strings.Builder, t site.Target) {
	if t.URL == "" {
		return
	}
	w.WriteString("</a>")
	if t.Text == "" {
		return
	}
	w.WriteString(`<span class="definition" aria-hidden="true" id="` + termID(t) + `">`)
	template.HTMLEscape(w, []byte(t.Text))
	w.WriteString("</span>")
}

// termID returns the id of the definition beside a term.
func termID(t site.Target) string {
	_, id, _ := strings.Cut(t.URL, "#")
	return "term-" + id
}
