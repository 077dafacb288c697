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

// GlossaryPath returns the file of the glossary of a language.
func GlossaryPath(l lang.Lang) string { return "content/" + string(l) + "/" + GlossaryKey + ".md" }

// TermsField is the key of the list of terms, as strict.Texts gives it.
const TermsField = "terms"

// A Glossary explains terms, which other pages link to it.
type Glossary struct {
	Terms []Term `yaml:"terms"`
}

// A Term is one entry of a glossary.
type Term struct {
	ID         strict.Text   `yaml:"id" role:"data"`
	Term       strict.Text   `yaml:"term" role:"name"`
	Also       []strict.Text `yaml:"also,optional" role:"name" lang:"any" doc:"other words for the same"`
	Forms      []strict.Text `yaml:"forms,optional" role:"form" doc:"inflected forms, as they are in running text"`
	Everyday   bool          `yaml:"everyday,optional" role:"data" doc:"only the author links it"`
	Latin      strict.Text   `yaml:"latin,optional" role:"name" lang:"la"`
	Definition strict.Text   `yaml:"definition"`
}

// Words returns every form of the term that a text may have.
func (t Term) Words() []strict.Text { return slices.Concat([]strict.Text{t.Term}, t.Also, t.Forms) }

// block returns the block that a translation is compared by.
func (t Term) block() (section string, b markdown.Block) {
	return t.ID.Text, markdown.Block{
		Kind:     markdown.DefinitionBlock,
		ID:       t.ID.Text,
		Critical: true,
		Offset:   t.ID.Offset,
	}
}

// LinkedTerms returns the forms of the terms that are to be found in the texts of other pages.
func (g *Glossary) LinkedTerms() (terms []markdown.Term) {
	for _, t := range g.Terms {
		if t.Everyday {
			continue
		}
		for _, w := range t.Words() {
			terms = append(terms, markdown.Term{Form: oneLine(w), ID: t.ID.Text})
		}
	}
	return terms
}

func oneLine(s strict.Text) string { return strings.Join(strings.Fields(s.Text), " ") }

// IDs returns the ids of the terms, in order.
func (g *Glossary) IDs() (list []string) {
	for _, t := range g.Terms {
		list = append(list, t.ID.Text)
	}
	return list
}

// sections returns the section that each term is.
func (g *Glossary) sections() (list []markdown.Section) {
	for _, id := range g.IDs() {
		list = append(list, markdown.Section{ID: id})
	}
	return list
}

// complete checks the ids of the terms, and that each form leads to one of them.
func (g *Glossary) complete(p *Page) (probs diag.List) {
	seen := map[string]bool{}
	for _, id := range p.bodyIDs() {
		seen[id] = true
	}
	for _, t := range g.Terms {
		switch id := t.ID.Text; {
		case !markdown.IsID(id):
			probs = append(probs, diag.Errorf(p.Path, t.ID.Offset, "%q cannot be an id", id).
				Hintf("an id has small letters a-z, digits and hyphens, and is not that of another part of the page"))
		case seen[id]:
			probs = append(probs, diag.Errorf(p.Path, t.ID.Offset, "a second place with the id %q", id))
		}
		seen[t.ID.Text] = true
	}
	return append(probs, g.checkForms(p.Path)...)
}

// checkForms refuses a form of two terms, of which one would never be linked, and one that
// is not found as a word.
func (g *Glossary) checkForms(file string) (probs diag.List) {
	owner := map[string]string{}
	for _, t := range g.Terms {
		for _, w := range t.Words() {
			form := oneLine(w)
			first, _ := utf8.DecodeRuneInString(form)
			other, taken := owner[form]
			switch {
			case !unicode.IsLetter(first) && !unicode.IsDigit(first):
				probs = append(probs, diag.Errorf(file, w.Offset, "%q does not start with a letter or digit", form))
			case taken && other != t.ID.Text:
				probs = append(probs, diag.Errorf(file, w.Offset, "%q is a word for %q too", form, other).
					Hintf("remove it from one of the two"))
			}
			owner[form] = t.ID.Text
		}
	}
	return probs
}
