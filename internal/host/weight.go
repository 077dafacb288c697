package host

import (
	"cmp"

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
	var heavy public.Heavy
	if f.Heavy != nil {
		heavy = f.Heavy()
	}
	hint := "divide it, or embed less"
	if heavy.What != "" {
		hint += ": " + heavy.What + ", before compression"
	}
	problem := diag.Errorf(cmp.Or(f.Source, f.Path), heavy.At,
		"compressed, the page weighs %d bytes and its style sheets %d: %d more than the %d that arrive at once",
		alone, style, excess, public.Budget)
	return diag.List{problem.Hintf("%s", hint)}
}
