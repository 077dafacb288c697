package link

import (
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// programme finds the exercises of a programme.
func (l *linker) programme(e *site.Entry) {
	own, ok := e.Own.(*page.Programme)
	if !ok {
		return
	}
	p := e.Detail.(*site.Programme)
	for _, s := range own.Steps {
		if x := l.exerciseNamed(e, e.Path, s.Exercise); x != nil {
			l.refer(e, x)
			p.Steps = append(p.Steps, site.Step{Card: x.Card(), Reason: s.Reason.Text})
		}
	}
}
