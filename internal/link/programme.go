package link

import (
	"cmp"
	"slices"

	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// programme finds the exercises of a programme, and tells each its place in it.
func (l *linker) programme(e *site.Entry) {
	own, ok := e.Own.(*page.Programme)
	if !ok {
		return
	}
	p := e.Detail.(*site.Programme)
	for _, s := range own.Steps {
		if x := l.exerciseNamed(e, e.Path, s.Exercise); x != nil {
			l.refer(e, x)
			p.Steps = append(p.Steps, site.Step{
				Card:   x.Card(),
				Reason: s.Reason.Text,
				Start:  x.Texts(page.StartSection, markdown.TextBlock),
				How:    x.Texts(page.StepsSection, markdown.StepBlock),
			})
		}
	}
	for i, s := range p.Steps {
		if s.Exercise == nil || e.Draft && !s.Draft {
			continue
		}
		place := site.Place{Programme: e.Stub(), Order: e.Order, Number: i + 1, Of: len(p.Steps)}
		if i+1 < len(p.Steps) {
			place.Next = &p.Steps[i+1].Stub
		}
		s.Exercise.Places = append(s.Exercise.Places, place)
		slices.SortStableFunc(s.Exercise.Places, func(a, b site.Place) int { return cmp.Compare(a.Order, b.Order) })
	}
}

// rank notes in which order the programmes have their exercises. A list of exercises has
// the same order, so that it is the same in all languages.
func (l *linker) rank() {
	for in, pages := range l.byKey {
		var programmes []*site.Entry
		for _, e := range pages {
			if e.Kind == page.ProgrammeKind {
				programmes = append(programmes, e)
			}
		}
		slices.SortFunc(programmes, func(a, b *site.Entry) int {
			return cmp.Or(cmp.Compare(rank(a.Order), rank(b.Order)), cmp.Compare(a.Key, b.Key))
		})
		l.ranks[in] = map[string]int{}
		for _, e := range programmes {
			own, ok := e.Own.(*page.Programme)
			if !ok {
				continue
			}
			for _, s := range own.Steps {
				if _, again := l.ranks[in][s.Exercise.Text]; !again {
					l.ranks[in][s.Exercise.Text] = len(l.ranks[in]) + 1
				}
			}
		}
	}
}
