package link

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// draftFor reports whether readers of from cannot open a page that it names: that page is
// a draft, and from is none.
func draftFor(from, to *site.Entry) bool { return to.Draft && !from.Draft }

// isDraft is the problem that a page that is published names a draft.
func isDraft(file string, offset int, to *site.Entry) diag.Problem {
	return diag.Errorf(file, offset, "%s is a draft, so it is not published", to.Path).
		Hintf("publish both together, or remove this until then: readers cannot open a draft")
}
