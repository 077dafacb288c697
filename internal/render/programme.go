package render

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
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

// divideProgramme divides the text of a programme, of which all is the body for screen and
// paper alike. What is before its first heading comes first.
func (r *renderer) divideProgramme(d *programmeDetail, e *site.Entry, all *body) (probs diag.List) {
	on := func(m medium) *body {
		b := &body{level: 1, sections: true, medium: m}
		probs = append(probs, r.writeBody(b, e, e.Body, e.Targets, 0)...)
		b.endSection()
		return b
	}
	onScreen, onPaper := on(screen), on(paper)
	var before, after strings.Builder
	before.WriteString(onScreen.lead())
	if text := onPaper.lead(); strings.TrimSpace(text) != "" {
		fmt.Fprintf(&after, `<div class="paper">%s</div>`, paperCopy(text))
	}
	for i, s := range all.started {
		if slices.Contains(first, s.id) {
			before.WriteString(onScreen.started[i].in(onScreen.String()))
			after.WriteString(string(paperCopy(onPaper.started[i].in(onPaper.String()))))
		} else {
			after.WriteString(s.in(all.String()))
		}
	}
	d.First, d.Rest = template.HTML(before.String()), template.HTML(after.String())
	return probs
}
