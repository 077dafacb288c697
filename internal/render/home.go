package render

import (
	"html/template"
	"strings"

	"rygghandboka/internal/site"
)

// A homeDetail is what home.html shows beyond the text: the ways in, and pages that only
// another language has. The ways in come before the first heading of the text.
type homeDetail struct {
	*indexDetail
	Doors []site.Door
	Lead  template.HTML
	Rest  template.HTML
}

func (r *renderer) newHomeDetail(e *site.Entry, home *site.Home, content template.HTML) *homeDetail {
	text := string(content)
	at := len(text)
	if len(e.Headings) > 0 {
		at = max(0, strings.Index(text, `<h2 id="`+e.Headings[0].ID+`"`))
	}
	return &homeDetail{r.newIndexDetail(e), home.Doors, template.HTML(text[:at]), template.HTML(text[at:])}
}
