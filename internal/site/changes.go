package site

import (
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

func (list *Changes) Items(e *Entry, seen map[string]bool) (items []Item) {
	for i, c := range list.Changes {
		n := weigh(c.What, c.ID) + 60 + weighStubs(seen, c.Pages)
		items = append(items, Item{c.ID, "", n, func(to *Entry) {
			changes := to.Detail.(*Changes)
			changes.Changes = append(changes.Changes, c)
			to.take(e, page.ChangesField, i)
		}})
	}
	return items
}

func (list *Changes) Empty() Detail { return &Changes{} }
