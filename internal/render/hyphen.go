package render

import (
	"html/template"
	"strings"

	"rygghandboka/internal/site"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

// Titles, summaries and words are plain text. A layout puts soft hyphens into what a
// reader sees: with {{hyphen .Title}} where there is little room, in headings, cards
// and lists, and with {{running .Summary}} in sentences. The title element, attributes
// and data have none. The body of a page has them from package markdown.

// hyphenators returns one for each language that has a list.
func hyphenators(lists map[lang.Lang]hyphen.List) map[lang.Lang]*hyphen.Hyphenator {
	all := map[lang.Lang]*hyphen.Hyphenator{}
	for l, list := range lists {
		all[l] = hyphen.New(list)
	}
	return all
}

// text writes plain text that a reader of e sees.
func (p *printer) text(w *strings.Builder, e *site.Entry, text string) {
	template.HTMLEscape(w, []byte(p.layouts.joints[e.Lang].Text(text, hyphen.Running)))
}
