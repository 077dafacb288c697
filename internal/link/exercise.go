package link

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

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
func (l *linker) exercise(e *site.Entry, x *exercise.Exercise) *site.Exercise {
	return &site.Exercise{
		Key:        x.Key,
		FilterKeys: FilterKeys(x),
		Stage:      int(x.Stage),
		Groups:     l.wordsFor(e.Lang, x, "group-", x.Groups),
		Muscles:    l.muscles(e, x),
		Position:   l.wordFor(e.Lang, x, "position-", x.Position),
		Equipment:  l.equipment(e, x),
		Dosage:     Dosage(l.Words, e.Lang, x.Dosage),
		Doses:      Doses(l.Words, e.Lang, x.Dosage),
		Dose:       x.Dosage,
		Floor:      slices.ContainsFunc(x.Cautions, func(c strict.Text) bool { return c.Text == "floor" }),
		Cautions:   l.cautions(e, x),
		Easier:     l.exerciseStubs(e, x, x.Easier),
		NoEasier:   l.wordFor(e.Lang, x, "no-easier-", x.NoEasier),
		Harder:     l.exerciseStubs(e, x, x.Harder),
		NoHarder:   l.wordFor(e.Lang, x, "no-harder-", x.NoHarder),
		Figure:     l.figure(e, x),
	}
}

// equipment names what an exercise is done with, and marks what it can be done without.
func (l *linker) equipment(e *site.Entry, x *exercise.Exercise) []string {
	list := l.wordsFor(e.Lang, x, "equipment-", x.Equipment)
	optional, _ := l.Words.Word(e.Lang, "optional")
	for _, name := range l.wordsFor(e.Lang, x, "equipment-", x.Optional) {
		list = append(list, name+" ("+optional+")")
	}
	return list
}

func (l *linker) exerciseStubs(from *site.Entry, x *exercise.Exercise, keys []strict.Text) (out []site.Stub) {
	for _, key := range keys {
		if to := l.exerciseNamed(from, x.Path, key); to != nil {
			out = append(out, to.Stub())
		}
	}
	return out
}

// exerciseNamed returns the exercise with a key that is in a file of the page from, or
// nil, which is a problem.
func (l *linker) exerciseNamed(from *site.Entry, file string, key strict.Text) *site.Entry {
	if key.Text == "" { // package page has reported it
		return nil
	}
	for _, e := range l.byName[from.Lang][key.Text] {
		if e.Kind != page.ExerciseKind && !e.Unidentified {
			continue
		}
		if draftFor(from, e) {
			l.problem(isDraft(file, key.Offset, e))
		}
		return e
	}
	var names []string
	for _, e := range l.site.Entries {
		if e.Lang == from.Lang && e.Kind == page.ExerciseKind {
			names = append(names, e.Name())
		}
	}
	l.problem(diag.Errorf(file, key.Offset, "there is no exercise %q in %q", key.Text, from.Lang).
		Hintf("%s", diag.SuggestOr(key.Text, names)))
	return nil
}

// citations checks the works that a shared file names.
func (l *linker) citations(x *exercise.Exercise) {
	seen := map[string]bool{}
	for _, key := range x.Citations {
		switch {
		case l.Works.Get(key.Text) == nil && !l.Works.Partial:
			l.problem(diag.Errorf(x.Path, key.Offset, "no work has the key %q", key.Text).
				Hintf("%s", diag.Suggest(key.Text, l.Works.Keys())))
		case seen[key.Text]:
			l.problem(diag.Errorf(x.Path, key.Offset, "%s is named twice", key.Text).Hintf("name it once"))
		}
		seen[key.Text] = true
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
