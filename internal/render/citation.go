package render

import (
	"html/template"
	"strconv"
	"strings"

	"rygghandboka/internal/site"
)

// writeCitation writes the numbers of a citation, 1,3–5, each a link to the work in
// the page's list of references (layouts/partials/citation.html), from which a
// link leads back. A number inside a range is a link too, and is visible when it
// has the focus. Beside each number is the work, which the style sheet shows
// while the number is pointed at or has the focus; to a screen reader the link
// is enough. label is the word for a reference.
func writeCitation(w *strings.Builder, label string, cites []site.Cited) {
	if len(cites) == 0 {
		return
	}
	label = template.HTMLEscapeString(label)
	w.WriteString(`<sup class="citation">`)
	for i, c := range cites {
		class := ""
		switch {
		case c.Inside:
			class = ` class="inside"`
		case i > 0 && cites[i-1].Inside:
			w.WriteString("–")
		case i > 0:
			w.WriteString(",")
		}
		writeCited(w, label, class, c)
	}
	w.WriteString("</sup>")
}

// writeCited writes one number of a citation.
func writeCited(w *strings.Builder, label, class string, c site.Cited) {
	n := strconv.Itoa(c.Number)
	for _, s := range []string{`<a`, class, ` id="`, c.ID, `" href="#`, c.Ref, `" aria-label="`} {
		w.WriteString(s)
	}
	for _, s := range []string{label, " ", n, `">`, n} {
		w.WriteString(s)
	}
	if c.Locator != "" {
		w.WriteString(" (" + template.HTMLEscapeString(c.Locator) + ")")
	}
	w.WriteString(`</a><span class="work" aria-hidden="true">`)
	template.HTMLEscape(w, []byte(c.Text))
	w.WriteString("</span>")
}
