package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/lang"
	"rygghandboka/internal/page"
)

// A Group is the pages of one kind that refer to a page.
type Group struct {
	Kind  page.Kind
	Pages []Stub // sorted by title
}

// backlinkKinds are the kinds of page whose references are worth a way back, in
// the order in which they are shown. Indexes, lists of works and the home page
// refer to everything.
var backlinkKinds = []page.Kind{page.Programme, page.Article, page.Exercise, page.Factbox, page.Plain}

// refer notes that a page refers to another: by a link, an embed, or as a step
// of a programme.
func (l *linker) refer(from, to *Entry) {
	if from == to || from.IsIndex() || !slices.Contains(backlinkKinds, from.Kind) {
		return
	}
	if l.referrers[to] == nil {
		l.referrers[to] = map[*Entry]bool{}
	}
	l.referrers[to][from] = true
}

// backlinks gives each page the pages that refer to it, once all are filled.
func (l *linker) backlinks() {
	for to, from := range l.referrers {
		for _, kind := range backlinkKinds {
			g := Group{Kind: kind}
			for e := range from {
				if e.Kind == kind {
					g.Pages = append(g.Pages, e.stub())
				}
			}
			if len(g.Pages) == 0 {
				continue
			}
			slices.SortFunc(g.Pages, func(a, b Stub) int { return strings.Compare(a.URL, b.URL) }) // titles may be alike
			lang.Sort(to.Language.Collation, g.Pages, func(s Stub) string { return s.Title })
			to.Backlinks = append(to.Backlinks, g)
		}
	}
}
