package page

import (
	"fmt"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A Kind is a kind of page. Each has a front matter, a layout of its name, and
// a card with which other pages show it.
type Kind string

const (
	Home       Kind = "home"       // the first page of a language
	Article    Kind = "article"    // running text
	Factbox    Kind = "factbox"    // facts that other pages embed
	Figure     Kind = "figure"     // a drawing that other pages embed, with its labels
	Exercise   Kind = "exercise"   // words for an exercise; its facts stand in content/shared/exercises
	Programme  Kind = "programme"  // exercises in an order, with reasons
	Handout    Kind = "handout"    // where handouts are put together
	Changes    Kind = "changes"    // lists what has changed, also as a feed
	Glossary   Kind = "glossary"   // explains terms
	References Kind = "references" // lists all works
	Design     Kind = "design"     // shows the design, to authors
	Plain      Kind = "page"       // any other page, and the indexes of folders
)

// Kinds are all kinds of page.
var Kinds = []Kind{Home, Article, Factbox, Figure, Exercise, Programme, Handout, Changes, Glossary, References, Design, Plain}

// Front is the front matter that all kinds of page share.
type Front struct {
	Kind    Kind          `yaml:"kind" role:"data"`
	Title   strict.String `yaml:"title"`
	Summary strict.String `yaml:"summary" doc:"one or two sentences, for lists and search engines"`
	Slug    strict.String `yaml:"slug,optional" role:"data" doc:"the page's part of the address; made from the title if not given"`
	Order   int           `yaml:"order,optional" role:"data" doc:"among the pages of its folder; without one it comes last"`

	Aliases  []strict.String `yaml:"aliases,optional" role:"data" doc:"addresses that the page had before: no/ovelser/bro/"`
	Unlisted bool            `yaml:"unlisted,optional" role:"data" doc:"not in the menu: for authors, or shown inside other pages"`

	PlainTerms []strict.String `yaml:"plain-terms,optional" role:"data" doc:"ids of terms that the page does not link to the glossary"`

	Differs  []Difference `yaml:"differs,optional" role:"data" doc:"from the page in another language, on purpose"`
	Critical bool         `yaml:"critical,optional" role:"data" doc:"every word of it matters: a translation that is not up to date stops the build"`

	Reviewer   strict.String `yaml:"reviewer,optional" role:"data" doc:"the clinician who reviewed the whole page"`
	Reviewed   strict.Date   `yaml:"reviewed,optional" role:"data"`
	NextReview strict.Date   `yaml:"next-review,optional" role:"data"`

	Keys map[string]int // where each key stands in the file, in bytes
}

// The keys of the lists that make up pages of some kinds, as strict.Texts gives them.
const (
	StepsField   = "exercises"
	ChangesField = "changes"
	TermsField   = "terms"
)

// A Step is one exercise of a programme, and why it is there.
type Step struct {
	Exercise strict.String `yaml:"exercise" role:"data" doc:"its key: bird-dog"`
	Reason   strict.String `yaml:"reason"`
}

// UnmarshalText reads a kind.
func (k *Kind) UnmarshalText(text []byte) error {
	if !slices.Contains(Kinds, Kind(text)) {
		return fmt.Errorf("there is no kind %q: %s", text, diag.SuggestOr(string(text), kindNames()))
	}
	*k = Kind(text)
	return nil
}

func kindNames() (names []string) {
	for _, k := range Kinds {
		names = append(names, string(k))
	}
	return names
}

// readFront fills in p from the front matter, as the kind that it names has it.
func (p *Page) readFront(file, front string) diag.List {
	doc, probs := strict.Parse(file, front, len(fence))
	if doc == nil {
		return probs
	}
	p.Keys = doc.Keys()
	p.BareKeys = BareKeys(doc, front, len(fence))
	kind, _ := doc.Get("kind")
	into, done := fields(p, Kind(kind.Text))
	probs = doc.Decode(into)
	done()
	p.Parts = strict.Texts(into)
	return probs
}

// fields is a variable so that a test can add a field to each kind.
var fields = (*Page).fields

// fields returns the struct that the front matter of a kind is decoded into, whose
// own keys are p's once done has been called.
func (p *Page) fields(kind Kind) (into any, done func()) {
	switch kind {
	case Exercise:
		in := &struct {
			*Front
			OtherNames []strict.String `yaml:"other-names,optional" role:"name" lang:"any" doc:"names that people search for"`
		}{Front: &p.Front}
		return in, func() { p.OtherNames = in.OtherNames }
	case Figure:
		in := &struct {
			*Front
			Labels map[string]strict.String `yaml:"labels" role:"label" doc:"what stands in the drawing, by the labels' names"`
		}{Front: &p.Front}
		return in, func() { p.Labels = in.Labels }
	case Programme:
		in := &struct {
			*Front
			Exercises []Step `yaml:"exercises" doc:"in their order"`
		}{Front: &p.Front}
		return in, func() { p.Steps = in.Exercises }
	case Changes:
		in := &struct {
			*Front
			Changes []Change `yaml:"changes" doc:"the newest first"`
		}{Front: &p.Front}
		return in, func() { p.Changes = in.Changes }
	case Glossary:
		in := &struct {
			*Front
			Terms []Term `yaml:"terms"`
		}{Front: &p.Front}
		return in, func() { p.Terms = in.Terms }
	}
	return &p.Front, func() {}
}
