package rule

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// homes: a site without pages would replace one with pages. The layout of the
// home page links the whole language together, so each language has one, and its
// file is index.md.
func homes(s Subject) (probs diag.List) {
	if len(s.Entries) == 0 {
		probs = append(probs, diag.Errorf("content", 0, "there are no pages").
			Hintf("write content/LANGUAGE/index.md, with kind: home"))
	}
	for _, e := range s.Entries {
		first := e.Key == "index"
		if first {
			probs = append(probs, homeKeys(e)...)
		}
		if first && e.Kind != page.HomeKind && !e.Unidentified {
			probs = append(probs, diag.Errorf(e.Path, e.Keys["kind"],
				"the first page of a language is of kind home, not %s", e.Kind))
		}
	}
	return probs
}

// homeKeys refuses keys that mean nothing on a home page.
func homeKeys(e *site.Entry) (probs diag.List) {
	for _, key := range []string{"slug", "order", "unlisted"} {
		if at, given := e.Keys[key]; given {
			probs = append(probs, diag.Errorf(e.Path, at, "a home page has no %s", key))
		}
	}
	return probs
}
