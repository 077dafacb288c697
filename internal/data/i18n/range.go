package i18n

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
)

// falling reports the ranges that fall in words, such as 30–20 seconds.
func (t *Table) falling(f source.File, readers map[lang.Lang]*fact.Reader) (probs diag.List) {
	for _, l := range t.languages {
		r := readers[l.Lang]
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
