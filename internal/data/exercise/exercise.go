// Package exercise parses content/shared/exercises/KEY.yaml: the data of an exercise
// that are the same in all languages.
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
// The words for groups, muscles, positions, equipment and reasons are in
// layouts/words.yaml, as group-KEY, muscle-KEY, no-easier-KEY and so on; those
// for cautions on the page "cautions" of each language, under a heading with
// the caution's key as id. Package link looks them up, and checks the keys of
// exercises and works. So no field is a text: its role is data. No number of a dosage
// is beyond its bound (bounds.go), and no two panels of a figure are equal.
package exercise

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/draw/figure"
	"rygghandboka/internal/source"
)

// Dir is the folder of the shared files in the input tree.
const Dir = "content/shared/exercises"

// An Exercise is the data of an exercise that are the same in all languages.
type Exercise struct {
	Key  string // the file's name: bird-dog
	Path string

	Stage     Stage         `yaml:"stage" role:"data"`
	Groups    []strict.Text `yaml:"groups" role:"data"`
	Muscles   []strict.Text `yaml:"muscles" role:"data"`
	Position  strict.Text   `yaml:"position" role:"data"`
	Equipment []strict.Text `yaml:"equipment" role:"data"`
	Optional  []strict.Text `yaml:"optional,optional" role:"data" doc:"equipment that it can be done without"`
	Dosage    Dosage        `yaml:"dosage" role:"data"`
	Easier    []strict.Text `yaml:"easier,optional" role:"data" doc:"keys of exercises"`
	NoEasier  strict.Text   `yaml:"no-easier,optional" role:"data" doc:"why there is none"`
	Harder    []strict.Text `yaml:"harder,optional" role:"data"`
	NoHarder  strict.Text   `yaml:"no-harder,optional" role:"data"`
	Cautions  []strict.Text `yaml:"cautions" role:"data"`
	Citations []strict.Text `yaml:"citations" role:"data"`
	Figure    figure.Figure `yaml:"figure,optional" role:"data" doc:"how it is drawn"`

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

// JSONSchema describes what a Stage accepts.
func (Stage) JSONSchema() strict.Schema { return strict.Schema{"enum": []int{1, 2, 3}} }

// Schema returns the JSON Schema of a shared file.
func Schema() strict.Schema { return strict.SchemaOf(&Exercise{}) }

// Parse parses one shared file.
func Parse(f source.File) (*Exercise, diag.List) {
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return nil, probs
	}
	e := &Exercise{Key: strings.TrimSuffix(path.Base(f.Path), ".yaml"), Path: f.Path}
	probs = doc.Decode(e)
	probs = append(probs, checkProgression(f.Path, doc)...)
	if doc.Lacks("cautions") {
		p := diag.Errorf(f.Path, doc.Keys()["cautions"], "an exercise without cautions")
		probs = append(probs, p.Hintf("name at least one caution"))
	}
	probs = append(probs, e.Dosage.beyond(f.Path, doc)...)
	if e.Dosage.isEmpty() && len(probs) == 0 {
		probs = append(probs, diag.Errorf(f.Path, doc.Keys()["dosage"], "the dosage contains no number").
			Hintf("give at least one of %s", strings.Join(DosageKeys(), ", ")))
	}
	if len(e.Figure.Panels) > 0 && e.Position.Text != "" {
		var more diag.List
		e.Drawing, more = figure.Draw(f.Path, e.Key, e.Position, e.Muscles, &e.Figure)
		probs = append(probs, more...)
		probs = append(probs, e.repeated(doc.Keys()["figure"])...)
	}
	return e, probs
}

// checkProgression checks that there is either an easier version or a reason why there is none,
// and the same for a harder one.
func checkProgression(file string, doc *strict.Document) (probs diag.List) {
	at := doc.Keys()
	for _, way := range []string{"easier", "harder"} {
		reason := "no-" + way
		switch {
		case doc.Lacks(way) && doc.Lacks(reason):
			probs = append(probs, diag.Errorf(file, at[way], "no %s version, and no reason", way).
				Hintf("write %s: [KEY], or %s: and the key of a reason", way, reason))
		case !doc.Lacks(way) && !doc.Lacks(reason):
			probs = append(probs, diag.Errorf(file, at[reason],
				"there is both an %s version and a reason why there is none", way))
		}
	}
	return probs
}

// repeated reports panels that are equal to one before: readers who cannot read the words
// below would see no movement. If a panel has no step, the problem is at the offset of the
// figure.
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
			Hintf("give it the pose of its step, or an arrow; or remove it"))
	}
	return probs
}
