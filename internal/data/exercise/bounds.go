package exercise

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A Bound is the most that a part of a dosage may be, in any exercise. The least is 1. A
// bound does not say that more is dangerous: it is above all that the handbook needs, and
// finds numbers with a digit too many.
type Bound struct {
	Key    string // of the part
	Unit   string // in messages
	Most   int
	Source string // for the bound
}

// convention is the source of bounds that no work gives.
const convention = "clinical convention"

// bounds has a row for each part of a dosage.
var bounds = []Bound{
	{"sets", "sets", 5, convention},
	{"repetitions", "repetitions", 30, convention},
	{"hold", "seconds", 120, convention},
	{"duration", "minutes", 60, "bull-2020, up to 300 minutes a week, here on five days"},
	{"distance", "metres", 100, convention},
	{"per-day", "times a day", 10, convention},
	{"per-week", "days a week", 7, "a week has seven days"},
}

// Bounds returns the bound of each part of a dosage, by its key.
func Bounds() map[string]Bound {
	all := map[string]Bound{}
	for _, b := range bounds {
		all[b.Key] = b
	}
	return all
}

// The bounds of two numbers together, clinical conventions too.
const (
	mostRise = 10  // times the first number of a range is the second
	mostHeld = 180 // seconds in one set
)

// beyond reports the parts of the dosage of a shared file that are beyond their bounds.
func (d Dosage) beyond(file string, doc *strict.Document) (probs diag.List) {
	all := Bounds()
	report := func(key, source, format string, args ...any) {
		p := diag.Errorf(file, doc.Offset("dosage", key), format, args...)
		probs = append(probs, p.Hintf("the bound: %s; if a source supports more, "+
			"change it in internal/data/exercise/bounds.go", source))
	}
	for _, part := range d.Parts() {
		b, r := all[part.Key], part.Range
		switch {
		case r.Max > b.Most, r.Max == b.Most && r.Open:
			report(part.Key, b.Source, "%s %s: at most %d are allowed", r.inWords(), b.Unit, b.Most)
		case r.Max > mostRise*r.Min:
			report(part.Key, convention, "%s %s: a range may rise to %d times its first number",
				r.inWords(), b.Unit, mostRise)
		}
	}
	if held := d.Hold.Max * d.Repetitions.Max; len(probs) == 0 && held > mostHeld {
		report("hold", convention, "%d seconds, held %d times: a set may be held for %d seconds in all",
			d.Hold.Max, d.Repetitions.Max, mostHeld)
	}
	return probs
}

// inWords returns the numbers as messages have them.
func (r Range) inWords() string {
	if r.Open {
		return r.String() + " or more"
	}
	return r.String()
}
