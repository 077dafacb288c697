package page

import (
	"slices"

	"rygghandboka/internal/base/diag"
)

// reviewKeys are keys with which authors stated a review, which nothing bound to what had
// been reviewed.
var reviewKeys = []string{"reviewer", "reviewed", "next-review"}

// reviews replaces the problems of keys that state a review with one that says where
// reviews are recorded.
func (p *Page) reviews(probs diag.List) diag.List {
	at := -1
	for _, key := range reviewKeys {
		if offset, given := p.Keys[key]; given && (at < 0 || offset < at) {
			at = offset
		}
	}
	if at < 0 {
		return probs
	}
	probs = slices.DeleteFunc(probs, func(problem diag.Problem) bool {
		return slices.ContainsFunc(reviewKeys, func(key string) bool {
			offset, given := p.Keys[key]
			return given && offset == problem.Offset
		})
	})
	return append(probs, diag.Errorf(p.Path, at, "a review is no longer stated in the front matter").
		Hintf("remove reviewer, reviewed and next-review, and record the review: "+
			`go run ./cmd/build review %s -lang %s -by "NAME, ROLE" -until DATE`, p.Key, p.Lang))
}
