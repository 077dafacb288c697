package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/strict"
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
	Trains []Stub  // the exercises that train the muscle that it names
	Uses   []Stub  // the pages that link it, sorted by title
	Folded *Folded // in their place, if they have a page of their own
}

func newGlossary(own *page.Glossary) *Glossary {
	g := &Glossary{byID: map[string]*Term{}}
	for _, t := range own.Terms {
		term := &Term{Term: t}
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

// ids returns the ids of the terms. A nil glossary has none.
func (g *Glossary) ids() (list []string) {
	if g == nil {
		return nil
	}
	for _, t := range g.Terms {
		list = append(list, t.ID.Text)
	}
	return list
}

// sort sorts the pages that link each term, once all are known.
func (g *Glossary) sort(collation lang.Tag) {
	for _, t := range g.Terms {
		slices.SortFunc(t.Uses, func(a, b Stub) int { return strings.Compare(a.URL, b.URL) }) // titles may be alike
		lang.Sort(collation, t.Uses, func(s Stub) string { return s.Title })
	}
}

func (g *Glossary) items(e *Entry, seen map[string]bool) (list []item) {
	for i, t := range g.Terms {
		list = append(list, item{t.ID.Text, initial(t.Term.Term.Text), t.weigh(seen), func(to *Entry) {
			terms := to.Glossary()
			terms.Terms = append(terms.Terms, t)
			to.take(e, page.TermsField, i)
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

func (g *Glossary) empty() Detail { return &Glossary{byID: g.byID} }

// fold returns the glossary with the links of its terms on pages of their own, where they
// are many.
func (g *Glossary) fold(to *folder) Detail {
	short := &Glossary{byID: g.byID}
	for _, t := range g.Terms {
		if len(t.Trains)+len(t.Uses) > shortLinks {
			folded := to.fold("backlinks", t.ID.Text, t.Term.Term.Text,
				Group{Kind: page.ExerciseKind, Pages: t.Trains}, Group{Kind: page.PlainKind, Pages: t.Uses})
			t = &Term{Term: t.Term, Folded: folded}
		}
		short.Terms = append(short.Terms, t)
	}
	return short
}

// start starts the section of a term where it is searched.
func (g *Glossary) start(r *reading, part strict.Part) {
	if part.Key == page.TermsField {
		t := g.Terms[part.Index]
		r.section(t.ID.Text, t.Term.Term.Text)
	}
}
