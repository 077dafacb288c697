package exercise

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/strict"
)

// A Dosage is how much to do. A zero Range is not stated.
type Dosage struct {
	Sets        Range `yaml:"sets,optional"`
	Repetitions Range `yaml:"repetitions,optional"`
	Hold        Range `yaml:"hold,optional" doc:"seconds"`
	Duration    Range `yaml:"duration,optional" doc:"minutes"`
	Distance    Range `yaml:"distance,optional" doc:"metres"`
	Side        Side  `yaml:"side,optional"`
	PerDay      Range `yaml:"per-day,optional" doc:"times a day"`
	PerWeek     Range `yaml:"per-week,optional" doc:"days a week"`
	Goal        bool  `yaml:"goal,optional" doc:"to be reached over months"`
}

// A DosagePart is one number of a dosage, or a range of numbers.
type DosagePart struct {
	Key   string // in shared files, and of its phrase and its label in words.yaml: per-week
	Range Range  // zero if it is not given
}

// Parts returns all parts of a dosage, in the order of a handout.
func (d Dosage) Parts() []DosagePart {
	return []DosagePart{
		{"sets", d.Sets},
		{"repetitions", d.Repetitions},
		{"hold", d.Hold},
		{"duration", d.Duration},
		{"distance", d.Distance},
		{"per-day", d.PerDay},
		{"per-week", d.PerWeek},
	}
}

// DosageKeys returns the keys of all parts of a dosage.
func DosageKeys() (keys []string) {
	for _, p := range (Dosage{}).Parts() {
		keys = append(keys, p.Key)
	}
	return keys
}

func (d Dosage) isEmpty() bool {
	return !slices.ContainsFunc(d.Parts(), func(p DosagePart) bool { return !p.Range.IsZero() })
}

// A Side is whether the repetitions count for each side.
type Side string

// UnmarshalText reads a side, which can only be "each".
func (s *Side) UnmarshalText(text []byte) error {
	if string(text) != "each" {
		return errors.New("a side is each, or is left out")
	}
	*s = "each"
	return nil
}

// A Range is a number or the numbers from Min to Max, both included, written 5
// or 5-10; or, if it is Open, Min and more, written 5+.
type Range struct {
	Min, Max int
	Open     bool
}

// UnmarshalText reads a range.
func (r *Range) UnmarshalText(text []byte) error {
	bare, open := strings.CutSuffix(string(text), "+")
	from, to, isRange := strings.Cut(bare, "-")
	if !isRange {
		to = from
	}
	lo, err1 := strconv.Atoi(from)
	hi, err2 := strconv.Atoi(to)
	switch {
	case err1 != nil || err2 != nil || lo < 1 || open && isRange:
		return errors.New("write a whole number, such as 5, or two, 5-10, or one and more, 5+")
	case isRange && lo >= hi:
		return fmt.Errorf("the range goes from %d down to %d", lo, hi)
	}
	*r = Range{lo, hi, open}
	return nil
}

// String returns the numbers, with an en dash: 5 or 5–10.
func (r Range) String() string {
	if r.Min == r.Max {
		return strconv.Itoa(r.Max)
	}
	return fmt.Sprintf("%d–%d", r.Min, r.Max)
}

// IsZero reports whether the range is not stated.
func (r Range) IsZero() bool { return r == Range{} }

// JSONSchema describes what a Side accepts.
func (Side) JSONSchema() strict.Schema { return strict.Schema{"enum": []string{"each"}} }

// JSONSchema describes what a Range accepts.
func (Range) JSONSchema() strict.Schema {
	return strict.Schema{
		"type":    []string{"integer", "string"},
		"minimum": 1,
		"pattern": `^[1-9][0-9]*(-[1-9][0-9]*|\+)?$`,
	}
}
