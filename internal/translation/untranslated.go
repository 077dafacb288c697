package translation

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/fact"
)

// untranslated reports the sentences of a page that are in another language: somebody has
// copied them, and not translated them yet.
func untranslated(p *page.Page) (probs diag.List) {
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			for _, f := range b.Facts {
				if f.Kind != fact.Foreign {
					continue
				}
				found := diag.Warnf(p.Path, int(f.Offset), "this sentence is in %q, on a page in %q", f.Value, p.Lang)
				if p.Critical || b.Critical {
					found.Severity = diag.Error
				}
				probs = append(probs, found.Hintf("translate it; a phrase that is to stay as it is: [core stability]{lang=en}"))
			}
		}
	}
	return probs
}
