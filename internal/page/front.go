package page

import (
	"slices"

	"rygghandboka/internal/base/strict"
)

// Front is the front matter that all kinds of page share.
type Front struct {
	Kind    Kind        `yaml:"kind" role:"data"`
	Title   strict.Text `yaml:"title"`
	Summary strict.Text `yaml:"summary" doc:"one or two sentences, for lists and search engines"`
	Slug    strict.Text `yaml:"slug,optional" role:"data" doc:"its part of the address; without one, the title"`
	Order   int         `yaml:"order,optional" role:"data" doc:"in its folder; without one it comes last"`

	Aliases []strict.Text `yaml:"aliases,optional" role:"data" doc:"its addresses before: no/ovelser/bro/"`
	OffMenu bool          `yaml:"off-menu,optional" role:"data" doc:"not in the menu"`
	Foot    bool          `yaml:"foot,optional" role:"data" doc:"in the foot of each page instead of the menu"`
	Draft   bool          `yaml:"draft,optional" role:"data" doc:"shown to authors only, and not published"`

	PlainTerms []strict.Text `yaml:"plain-terms,optional" role:"data" doc:"ids of terms that it does not link"`

	Differs  []Difference `yaml:"differs,optional" role:"data" doc:"from the page in another language, on purpose"`
	Critical bool         `yaml:"critical,optional" role:"data" doc:"a translation that is out of date stops the build"`

	Keys map[string]int // where each key is in the file, in bytes
}

// A Difference is one that the author means: the text has a different meaning here
// than in the other language.
type Difference struct {
	Section strict.Text `yaml:"section,optional" doc:"the id of the heading; left out for the part before the first"`
	What    strict.Text `yaml:"what" doc:"numbers, links and so on: translation.Kinds"`
	Reason  strict.Text `yaml:"reason"`
}

// IsPlain reports whether the page leaves a term without a link.
func (f *Front) IsPlain(id string) bool {
	return slices.ContainsFunc(f.PlainTerms, func(s strict.Text) bool { return s.Text == id })
}
