package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// GlossaryKey is the key of the page that explains the terms of a language.
const GlossaryKey = "glossary"

// GlossaryPath returns where the glossary of a language stands.
func GlossaryPath(l lang.Lang) string { return "content/" + string(l) + "/" + GlossaryKey + ".md" }

// A Term is one entry of a glossary.
type Term struct {
	ID         strict.String   `yaml:"id" role:"data"`
	Term       strict.String   `yaml:"term" role:"name"`
	Also       []strict.String `yaml:"also,optional" role:"name" lang:"any" doc:"other words for the same"`
	Forms      []strict.String `yaml:"forms,optional" role:"form" doc:"inflected forms, as they stand in running text"`
	Everyday   bool            `yaml:"everyday,optional" role:"data" doc:"its words mean other things too, so only the author links them"`
	Latin      strict.String   `yaml:"latin,optional" role:"name" lang:"la"`
	Definition strict.String   `yaml:"definition"`
}

// Words returns every form in which the term may stand in a text.
func (t Term) Words() []strict.String { return slices.Concat([]strict.String{t.Term}, t.Also, t.Forms) }

// Term returns the term of a glossary with an id, or nil.
func (p *Page) Term(id string) *Term {
	i := slices.IndexFunc(p.Terms, func(t Term) bool { return t.ID.Text == id })
	if i < 0 {
		return nil
	}
	return &p.Terms[i]
}

// IsPlain reports whether the page leaves a term without a link.
func (p *Page) IsPlain(id string) bool {
	return slices.ContainsFunc(p.PlainTerms, func(s strict.String) bool { return s.Text == id })
}

// TermIDs returns the ids of a glossary's terms, in order.
func (p *Page) TermIDs() (ids []string) {
	for _, t := range p.Terms {
		ids = append(ids, t.ID.Text)
	}
	return ids
}

// LinkedTerms returns the forms of a glossary's terms that are to be found in
// the texts of other pages.
func (p *Page) LinkedTerms() (terms []markdown.Term) {
	for _, t := range p.Terms {
		if t.Everyday {
			continue
		}
		for _, w := range t.Words() {
			terms = append(terms, markdown.Term{Form: oneLine(w), ID: t.ID.Text})
		}
	}
	return terms
}

func oneLine(s strict.String) string { return strings.Join(strings.Fields(s.Text), " ") }

// checkTerms checks the terms of a glossary: their ids, and that each form leads
// to one of them.
func (p *Page) checkTerms() (probs diag.List) {
	if p.Kind == Glossary && p.Key != GlossaryKey {
		probs = append(probs, diag.Errorf(p.Path, p.Keys["kind"], "a glossary is %s", GlossaryPath(p.Lang)).
			Hintf("a language has one, in that file"))
	}
	seen := map[string]bool{}
	for _, h := range p.Headings {
		seen[h.ID] = true
	}
	for _, i := range p.Items {
		seen[i.ID] = true
	}
	for _, t := range p.Terms {
		switch id := t.ID.Text; {
		case !markdown.IsID(id):
			probs = append(probs, diag.Errorf(p.Path, t.ID.Offset, "%q cannot be an id", id).
				Hintf("an id has small letters a-z, digits and hyphens, and is not that of another part of the page"))
		case seen[id]:
			probs = append(probs, diag.Errorf(p.Path, t.ID.Offset, "a second place with the id %q", id))
		}
		seen[t.ID.Text] = true
	}
	return append(probs, p.checkForms()...)
}

// checkForms refuses a form of two terms, of which one would never be linked,
// and one that is not found as a word.
func (p *Page) checkForms() (probs diag.List) {
	owner := map[string]string{}
	for _, t := range p.Terms {
		for _, w := range t.Words() {
			form := oneLine(w)
			first, _ := utf8.DecodeRuneInString(form)
			other, taken := owner[form]
			switch {
			case !unicode.IsLetter(first) && !unicode.IsDigit(first):
				probs = append(probs, diag.Errorf(p.Path, w.Offset, "%q does not start with a letter or digit", form))
			case taken && other != t.ID.Text:
				probs = append(probs, diag.Errorf(p.Path, w.Offset, "%q is a word for %q too", form, other).
					Hintf("take it away from one of the two"))
			}
			owner[form] = t.ID.Text
		}
	}
	return probs
}
