package link

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// the traits that a filter has, and the words for them.
var traits = []struct {
	label  string
	values func(*exercise.Exercise) []string
}{
	{"stage", func(x *exercise.Exercise) []string { return []string{fmt.Sprintf("stage-%d", x.Stage)} }},
	{"muscles", func(x *exercise.Exercise) []string { return valueKeys("muscle-", x.Muscles...) }},
	{"position", positionKeys},
	{"equipment", func(x *exercise.Exercise) []string {
		keys := valueKeys("equipment-", slices.Concat(x.Equipment, x.Optional)...)
		if len(x.Equipment) == 0 {
			keys = append(keys, "no-equipment")
		}
		return keys
	}},
}

// wider are positions that are another too, as readers mean it: who looks for what can be
// done standing means walking too.
var wider = map[string]string{"walking": "standing", "crook-lying": "supine"}

func positionKeys(x *exercise.Exercise) []string {
	keys := valueKeys("position-", x.Position)
	if also := wider[x.Position.Text]; also != "" {
		keys = append(keys, "position-"+also)
	}
	return keys
}

// FilterKeys returns the keys of all values that an exercise has.
func FilterKeys(x *exercise.Exercise) (keys []string) {
	for _, t := range traits {
		keys = append(keys, t.values(x)...)
	}
	return keys
}

func valueKeys(prefix string, names ...strict.Text) (out []string) {
	for _, n := range names {
		out = append(out, prefix+n.Text)
	}
	return out
}

// filter makes the filter of an index, if all its pages are exercises and there is
// something to choose.
func (l *linker) filter(e *site.Entry) {
	if e.Index == nil {
		return
	}
	var xs []*exercise.Exercise
	for _, c := range l.children[e] {
		x := l.exercises[c.Name()]
		if c.Exercise() == nil || x == nil {
			return
		}
		xs = append(xs, x)
	}
	if len(xs) < 2 {
		return
	}
	for _, t := range traits {
		label, _ := l.Words.Word(e.Lang, t.label)
		choice := site.Choice{Label: label}
		for _, x := range xs {
			for _, key := range t.values(x) {
				if !slices.ContainsFunc(choice.Values, func(v site.Value) bool { return v.Key == key }) {
					choice.Values = append(choice.Values, site.Value{Key: key, Label: l.valueLabel(e, key)})
				}
			}
		}
		lang.Sort(e.Language.Collation, choice.Values, func(v site.Value) string { return v.Label })
		e.Index.Filter = append(e.Index.Filter, choice)
	}
}

// valueLabel returns the name of a value as a list has it: with a capital letter, and
// a stage with its number.
func (l *linker) valueLabel(e *site.Entry, key string) string {
	name, _ := l.Words.Word(e.Lang, key) // what is missing has been reported
	if number, isStage := strings.CutPrefix(key, "stage-"); isStage {
		return number + ": " + name
	}
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}
