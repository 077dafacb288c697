package i18n

import (
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
)

// checkLexes reports words that have two meanings, or cannot occur in a text.
func checkLexes(f source.File, languages []Language) (probs diag.List) {
	for i, l := range languages {
		seen := map[string]bool{}
		for _, w := range l.Lexis {
			if w.Role == fact.FunctionRole && i > 0 {
				continue // each language has those of all languages
			}
			g := groupOf(w.Role)
			report := func(hint, format string, args ...any) {
				at := placeOf(f, g, w.Text) // only now: there are many words
				probs = append(probs, diag.Errorf(f.Path, at, format, args...).Hintf("%s", hint))
			}
			if !w.CanOccur() {
				report(g.form, "%q cannot occur in a text as a word of %s", w.Text, g.name)
			}
			name := g.name + " " + w.Text
			if seen[name] {
				report(g.once, "the word %q has two meanings in %s", w.Text, g.in(l))
			}
			seen[name] = true
		}
	}
	return probs
}

// A group is lists in which a word is listed once.
type group struct {
	name string
	form string // how a word is written
	once string // what to do with a word that is listed twice
	all  bool   // in all languages together
}

func (g group) in(l Language) string {
	if g.all {
		return g.name
	}
	return `"` + string(l.Lang) + `"`
}

func groupOf(role fact.Role) group {
	switch role {
	case fact.OppositeRole:
		return group{
			name: "opposites",
			form: "write words of letters, such as pust* … inn: a * ends a word, and … is between two",
			once: "keep it on one side of one opposite",
		}
	case fact.FunctionRole:
		return group{
			name: "function-words",
			form: "write one word of letters",
			once: "remove it: a word of two languages does not tell them apart",
			all:  true,
		}
	}
	return group{
		name: "units or numbers",
		form: "write one word of letters; for phrases there are idioms",
		once: "keep it under one of units, numbers and negations",
	}
}

// placeOf returns where a word of a group is, the last time that it is listed; 0 if that is
// not known.
func placeOf(f source.File, g group, word string) int {
	start := Offset(f, g.name)
	if start == 0 {
		return 0
	}
	return start + max(0, strings.LastIndex(string(f.Data[start:]), word))
}
