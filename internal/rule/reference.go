package rule

import (
	"rygghandboka/internal/bib"
	"rygghandboka/internal/diag"
)

// references: a work that no page cites is either forgotten or left over.
func references(s Subject) (probs diag.List) {
	for _, w := range s.Bibliography.Works {
		if s.Uses[w.Key] == 0 {
			probs = append(probs, diag.Warnf(bib.Path, w.Offset, "no page cites %s", w.Key))
		}
	}
	return probs
}
