package render

import (
	"strings"
	"unicode/utf8"

	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// A glossaryDetail is what glossary.html shows beyond the text: the terms by their first
// letters, and where each letter starts.
type glossaryDetail struct{ Letters []letterGroup }

// A letterGroup is the terms that start with a letter.
type letterGroup struct {
	ID     string // letter-k
	Letter string // K
	Terms  []term
}

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

// Terms returns all terms.
func (d *glossaryDetail) Terms() (list []term) {
	for _, g := range d.Letters {
		list = append(list, g.Terms...)
	}
	return list
}

func newGlossaryDetail(e *site.Entry, g *site.Glossary) *glossaryDetail {
	d := &glossaryDetail{}
	for _, t := range g.Terms {
		first, _ := utf8.DecodeRuneInString(t.Term.Term.Text)
		letter := strings.ToUpper(string(first))
		if n := len(d.Letters); n == 0 || d.Letters[n-1].Letter != letter {
			d.Letters = append(d.Letters, letterGroup{ID: "letter-" + lang.Slug(letter), Letter: letter})
		}
		last := &d.Letters[len(d.Letters)-1]
		last.Terms = append(last.Terms, term{
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
