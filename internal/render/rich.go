package render

import (
	"html/template"
	"strings"

	"rygghandboka/internal/data/bib"
)

// styleTags are the tags of styles, from the outside in.
var styleTags = []struct {
	style       bib.Style
	start, stop string
}{
	{bib.Bold, "<b>", "</b>"},
	{bib.Italic, "<i>", "</i>"},
	{bib.SmallCaps, "<small>", "</small>"}, // of capitals
	{bib.Sub, "<sub>", "</sub>"},
	{bib.Sup, "<sup>", "</sup>"},
}

// rich returns rich text as HTML. Nothing else makes HTML of it.
func rich(r bib.Rich) template.HTML {
	var b strings.Builder
	for _, run := range r {
		for _, tag := range styleTags {
			if run.Style&tag.style != 0 {
				b.WriteString(tag.start)
			}
		}
		template.HTMLEscape(&b, []byte(capitals(run)))
		for i := len(styleTags) - 1; i >= 0; i-- {
			if run.Style&styleTags[i].style != 0 {
				b.WriteString(styleTags[i].stop)
			}
		}
	}
	return template.HTML(b.String())
}

// capitals returns the text of a run, in capitals if it is in small ones.
func capitals(run bib.Run) string {
	if run.Style&bib.SmallCaps != 0 {
		return strings.ToUpper(run.Text)
	}
	return run.Text
}
