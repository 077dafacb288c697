package i18n

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
)

// falling reports the ranges that fall in words, such as 30–20 seconds.
func (t *Table) falling(f source.File) (probs diag.List) {
	for _, l := range t.languages {
		r := fact.NewReader(l.Lexis, l.Decimal)
		texts := t.Texts(l.Lang)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			for _, text := range texts[key] {
				for _, found := range r.Falling(text) {
					at := offsetOf(f, key, text) + found.Start
					probs = append(probs, diag.FallingAt(f.Path, at, text[found.Start:found.End]))
				}
			}
		}
	}
	return probs
}
