package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/lang"
)

// term returns what a term on owner's page leads to: the glossary, the first
// time that the term stands on the host's page, and nothing after that.
func (f *filler) term(owner *Entry, id string) Target {
	glossary := f.glossaries[owner.Lang]
	if f.terms[id] || owner.IsPlain(id) {
		return Target{}
	}
	f.terms[id] = true
	f.use(owner, glossary, id)
	return Target{URL: glossary.URL + "#" + id, Text: glossary.Term(id).Definition.Text}
}

// use notes that a term is linked on a page.
func (f *filler) use(owner, glossary *Entry, id string) {
	if owner != f.host || owner == glossary || owner.IsIndex() || owner.Unlisted {
		return
	}
	if pages := glossary.Uses[id]; len(pages) == 0 || pages[len(pages)-1].URL != owner.URL {
		glossary.Uses[id] = append(pages, owner.stub())
	}
}

// plainTerms returns the terms that a page does not link.
func (l *linker) plainTerms(e *Entry) map[string]bool {
	plain := map[string]bool{}
	for _, id := range e.PlainTerms {
		plain[id.Text] = true
		if g := l.glossaries[e.Lang]; g == nil || g.Term(id.Text) == nil {
			l.problem(diag.Errorf(e.Path, id.Offset, "no term has the id %q", id.Text).Hintf("%s", diag.SuggestOr(id.Text, l.termIDs(e.Lang))))
		}
	}
	return plain
}

func (l *linker) termIDs(in lang.Lang) []string {
	if g := l.glossaries[in]; g != nil {
		return g.TermIDs()
	}
	return nil
}

// uses sorts the pages that link each term, once all are filled.
func (l *linker) uses() {
	for _, g := range l.glossaries {
		for _, pages := range g.Uses {
			slices.SortFunc(pages, func(a, b Stub) int { return strings.Compare(a.URL, b.URL) }) // titles may be alike
			lang.Sort(g.Language.Collation, pages, func(s Stub) string { return s.Title })
		}
	}
}
