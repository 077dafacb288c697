package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// An Exercise has the words for an exercise. Its facts, which have no language, are in
// content/shared/exercises.
type Exercise struct {
	OtherNames []strict.Text `yaml:"other-names,optional" role:"name" lang:"any" doc:"names that people search for"`
	Cautions   []OwnCaution  `yaml:"cautions,optional" doc:"what it says itself, where the shared text does not fit"`
}

// An OwnCaution is what an exercise says of one of its cautions, in the place of the text that
// exercises share.
type OwnCaution struct {
	Caution strict.Text `yaml:"caution" role:"data" doc:"the id of the heading of the shared text"`
	Text    strict.Text `yaml:"text"`
}

// block returns the block that a translation is compared by.
func (c OwnCaution) block() (section string, b markdown.Block) {
	return "", markdown.Block{
		Kind:     cautionBlock,
		ID:       c.Caution.Text,
		Critical: true,
		Offset:   c.Caution.Offset,
	}
}

const cautionBlock markdown.SimpleBlock = "caution"

// Caution returns what the exercise says itself of a caution, or nil.
func (x *Exercise) Caution(key string) *OwnCaution {
	for i := range x.Cautions {
		if x.Cautions[i].Caution.Text == key {
			return &x.Cautions[i]
		}
	}
	return nil
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

// complete refuses two texts of one caution.
func (x *Exercise) complete(p *Page) (probs diag.List) {
	for i := range x.Cautions {
		if c := &x.Cautions[i]; x.Caution(c.Caution.Text) != c {
			probs = append(probs, diag.Errorf(p.Path, c.Caution.Offset, "the caution %q a second time", c.Caution.Text).
				Hintf("write one text of it"))
		}
	}
	return probs
}
