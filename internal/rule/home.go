package rule

import (
	"rygghandboka/internal/diag"
	"rygghandboka/internal/page"
)

// homes: the layout of the home page links the whole language together, so each
// language has one, and its file is index.md.
func homes(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		switch isHome := e.Key == "index"; {
		case e.Broken:
		case isHome && e.Kind != page.Home:
			probs = append(probs, diag.Errorf(e.Path, e.Keys["kind"], "the first page of a language is of kind home, not %s", e.Kind))
		case !isHome && e.Kind == page.Home:
			probs = append(probs, diag.Errorf(e.Path, e.Keys["kind"], "only index.md at the top of a language is of kind home").Hintf("write kind: page"))
		}
	}
	return probs
}
