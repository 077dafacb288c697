package link

import (
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/site"
)

// muscles names the muscles of an exercise. Those that the glossary explains lead
// there, and from there back to the exercise.
func (l *linker) muscles(e *site.Entry, x *exercise.Exercise) (out []site.Stub) {
	glossary := l.glossaries[e.Lang]
	for _, key := range x.Muscles {
		name := l.wordFor(e.Lang, x, "muscle-", key)
		if name == "" {
			continue
		}
		muscle := site.Stub{Lang: e.Lang, Title: name}
		if term := glossary.Glossary().Term(key.Text); term != nil {
			muscle.URL = glossary.URL + "#" + key.Text
			term.Trains = append(term.Trains, e.Stub())
		}
		out = append(out, muscle)
	}
	return out
}
