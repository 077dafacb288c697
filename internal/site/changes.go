package site

import (
	"fmt"
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
)

// Changes is the list of changes of a language, the newest first.
type Changes struct{ Changes []Change }

// A Change is one of a list of changes.
type Change struct {
	Date  strict.Date
	ID    string // 2026-11-23-2: the second of that day
	What  string
	Pages []Stub // those that this language has
}

// changes finds the pages that a list of changes names. They are numbered from the
// oldest, so that a new one changes no number.
func (l *linker) changes(e *Entry) {
	own, ok := e.Own.(*page.Changes)
	if !ok {
		return
	}
	list := e.Detail.(*Changes)
	count := map[string]int{}
	for _, c := range slices.Backward(own.Changes) {
		day := c.Date.String()
		count[day]++
		out := Change{Date: c.Date, ID: fmt.Sprintf("%s-%d", day, count[day]), What: c.What.Text}
		for _, key := range c.Pages {
			switch to := l.byKey[e.Lang][key.Text]; {
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

func (list *Changes) items(e *Entry, seen map[string]bool) (items []item) {
	for i, c := range list.Changes {
		n := weigh(c.What, c.ID) + 60 + weighStubs(seen, c.Pages)
		items = append(items, item{c.ID, "", n, func(to *Entry) {
			changes := to.Detail.(*Changes)
			changes.Changes = append(changes.Changes, c)
			to.take(e, page.ChangesField, i)
		}})
	}
	return items
}

func (list *Changes) empty() Detail { return &Changes{} }

// anywhere reports whether some language has a page: the others may lack it yet.
func (l *linker) anywhere(key string) bool {
	for _, pages := range l.byKey {
		if pages[key] != nil {
			return true
		}
	}
	return false
}
