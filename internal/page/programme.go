package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// StepsField is the key of the list of steps, as strict.Texts gives it.
const StepsField = "exercises"

// The ids of the sections of a programme that come before its exercises: who it is for, and
// what to know before the start.
const (
	ForWhomSection = "for-whom"
	StopSection    = "stop"
)

// A Programme has exercises in an order, with reasons.
type Programme struct {
	Steps []Step `yaml:"exercises" doc:"in their order"`
}

// A Step is one exercise of a programme, and why it is there.
type Step struct {
	Exercise strict.Text `yaml:"exercise" role:"data" doc:"its key: bird-dog"`
	Reason   strict.Text `yaml:"reason"`
}

func (*Programme) complete(*Page) diag.List { return nil }

// block returns the block that a translation is compared by.
func (s Step) block() (section string, b markdown.Block) {
	return "", markdown.Block{
		Kind:     markdown.StepBlock,
		ID:       s.Exercise.Text,
		Critical: true,
		Offset:   s.Exercise.Offset,
	}
}

// about returns the exercise, since a reason for one is wrong for another.
func (s Step) about() strict.Text { return s.Exercise }
