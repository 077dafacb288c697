package site

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/exercise"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/page"
	"rygghandboka/internal/strict"
	"rygghandboka/internal/words"
)

// An Exercise is an exercise's shared facts in the words of one language.
type Exercise struct {
	Stage     int
	Groups    []string
	Muscles   []string
	Position  string
	Equipment []string
	Dosage    string // a sentence without a full stop: 1–3 sets of 4–6 per side, hold 5–10 seconds
	Cautions  []string
	Easier    []Stub
	Harder    []Stub
}

// facts puts each exercise's shared facts into words. It runs before any page
// is filled, since cards show them.
func (l *linker) facts() {
	for _, e := range l.site.Entries {
		if e.Kind != page.Exercise {
			continue
		}
		x := l.exercises[e.Name()]
		if x == nil {
			l.problem(diag.Errorf(e.Path, 0, "this exercise has no shared facts").Hintf("write %s/%s.yaml", exercise.Dir, e.Name()))
			continue
		}
		e.Exercise = &Exercise{
			Stage:     int(x.Stage),
			Groups:    l.wordsFor(e.Lang, x, "group-", x.Groups),
			Muscles:   l.wordsFor(e.Lang, x, "muscle-", x.Muscles),
			Equipment: l.wordsFor(e.Lang, x, "equipment-", x.Equipment),
			Cautions:  l.wordsFor(e.Lang, x, "caution-", x.Cautions),
			Dosage:    Dosage(l.Words, e.Lang, x.Dosage),
			Easier:    l.exerciseStubs(e.Lang, x, x.Easier),
			Harder:    l.exerciseStubs(e.Lang, x, x.Harder),
		}
		if p := l.wordsFor(e.Lang, x, "position-", []strict.String{x.Position}); len(p) == 1 {
			e.Exercise.Position = p[0]
		}
	}
	for _, x := range l.Exercises {
		l.citations(x)
		if !l.hasPage(x.Key) {
			l.problem(diag.Errorf(x.Path, 0, "no page is about this exercise").Hintf("write content/LANGUAGE/exercises/%s.md, with kind: exercise", x.Key))
		}
	}
}

// wordsFor looks up the words for keys of a shared file.
func (l *linker) wordsFor(in lang.Lang, x *exercise.Exercise, prefix string, keys []strict.String) (out []string) {
	for _, key := range keys {
		if key.Text == "" {
			continue // of the wrong type, which is a problem already
		}
		w, ok := l.Words.Word(in, prefix+key.Text)
		if !ok {
			l.problem(diag.Errorf(x.Path, key.Offset, "there is no word %s%s", prefix, key.Text).
				Hintf("%s; the words stand in %s", diag.SuggestOr(key.Text, l.Words.Keys(prefix)), words.Path))
			continue
		}
		out = append(out, w)
	}
	return out
}

func (l *linker) exerciseStubs(in lang.Lang, x *exercise.Exercise, keys []strict.String) (out []Stub) {
	for _, key := range keys {
		if e := l.exerciseNamed(in, x.Path, key); e != nil {
			out = append(out, e.stub())
		}
	}
	return out
}

// exerciseNamed returns the exercise with a key that stands in a file, or nil,
// which is a problem.
func (l *linker) exerciseNamed(in lang.Lang, file string, key strict.String) *Entry {
	for _, e := range l.byName[in][key.Text] {
		if e.Kind == page.Exercise {
			return e
		}
	}
	var names []string
	for _, e := range l.site.Entries {
		if e.Lang == in && e.Kind == page.Exercise {
			names = append(names, e.Name())
		}
	}
	l.problem(diag.Errorf(file, key.Offset, "there is no exercise %q in %q", key.Text, in).Hintf("%s", diag.SuggestOr(key.Text, names)))
	return nil
}

// citations checks the works that a shared file names.
func (l *linker) citations(x *exercise.Exercise) {
	for _, key := range x.Citations {
		if l.Works.Get(key.Text) == nil {
			l.problem(diag.Errorf(x.Path, key.Offset, "no work has the key %q", key.Text).Hintf("%s", diag.Suggest(key.Text, l.Works.Keys())))
		}
	}
}

func (l *linker) hasPage(key string) bool {
	for _, names := range l.byName {
		for _, e := range names[key] {
			if e.Kind == page.Exercise {
				return true
			}
		}
	}
	return false
}

// Dosage writes a dosage as a sentence without a full stop, in a language:
//
//	1–3 serier à 4–6 repetisjoner per side, hold 5–10 sekunder
//	1–3 sets of 4–6 repetitions per side, hold for 5–10 seconds
func Dosage(w *words.Table, in lang.Lang, d exercise.Dosage) string {
	count := func(key string, r exercise.Range) string {
		return w.Count(in, key, r.Max, r.String())
	}
	word := func(key string) string {
		s, _ := w.Word(in, key)
		return s
	}
	var parts []string
	add := func(key string, r exercise.Range) {
		if !r.IsZero() {
			parts = append(parts, count(key, r))
		}
	}
	add("sets", d.Sets)
	if !d.Repetitions.IsZero() {
		repetitions := count("repetitions", d.Repetitions)
		if d.Side != "" {
			repetitions += " " + word("per-side")
		}
		if len(parts) > 0 {
			parts[0] += " " + word("sets-of") + " " + repetitions
		} else {
			parts = append(parts, repetitions)
		}
	}
	add("duration", d.Duration)
	add("hold", d.Hold)
	add("per-day", d.PerDay)
	add("per-week", d.PerWeek)
	return capital(strings.Join(parts, ", "))
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
