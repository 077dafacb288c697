package record

import (
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/translation"
)

// publisher adds a record for each value of the publisher, and for the name in each language.
// Who answers for the handbook, and where errors are reported, is critical. The day on which
// security.txt expires is set again each year, and is compared with today: it is no record.
func (m *maker) publisher(root strict.Value) {
	for _, v := range root.List {
		switch v.Key {
		case "expires":
		case "name":
			for _, in := range v.List {
				m.add(v.Key, lang.Lang(in.Key), true, m.wordsOf(in))
			}
		default:
			critical := v.Key != "source" && v.Key != "review-grace"
			m.add(v.Key, translation.NoLang, critical, m.wordsOf(v))
		}
	}
}
