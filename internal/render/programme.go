package render

import (
	"html/template"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// A programmeDetail is what programme.html shows beyond the text, and the text in the order
// of the screen: what a reader needs before the exercises comes before them. On paper it
// is after them.
type programmeDetail struct {
	Steps   []site.Step
	Handout handout
	First   template.HTML // for the screen
	Rest    template.HTML // what is in First is there for paper
}

func (r *renderer) programmeDetail(e *site.Entry, p *site.Programme) (*programmeDetail, error) {
	handout, err := r.newHandout(e, 3)
	if err != nil {
		return nil, err
	}
	return &programmeDetail{Steps: p.Steps, Handout: handout}, nil
}

// first are the sections of a programme that come before its exercises.
var first = []string{page.ForWhomSection, page.StopSection}

// divide divides the text of the programme. What is before its first heading comes first.
func (d *programmeDetail) divide(b *body) {
	text := b.String()
	lead := len(text)
	if len(b.started) > 0 {
		lead = b.started[0].start
	}
	var screen, rest strings.Builder
	screen.WriteString(text[:lead])
	rest.WriteString(onPaper(text[:lead]))
	for _, s := range b.started {
		html := s.in(text)
		if slices.Contains(first, s.id) {
			screen.WriteString(paperBox.ReplaceAllString(html, ""))
			html = onPaper(html)
		}
		rest.WriteString(html)
	}
	d.First, d.Rest = template.HTML(screen.String()), template.HTML(rest.String())
}

// paperBox and screenBox match boxes that only one of both shows: partials/embed.html.
var (
	paperBox  = regexp.MustCompile(`(?s)<aside class="factbox paper".*?</aside>`)
	screenBox = regexp.MustCompile(`(?s)<aside class="factbox screen".*?</aside>`)
)

// onPaper returns a copy of a section, or of text outside of one, that only paper shows.
func onPaper(html string) string {
	html = string(paperCopy(screenBox.ReplaceAllString(html, "")))
	if section, ok := strings.CutPrefix(html, `<section class="section`); ok {
		return `<section class="section paper` + section
	}
	if strings.TrimSpace(html) == "" {
		return ""
	}
	return `<div class="paper">` + html + `</div>`
}
