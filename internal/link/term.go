package link

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// term returns what a term on owner's page leads to: the glossary, the first
// time that the term is on the host's page, and nothing after that.
func (f *filler) term(owner *site.Entry, id string) site.Target {
	glossary := f.glossaries[owner.Lang]
	if f.terms[id] || owner.IsPlain(id) {
		return site.Target{}
	}
	f.terms[id] = true
	f.note(owner, id)
	term := glossary.Glossary().Term(id)
	return site.Target{
		URL:  glossary.URL + "#" + id,
		Text: term.Definition.Text,
		Term: term.Term.Term.Text,
	}
}

// note notes that a term is linked on owner's page. What a box links is noted on the
// page of the box.
func (f *filler) note(owner *site.Entry, id string) {
	if owner == f.host {
		f.used = append(f.used, id)
	}
}

// use notes on the glossary that a page links a term.
func (l *linker) use(from *site.Entry, id string) {
	glossary := l.glossaries[from.Lang]
	if from == glossary || from.IsIndex() || from.OffMenu {
		return
	}
	term := glossary.Glossary().Term(id)
	if n := len(term.Uses); n == 0 || term.Uses[n-1].URL != from.URL {
		term.Uses = append(term.Uses, from.Stub())
	}
}

// plainTerms notes the terms that the host does not link.
func (f *filler) plainTerms() {
	e := f.host
	glossary := f.glossaries[e.Lang].Glossary()
	for _, id := range e.PlainTerms {
		f.terms[id.Text] = true
		if glossary.Term(id.Text) == nil {
			f.problem(diag.Errorf(e.Path, id.Offset, "no term has the id %q", id.Text).
				Hintf("%s", diag.SuggestOr(id.Text, glossary.IDs())))
		}
	}
}

// uses sorts the pages that link each term, once all are filled.
func (l *linker) uses() {
	for _, g := range l.glossaries {
		g.Glossary().Sort(g.Language.Collation)
	}
}
