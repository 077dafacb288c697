// Package exercise reads content/shared/exercises/KEY.yaml: what has no
// language about an exercise, written once.
//
//	stage: 2
//	groups: [global-stabiliser]
//	muscles: [multifidus, gluteus-maximus]
//	position: four-point
//	equipment: [mat]
//	dosage: {sets: 1-3, repetitions: 4-6, hold: 5-10, side: each}
//	no-easier: easiest
//	harder: [plank]
//	cautions: [wrist]
//	citations: [stevens-2007]
//	figure: …                      # see package figure
//
// The words for groups, muscles, positions, equipment and reasons stand in
// layouts/words.yaml, as group-KEY, muscle-KEY, no-easier-KEY and so on; those
// for cautions on the page "cautions" of each language, under a heading with
// the caution's key as id. Package site looks them up, and checks the keys of
// exercises and works. So no field is a text: its role is data. No two panels of a figure are drawn the same.
package exercise

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/draw/figure"
	"rygghandboka/internal/source"
)

// Dir is where the shared files stand in the input tree.
const Dir = "content/shared/exercises"

// An Exercise is what has no language about an exercise.
type Exercise struct {
	Key  string // the file's name: bird-dog
	Path string

	Stage     Stage           `yaml:"stage" role:"data"`
	Groups    []strict.String `yaml:"groups" role:"data"`
	Muscles   []strict.String `yaml:"muscles" role:"data"`
	Position  strict.String   `yaml:"position" role:"data"`
	Equipment []strict.String `yaml:"equipment" role:"data"`
	Dosage    Dosage          `yaml:"dosage" role:"data"`
	Easier    []strict.String `yaml:"easier,optional" role:"data" doc:"keys of exercises"`
	NoEasier  strict.String   `yaml:"no-easier,optional" role:"data" doc:"why there is none"`
	Harder    []strict.String `yaml:"harder,optional" role:"data"`
	NoHarder  strict.String   `yaml:"no-harder,optional" role:"data"`
	Cautions  []strict.String `yaml:"cautions" role:"data"`
	Citations []strict.String `yaml:"citations" role:"data"`
	Figure    figure.Figure   `yaml:"figure,optional" role:"data" doc:"how it is drawn"`

	Drawing *figure.Drawing // nil without a figure
}

// A Stage is 1 (the deep muscles, low load), 2 (all muscles together) or 3
// (general training).
type Stage int

// UnmarshalText reads a stage.
func (s *Stage) UnmarshalText(text []byte) error {
	n, err := strconv.Atoi(string(text))
	if err != nil || n < 1 || n > 3 {
		return errors.New("a stage is 1, 2 or 3")
	}
	*s = Stage(n)
	return nil
}

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

// A Side says whether the repetitions count for each side.
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

// JSONSchema says what a Stage accepts.
func (Stage) JSONSchema() strict.Schema { return strict.Schema{"enum": []int{1, 2, 3}} }

// JSONSchema says what a Side accepts.
func (Side) JSONSchema() strict.Schema { return strict.Schema{"enum": []string{"each"}} }

// JSONSchema says what a Range accepts.
func (Range) JSONSchema() strict.Schema {
	return strict.Schema{"type": []string{"integer", "string"}, "minimum": 1, "pattern": `^[1-9][0-9]*(-[1-9][0-9]*|\+)?$`}
}

// Schema returns the JSON Schema of a shared file.
func Schema() strict.Schema { return strict.SchemaOf(&Exercise{}) }

// String returns the numbers, with an en dash: 5 or 5–10.
func (r Range) String() string {
	if r.Min == r.Max {
		return strconv.Itoa(r.Max)
	}
	return fmt.Sprintf("%d–%d", r.Min, r.Max)
}

// IsZero reports whether the range is not stated.
func (r Range) IsZero() bool { return r == Range{} }

// Parse reads one shared file.
func Parse(f source.File) (*Exercise, diag.List) {
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return nil, probs
	}
	e := &Exercise{Key: strings.TrimSuffix(path.Base(f.Path), ".yaml"), Path: f.Path}
	probs = doc.Decode(e)
	for _, way := range []string{"easier", "harder"} {
		reason, at := "no-"+way, doc.Keys()
		switch {
		case doc.Lacks(way) && doc.Lacks(reason):
			probs = append(probs, diag.Errorf(f.Path, at[way], "no %s version, and no reason", way).
				Hintf("write %s: [KEY], or %s: and the key of a reason", way, reason))
		case !doc.Lacks(way) && !doc.Lacks(reason):
			probs = append(probs, diag.Errorf(f.Path, at[reason], "there is both an %s version and a reason why there is none", way))
		}
	}
	if doc.Lacks("cautions") {
		probs = append(probs, diag.Errorf(f.Path, doc.Keys()["cautions"], "an exercise without cautions").Hintf("name at least one caution"))
	}
	if e.Dosage == (Dosage{Side: e.Dosage.Side, Goal: e.Dosage.Goal}) && len(probs) == 0 {
		probs = append(probs, diag.Errorf(f.Path, doc.Keys()["dosage"], "the dosage says nothing").
			Hintf("give at least one of sets, repetitions, hold, duration, distance, per-day, per-week"))
	}
	if len(e.Figure.Panels) > 0 && e.Position.Text != "" {
		var more diag.List
		e.Drawing, more = figure.Draw(f.Path, e.Key, e.Position, e.Muscles, &e.Figure)
		probs = append(probs, more...)
		probs = append(probs, e.repeated(doc.Keys()["figure"])...)
	}
	return e, probs
}

// repeated reports panels that show what one before shows: who cannot read the words below
// them would see no movement. Where a panel does not say which step it shows, the problem
// is at the figure.
func (e *Exercise) repeated(figure int) (probs diag.List) {
	if e.Drawing == nil {
		return nil
	}
	for i, panel := range e.Drawing.Panels {
		first := slices.Index(e.Drawing.Panels, panel)
		if first == i {
			continue
		}
		at := cmp.Or(e.Drawing.Steps[i].Offset, figure)
		probs = append(probs, diag.Errorf(e.Path, at, "panel %d is drawn like panel %d", i+1, first+1).
			Hintf("give it the pose of its step, or an arrow; or take it away"))
	}
	return probs
}
