package link

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// doors finds the pages and figures of the doors of a home page.
func (l *linker) doors(e *site.Entry) {
	own, ok := e.Own.(*page.Home)
	if !ok {
		return
	}
	home := e.Detail.(*site.Home)
	for _, d := range own.Doors {
		to := l.byKey[e.Lang][d.Page.Text]
		x := l.exerciseNamed(e, e.Path, d.Figure)
		if to == nil && d.Page.Text != "" {
			l.problem(diag.Errorf(e.Path, d.Page.Offset, "there is no page %q", d.Page.Text).
				Hintf("%s", diag.SuggestOr(d.Page.Text, slices.Collect(maps.Keys(l.byKey[e.Lang])))))
		}
		if to == nil || x == nil || x.Exercise() == nil {
			continue
		}
		if draftFor(e, to) {
			l.problem(isDraft(e.Path, d.Page.Offset, to))
		}
		stub := to.Stub()
		stub.Title = d.Title.Text
		home.Doors = append(home.Doors, site.Door{Stub: stub, Text: d.Text.Text, Figure: x.Exercise().Figure})
	}
}
