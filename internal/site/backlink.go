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

// refer notes that the page that is being filled refers to another: by a link,
// an embed, or as a step of a programme. Indexes, lists of works and the home page refer to
// everything, so they are no way back. What a box refers to is noted on the
// page of the box.
func (l *linker) refer(from, to *Entry) {
	if from == to || from.IsIndex() || !from.Kind.Traits().Linked {
		return
	}
	if n := len(to.referrers); n == 0 || to.referrers[n-1] != from {
		to.referrers = append(to.referrers, from)
	}
}

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
