package host

import (
	"cmp"
	"fmt"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

// tooHeavy refuses a page that is too heavy together with its style sheets, whose weight is
// style. The problem is in the Markdown file, which an author can change.
func tooHeavy(f public.File, page []byte, style int) diag.List {
	alone := public.Weight(page)
	excess := alone + style - public.Budget
	if excess <= 0 {
		return nil
	}
	hint := fmt.Sprintf(
		"divide it, or embed less (compressed with gzip, %d bytes in all are one round trip)", public.Budget,
	)
	if f.Heavy != nil {
		hint += "; uncompressed it has " + f.Heavy()
	}
	problem := diag.Errorf(cmp.Or(f.Source, f.Path), 0,
		"the page weighs %d bytes, and its style sheets %d: %d too many", alone, style, excess)
	return diag.List{problem.Hintf("%s", hint)}
}
