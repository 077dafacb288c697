package link

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// cautionsName is the name of the page that explains the cautions.
const cautionsName = "cautions"

// cautions returns the sections of the page on cautions that an exercise names, with its own
// text of those that it words itself.
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
	own := ownExercise(e)
	l.unnamed(e, x, own)
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
		if c := own.Caution(key.Text); c != nil {
			excerpt.HTML, excerpt.Own = "", c.Text.Text
		}
		out = append(out, excerpt)
	}
	return out
}

// ownExercise returns the front matter that only an exercise has, empty if it has none.
func ownExercise(e *site.Entry) *page.Exercise {
	if own, ok := e.Own.(*page.Exercise); ok {
		return own
	}
	return &page.Exercise{}
}

// unnamed reports texts of cautions that the shared file does not name.
func (l *linker) unnamed(e *site.Entry, x *exercise.Exercise, own *page.Exercise) {
	var named []string
	for _, key := range x.Cautions {
		named = append(named, key.Text)
	}
	for _, c := range own.Cautions {
		if key := c.Caution; key.Text != "" && !slices.Contains(named, key.Text) {
			l.problem(diag.Errorf(e.Path, key.Offset, "%s does not name the caution %q", x.Path, key.Text).
				Hintf("%s", diag.SuggestOr(key.Text, named)))
		}
	}
}
