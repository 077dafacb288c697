package link

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/site"
)

// cautionsName is the name of the page that explains the cautions.
const cautionsName = "cautions"

// cautions returns the sections of the page on cautions that an exercise names.
func (l *linker) cautions(e *site.Entry, x *exercise.Exercise) (out []site.Excerpt) {
	pages := l.byName[e.Lang][cautionsName]
	if len(pages) != 1 {
		if len(x.Cautions) > 0 {
			at := x.Cautions[0].Offset
			l.problem(diag.Errorf(x.Path, at, "%d pages in %q explain the cautions, and one must", len(pages), e.Lang).
				Hintf("write a page named %s.md, with a heading {#%s}", cautionsName, x.Cautions[0].Text))
		}
		return nil
	}
	if pages[0].Unidentified {
		return nil
	}
	if draftFor(e, pages[0]) && len(x.Cautions) > 0 {
		l.problem(isDraft(x.Path, x.Cautions[0].Offset, pages[0]))
	}
	for _, key := range x.Cautions {
		excerpt, hole, found := excerpt(pages[0], key.Text)
		if hole != nil {
			l.problem(diag.Errorf(pages[0].Path, hole.Offset,
				"a caution is shown on other pages, and cannot hold a %s", hole.Kind))
		}
		if !found {
			l.problem(diag.Errorf(x.Path, key.Offset, "%s has no heading with the id %q", pages[0].Path, key.Text).
				Hintf("%s", diag.SuggestOr(key.Text, pages[0].IDs())))
			continue
		}
		out = append(out, excerpt)
	}
	return out
}
