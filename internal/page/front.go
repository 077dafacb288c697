package page

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// Front is the front matter that all kinds of page share.
type Front struct {
	Kind    Kind          `yaml:"kind" role:"data"`
	Title   strict.String `yaml:"title"`
	Summary strict.String `yaml:"summary" doc:"one or two sentences, for lists and search engines"`
	Slug    strict.String `yaml:"slug,optional" role:"data" doc:"its part of the address; without one, the title"`
	Order   int           `yaml:"order,optional" role:"data" doc:"in its folder; without one it comes last"`

	Aliases  []strict.String `yaml:"aliases,optional" role:"data" doc:"its addresses before: no/ovelser/bro/"`
	Unlisted bool            `yaml:"unlisted,optional" role:"data" doc:"not in the menu"`

	PlainTerms []strict.String `yaml:"plain-terms,optional" role:"data" doc:"ids of terms that it does not link"`

	Differs  []Difference `yaml:"differs,optional" role:"data" doc:"from the page in another language, on purpose"`
	Critical bool         `yaml:"critical,optional" role:"data" doc:"a translation that is out of date stops the build"`

	Reviewer   strict.String `yaml:"reviewer,optional" role:"data" doc:"the clinician who reviewed the whole page"`
	Reviewed   strict.Date   `yaml:"reviewed,optional" role:"data"`
	NextReview strict.Date   `yaml:"next-review,optional" role:"data"`

	Keys map[string]int // where each key stands in the file, in bytes
}

// readFront fills in p from the front matter of its file.
func (p *Page) readFront(file, text string) diag.List {
	doc, probs := strict.Parse(file, text, len(fence))
	if doc == nil {
		return probs
	}
	p.Keys = doc.Keys()
	p.Strays = Strays(doc, text, len(fence))
	kind, _ := doc.Get("kind")
	if newOwn := Kind(kind.Text).Traits().own; newOwn != nil {
		p.Own = newOwn()
	}
	into := fronts(p)
	probs = doc.Decode(into...)
	p.Parts = strict.Texts(into...)
	return probs
}

// fronts returns the structs that the front matter of p is decoded into. It is a variable
// so that a test can add a field to each kind.
var fronts = func(p *Page) []any {
	if p.Own == nil {
		return []any{&p.Front}
	}
	return []any{&p.Front, p.Own}
}

// IsPlain reports whether the page leaves a term without a link.
func (p *Page) IsPlain(id string) bool {
	return slices.ContainsFunc(p.PlainTerms, func(s strict.String) bool { return s.Text == id })
}
