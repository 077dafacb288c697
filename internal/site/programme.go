package site

// A Step is one exercise of a programme.
type Step struct {
	Card
	Reason string
}

// programme finds the exercises of a programme.
func (l *linker) programme(e *Entry) {
	for _, s := range e.Steps {
		if x := l.exerciseNamed(e.Lang, e.Path, s.Exercise); x != nil {
			l.refer(e, x)
			e.Programme = append(e.Programme, Step{x.Card(), s.Reason.Text})
		}
	}
}
