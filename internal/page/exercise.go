package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// An Exercise has the words for an exercise. Its facts, which have no language, are in
// content/shared/exercises.
type Exercise struct {
	OtherNames []strict.Text `yaml:"other-names,optional" role:"name" lang:"any" doc:"names that people search for"`
}

// The ids of the sections of an exercise whose text other parts of the site show: its
// figure, and handouts.
const (
	StartSection    = "start"
	StepsSection    = "steps"
	MistakesSection = "mistakes"
)

// EvidenceSection is the id of the section that says what is known of the exercise, and not
// how it is done.
const EvidenceSection = "evidence"

// quoted are the sections whose text is kept.
func (*Exercise) quoted() []string { return []string{StartSection, StepsSection, MistakesSection} }

func (*Exercise) complete(*Page) diag.List { return nil }
