package site

import "rygghandboka/internal/data/exercise"

// muscles names the muscles of an exercise. Those that the glossary explains lead
// there, and from there back to the exercise.
func (l *linker) muscles(e *Entry, x *exercise.Exercise) (out []Stub) {
	glossary := l.glossaries[e.Lang]
	for _, key := range x.Muscles {
		name := l.wordFor(e.Lang, x, "muscle-", key)
		if name == "" {
			continue
		}
		muscle := Stub{Lang: e.Lang, Title: name}
		if glossary != nil && glossary.Term(key.Text) != nil {
			muscle.URL = glossary.URL + "#" + key.Text
			glossary.Trains[key.Text] = append(glossary.Trains[key.Text], e.Stub())
		}
		out = append(out, muscle)
	}
	return out
}
