package render

import "rygghandboka/internal/site"

// A glossaryDetail is what glossary.html shows beyond the text.
type glossaryDetail struct{ Terms []term }

// A term is an entry of a glossary.
type term struct {
	ID, Term   string
	Also       []name
	Latin      string
	Definition string
	Trains     []site.Stub  // the exercises that train the muscle that the term names
	Uses       []site.Stub  // the pages that link the term
	Folded     *site.Folded // both, if they have a page of their own
}

func newGlossaryDetail(e *site.Entry, g *site.Glossary) *glossaryDetail {
	d := &glossaryDetail{}
	for _, t := range g.Terms {
		d.Terms = append(d.Terms, term{
			ID:         t.ID.Text,
			Term:       t.Term.Term.Text,
			Also:       names(e, t.Also),
			Latin:      t.Latin.Text,
			Definition: t.Definition.Text,
			Trains:     t.Trains,
			Uses:       t.Uses,
			Folded:     t.Folded,
		})
	}
	return d
}
