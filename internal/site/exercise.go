package site

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// An Exercise is an exercise's shared facts in the words of one language.
type Exercise struct {
	Key       string
	Traits    []string // the keys by which a filter finds it
	Stage     int
	Groups    []string
	Muscles   []Stub // with the address of the term in the glossary, if it has one
	Position  string
	Equipment []string
	Dosage    string // a sentence without a full stop: 1–3 sets of 4–6 per side, hold 5–10 seconds
	Doses     []Dose // the same, for boxes on a handout
	Dose      exercise.Dosage
	Floor     bool // it is done on the floor
	Cautions  []Excerpt
	Easier    []Stub
	NoEasier  string // why there is no easier exercise, if there is none
	Harder    []Stub
	NoHarder  string
	Figure    *Figure // nil without one
}

// facts puts each exercise's shared facts into words. It runs before any page
// is filled, since cards show them.
func (l *linker) facts() {
	l.figures()
	for _, e := range l.site.Entries {
		if e.Kind != page.ExerciseKind {
			continue
		}
		x := l.exercises[e.Name()]
		if x == nil {
			l.problem(diag.Errorf(e.Path, 0, "this exercise has no shared facts").
				Hintf("write %s/%s.yaml", exercise.Dir, e.Name()))
			continue
		}
		e.Detail = l.exercise(e, x)
	}
	for _, x := range l.Exercises {
		l.citations(x)
		if !l.hasPage(x.Key) {
			l.problem(diag.Errorf(x.Path, 0, "no page is about this exercise").
				Hintf("write content/LANGUAGE/exercises/%s.md, with kind: exercise", x.Key))
		}
	}
}

// exercise returns the facts of an exercise in the words of a page.
func (l *linker) exercise(e *Entry, x *exercise.Exercise) *Exercise {
	return &Exercise{
		Key:       x.Key,
		Traits:    Traits(x),
		Stage:     int(x.Stage),
		Groups:    l.wordsFor(e.Lang, x, "group-", x.Groups),
		Muscles:   l.muscles(e, x),
		Position:  l.wordFor(e.Lang, x, "position-", x.Position),
		Equipment: l.wordsFor(e.Lang, x, "equipment-", x.Equipment),
		Dosage:    Dosage(l.Words, e.Lang, x.Dosage),
		Doses:     Doses(l.Words, e.Lang, x.Dosage),
		Dose:      x.Dosage,
		Floor:     slices.ContainsFunc(x.Cautions, func(c strict.String) bool { return c.Text == "floor" }),
		Cautions:  l.cautions(e.Lang, x),
		Easier:    l.exerciseStubs(e.Lang, x, x.Easier),
		NoEasier:  l.wordFor(e.Lang, x, "no-easier-", x.NoEasier),
		Harder:    l.exerciseStubs(e.Lang, x, x.Harder),
		NoHarder:  l.wordFor(e.Lang, x, "no-harder-", x.NoHarder),
		Figure:    l.figure(e, x),
	}
}

// wordsFor looks up the words for keys of a shared file.
func (l *linker) wordsFor(in lang.Lang, x *exercise.Exercise, prefix string, keys []strict.String) (out []string) {
	for _, key := range keys {
		if w := l.wordFor(in, x, prefix, key); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// wordFor looks up the word for a key of a shared file; it is "" for no key.
func (l *linker) wordFor(in lang.Lang, x *exercise.Exercise, prefix string, key strict.String) string {
	if key.Text == "" {
		return ""
	}
	w, ok := l.Words.Word(in, prefix+key.Text)
	if !ok {
		hint := "the words stand in " + i18n.Path
		if near := diag.SuggestOr(key.Text, l.Words.Keys(prefix)); near != "" {
			hint = near + "; " + hint
		}
		l.problem(diag.Errorf(x.Path, key.Offset, "there is no word %s%s", prefix, key.Text).Hintf("%s", hint))
	}
	return w
}

func (l *linker) exerciseStubs(in lang.Lang, x *exercise.Exercise, keys []strict.String) (out []Stub) {
	for _, key := range keys {
		if e := l.exerciseNamed(in, x.Path, key); e != nil {
			out = append(out, e.Stub())
		}
	}
	return out
}

// exerciseNamed returns the exercise with a key that stands in a file, or nil,
// which is a problem.
func (l *linker) exerciseNamed(in lang.Lang, file string, key strict.String) *Entry {
	if key.Text == "" { // package page has said so
		return nil
	}
	for _, e := range l.byName[in][key.Text] {
		if e.Kind == page.ExerciseKind || e.Unidentified {
			return e
		}
	}
	var names []string
	for _, e := range l.site.Entries {
		if e.Lang == in && e.Kind == page.ExerciseKind {
			names = append(names, e.Name())
		}
	}
	l.problem(diag.Errorf(file, key.Offset, "there is no exercise %q in %q", key.Text, in).
		Hintf("%s", diag.SuggestOr(key.Text, names)))
	return nil
}

// citations checks the works that a shared file names.
func (l *linker) citations(x *exercise.Exercise) {
	for _, key := range x.Citations {
		if l.Works.Get(key.Text) == nil {
			l.problem(diag.Errorf(x.Path, key.Offset, "no work has the key %q", key.Text).
				Hintf("%s", diag.Suggest(key.Text, l.Works.Keys())))
		}
	}
}

func (l *linker) hasPage(key string) bool {
	for _, names := range l.byName {
		for _, e := range names[key] {
			if e.Kind == page.ExerciseKind || e.Unidentified {
				return true
			}
		}
	}
	return false
}
