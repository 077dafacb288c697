package site

import (
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
)

// A Programme is exercises in their order.
type Programme struct{ Steps []Step }

// A Step is one exercise of a programme.
type Step struct {
	Card
	Reason string
}

// programme finds the exercises of a programme.
func (l *linker) programme(e *Entry) {
	own, ok := e.Own.(*page.Programme)
	if !ok {
		return
	}
	p := e.Detail.(*Programme)
	for _, s := range own.Steps {
		if x := l.exerciseNamed(e.Lang, e.Path, s.Exercise); x != nil {
			l.refer(e, x)
			p.Steps = append(p.Steps, Step{x.Card(), s.Reason.Text})
		}
	}
}

// lead returns what is put before the reason for a step where it is searched.
func (p *Programme) lead(part strict.Part) string {
	if part.Key != page.StepsField {
		return ""
	}
	return p.Steps[part.Index].Title + ": "
}
