package record

import (
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/translation"
)

// The keys of the data of an exercise that are not critical. A figure is no record: whoever
// changes a pose looks at the drawing.
const (
	citationsKey = "citations"
	figureKey    = "figure"
)

// exercise adds a record for each key of the data of an exercise. An easier exercise, and
// why there is none, are one record.
func (m *maker) exercise(root strict.Value) {
	for _, v := range root.List {
		id, none := strings.CutPrefix(v.Key, "no-")
		words := m.wordsOf(v)
		if none {
			words = append([]page.Word{{Text: v.Key, Offset: v.Offset}}, words...)
		}
		if v.Key != figureKey {
			m.add(id, translation.NoLang, v.Key != citationsKey, words)
		}
	}
}
