package i18n

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
)

// disagreements reports counts with different meanings in two languages: another
// unit, or another number, would be in the dose of every exercise. A language that lacks
// words cannot be compared yet.
func (t *Table) disagreements(f source.File, languages []Language) (probs diag.List) {
	for _, key := range slices.Sorted(maps.Keys(t.counts)) {
		var first []string
		for i, l := range languages {
			facts := fact.NewReader(l.Lexis, l.Decimal).Names(t.Count(l.Lang, key, 5, "5"))
			if i == 0 {
				first = facts
			} else if !slices.Equal(facts, first) {
				probs = append(probs, diag.Errorf(f.Path, Offset(f, key), "%q contains %q in %q, but %q in %q",
					key, facts, l.Lang, first, languages[0].Lang))
			}
		}
	}
	return probs
}
