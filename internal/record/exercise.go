package record

import (
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/translation"
)

// The keys of the data of an exercise that are special: citations are not critical.
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
		if v.Key == figureKey {
			words = m.figure(v)
		}
		m.add(id, translation.NoLang, v.Key != citationsKey, words)
	}
}

// figure returns what a figure tells readers to do beside the poses: which step each panel
// shows, and what moves. Whoever changes a pose looks at the drawing, but an arrow at the
// wrong foot, or a panel at the wrong step, looks right.
func (m *maker) figure(v strict.Value) (words []page.Word) {
	for i, panel := range v.Get("panels").List {
		divider := "|"
		if i == 0 {
			divider = "panels"
		}
		words = append(words, page.Word{Text: divider, Offset: panel.Offset})
		for _, part := range panel.List {
			if part.Key == "step" || part.Key == "arrows" {
				words = append(words, page.Word{Text: part.Key, Offset: part.Offset})
				words = append(words, m.wordsOf(part)...)
			}
		}
	}
	return words
}
