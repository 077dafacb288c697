package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// A Group is the pages of one kind that refer to a page.
type Group struct {
	Kind  page.Kind
	Pages []Stub // sorted by title
}

// Refer notes that the page from refers to e. It is called for all references of a page in
// a row.
func (e *Entry) Refer(from *Entry) {
	if n := len(e.referrers); n == 0 || e.referrers[n-1] != from {
		e.referrers = append(e.referrers, from)
	}
}

// Referrers returns how many pages refer to e.
func (e *Entry) Referrers() int { return len(e.referrers) }

// Backlinks returns the pages that refer to this one. They are sorted when a page
// is printed, and not for all pages on each build.
func (e *Entry) Backlinks() (groups []Group) {
	for _, kind := range page.Kinds() {
		g := Group{Kind: kind}
		for _, from := range e.referrers {
			if from.Kind == kind {
				g.Pages = append(g.Pages, from.Stub())
			}
		}
		if len(g.Pages) == 0 {
			continue
		}
		slices.SortFunc(g.Pages, func(a, b Stub) int { return strings.Compare(a.URL, b.URL) }) // titles may be alike
		g.Pages = slices.Compact(g.Pages)
		lang.Sort(e.Language.Collation, g.Pages, func(s Stub) string { return s.Title })
		groups = append(groups, g)
	}
	return groups
}
