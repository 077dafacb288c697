package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// A Glossary is the terms that a language explains.
type Glossary struct {
	Terms []*Term
	byID  map[string]*Term
}

// A Term is one of a glossary, and the pages that have to do with it.
type Term struct {
	page.Term
	index  int     // in the front matter
	Trains []Stub  // the exercises that train the muscle that it names
	Uses   []Stub  // the pages that link it, sorted by title
	Folded *Folded // in their place, if they have a page of their own
}

func newGlossary(own *page.Glossary) *Glossary {
	g := &Glossary{byID: map[string]*Term{}}
	for i, t := range own.Terms {
		term := &Term{Term: t, index: i}
		g.Terms = append(g.Terms, term)
		if _, taken := g.byID[t.ID.Text]; !taken {
			g.byID[t.ID.Text] = term
		}
	}
	return g
}

// Term returns the term with an id, or nil. A nil glossary has none.
func (g *Glossary) Term(id string) *Term {
	if g == nil {
		return nil
	}
	return g.byID[id]
}

// IDs returns the ids of the terms. A nil glossary has none.
func (g *Glossary) IDs() (list []string) {
	if g == nil {
		return nil
	}
	for _, t := range g.Terms {
		list = append(list, t.ID.Text)
	}
	return list
}

// Sort sorts the terms by the alphabet of a language, and the pages that link each, once all
// are known.
func (g *Glossary) Sort(collation lang.Tag) {
	lang.Sort(collation, g.Terms, func(t *Term) string { return t.Term.Term.Text })
	for _, t := range g.Terms {
		slices.SortFunc(t.Uses, func(a, b Stub) int { return strings.Compare(a.URL, b.URL) }) // titles may be alike
		lang.Sort(collation, t.Uses, func(s Stub) string { return s.Title })
	}
}

func (g *Glossary) Items(e *Entry, seen map[string]bool) (list []Item) {
	for _, t := range g.Terms {
		list = append(list, Item{t.ID.Text, initial(t.Term.Term.Text), t.weigh(seen), func(to *Entry) {
			terms := to.Glossary()
			terms.Terms = append(terms.Terms, t)
			to.take(e, page.TermsField, t.index)
		}})
	}
	return list
}

// weigh returns what a term weighs at most in the list.
func (t *Term) weigh(seen map[string]bool) int {
	n := weigh(t.Term.Term.Text, t.Definition.Text, t.Latin.Text, t.ID.Text) + 60
	n += weighStubs(seen, t.Trains) + weighStubs(seen, t.Uses)
	for _, also := range t.Also {
		n += weigh(also.Text) + 10
	}
	return n
}

func (g *Glossary) Empty() Detail { return &Glossary{byID: g.byID} }

// Fold returns the glossary with the links of its terms on pages of their own, where they
// are many.
func (g *Glossary) Fold(fold Fold) Detail {
	short := &Glossary{byID: g.byID}
	for _, t := range g.Terms {
		groups := []Group{{Kind: page.ExerciseKind, Pages: t.Trains}, {Kind: page.PlainKind, Pages: t.Uses}}
		if folded := fold("backlinks", t.ID.Text, t.Term.Term.Text, groups...); folded != nil {
			t = &Term{Term: t.Term, index: t.index, Folded: folded}
		}
		short.Terms = append(short.Terms, t)
	}
	return short
}

// Glossary returns the terms of a glossary, nil if there is no page or it is none.
func (e *Entry) Glossary() *Glossary {
	if e == nil {
		return nil
	}
	g, _ := e.Detail.(*Glossary)
	return g
}
