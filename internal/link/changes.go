package link

import (
	"fmt"
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// changes finds the pages that a list of changes names. They are numbered from the
// oldest, so that a new one changes no number.
func (l *linker) changes(e *site.Entry) {
	own, ok := e.Own.(*page.Changes)
	if !ok {
		return
	}
	list := e.Detail.(*site.Changes)
	count := map[string]int{}
	for _, c := range slices.Backward(own.Changes) {
		day := c.Date.String()
		count[day]++
		out := site.Change{Date: c.Date, ID: fmt.Sprintf("%s-%d", day, count[day]), What: c.What.Text}
		for _, key := range c.Pages {
			switch to := l.byKey[e.Lang][key.Text]; {
			case to != nil && draftFor(e, to) && !l.anywhere(key.Text):
				l.problem(isDraft(e.Path, key.Offset, to))
			case to != nil:
				out.Pages = append(out.Pages, to.Stub())
				to.Changed = c.Date
			case !l.anywhere(key.Text):
				l.problem(diag.Errorf(e.Path, key.Offset, "there is no page %q", key.Text).
					Hintf("%s", diag.SuggestOr(key.Text, slices.Collect(maps.Keys(l.byKey[e.Lang])))))
			}
		}
		list.Changes = append(list.Changes, out)
	}
	slices.Reverse(list.Changes)
}

// anywhere reports whether a page is published in some language: the others may lack it yet.
func (l *linker) anywhere(key string) bool {
	for _, pages := range l.byKey {
		if pages[key] != nil && !pages[key].Draft {
			return true
		}
	}
	return false
}
