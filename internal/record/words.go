package record

import (
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/translation"
)

// critical lists the words that are critical, by how their ids start, and why. The others
// are what a reader finds the way by.
var critical = []struct{ prefix, reason string }{
	{"alert-", "says how soon to call, and whom"},
	{"emergency", "says whom to call"},
	{"out-of-hours", "says whom to call"},
	{"abroad", "says whom to call elsewhere"},
	{"telephones", "are all numbers that words may name"},
	{"composer-stop", "is the title of when to stop"},
	{"composer-pain", "is the title of how much it may hurt"},
	{"composer-side", "says on which side to do an exercise"},
	{"composer-dose-", "is a part of a dosage that is agreed"},
	{"composer-beyond", "says that a dose is more than the handbook's"},
	{"composer-link", "says that a note is not the handbook's"},
	{"handout-pain", "is a scale of pain"},
	{"caution", "says that the reader must ask first"},
	{"advice", "says that the reader may need a doctor"},
	{"counts/", "are the sentences of a dosage"},
	{"at-least", "is a word of a dosage"},
	{"per-side", "is a word of a dosage"},
	{"sets-of", "is a word of a dosage"},
	{"goal", "says that a dosage is not for the first day"},
	{"dos", "is the label of a dosage, or of a part of it"},
	{"stage", "says how hard an exercise is"},
	{"easier", "leads to an easier exercise"},
	{"harder", "leads to a harder exercise"},
	{"no-", "says why there is no easier exercise, no equipment and so on"},
	{"not-reviewed", "says that no clinician has read a page"},
	{"reviewed", "says who has read a page"},
	{"next-review", "says until when a review holds"},
	{"review-", "says that a review no longer covers a page, and why"},
	{"apart", "says that two languages may not agree"},
	{"draft", "says that nobody is to rely on a page"},
	{"position", "says how to lie or stand"},
	{"muscle", "says what an exercise trains"},
	{"group", "says what an exercise trains"},
	{"equipment", "says what an exercise is done with"},
	{"units/", "are what languages are compared by"},
	{"numbers/", "are what languages are compared by"},
	{"negations/", "are what languages are compared by"},
	{"ranges/", "are what languages are compared by"},
	{"suffixes/", "are what languages are compared by"},
	{"clocks/", "are what languages are compared by"},
	{"idioms/", "are what languages are compared by"},
	{"opposites/", "are what languages are compared by"},
	{"function-words/", "are what languages are compared by"},
	{"calling/", "are what numbers to call are found by"},
}

func isCritical(id string) bool {
	for _, c := range critical {
		if strings.HasPrefix(id, c.prefix) {
			return true
		}
	}
	return false
}

// words adds a record for each word of the layouts in each language, which are compared
// with each other; and for each list of words by which a text is analysed, which each
// language has for itself.
func (m *maker) words(root strict.Value) {
	for _, section := range root.List {
		switch section.Key {
		case "words":
			m.translated("", section)
		case "counts":
			m.translated("counts/", section)
		default:
			m.lists(section.Key, section)
		}
	}
}

// translated adds the words of a section, each in all its languages.
func (m *maker) translated(prefix string, section strict.Value) {
	for _, word := range section.List {
		id := prefix + slug(word.Key)
		for _, in := range word.List {
			m.add(id, lang.Lang(in.Key), isCritical(id), m.wordsOf(in))
		}
	}
}

// lists adds a record for each list in a value: units/week/no.
func (m *maker) lists(id string, v strict.Value) {
	if !v.IsMapping() {
		m.add(id, translation.NoLang, isCritical(id), m.wordsOf(v))
		return
	}
	for _, entry := range v.List {
		m.lists(id+"/"+slug(entry.Key), entry)
	}
}
