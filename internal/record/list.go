package record

import (
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/translation"
)

// search adds a record for each entry of the list for search, which is named after the
// first phrase that is typed: no two languages have the same entries. What makes a
// question more or less urgent is critical.
func (m *maker) search(root strict.Value) {
	for _, section := range root.List {
		switch section.Key {
		case "synonyms":
			for _, in := range section.List {
				for _, entry := range in.List {
					m.entry(in.Key+"/"+phrase(entry), entry.Get("alarm").Text != "", entry)
				}
			}
		case "calm", "ordinary", "doubt", "filler":
			for _, in := range section.List {
				m.entry(section.Key+"/"+in.Key, true, in)
			}
		default:
			m.entry(section.Key, section.Key == "alarm", section)
		}
	}
}

// phrase returns what is typed for an entry: leak, or leak+cough if something must be
// typed with it.
func phrase(entry strict.Value) string {
	name := first(entry.Get("typed"))
	if with := first(entry.Get("with")); with != "" {
		name += "+" + with
	}
	return name
}

// first returns the first text of a list as a part of an id.
func first(list strict.Value) string {
	if len(list.List) == 0 {
		return ""
	}
	return slug(list.List[0].Text)
}

// avoided adds a record for each word to avoid. None is critical.
func (m *maker) avoided(root strict.Value) {
	for _, in := range root.List {
		for _, entry := range in.List {
			m.entry(in.Key+"/"+slug(entry.Get("word").Text), false, entry)
		}
	}
}

// entry adds a record of a list, which has no translation.
func (m *maker) entry(id string, critical bool, v strict.Value) {
	m.add(m.unique(id), translation.NoLang, critical, m.wordsOf(v))
}
