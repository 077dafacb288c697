package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// term returns what a term on owner's page leads to: the glossary, the first
// time that the term stands on the host's page, and nothing after that.
func (f *filler) term(owner *Entry, id string) Target {
	glossary := f.glossaries[owner.Lang]
	if f.terms[id] || owner.IsPlain(id) {
		return Target{}
	}
	f.terms[id] = true
	f.note(owner, id)
	return Target{URL: glossary.URL + "#" + id, Text: glossary.Term(id).Definition.Text}
}

// note notes that a term is linked on owner's page. What a box links is noted on the
// page of the box.
func (f *filler) note(owner *Entry, id string) {
	if owner == f.host {
		f.used = append(f.used, id)
	}
}

// use notes on the glossary that a page links a term.
func (l *linker) use(from *Entry, id string) {
	glossary := l.glossaries[from.Lang]
	if from == glossary || from.IsIndex() || from.Unlisted {
		return
	}
	if pages := glossary.Uses[id]; len(pages) == 0 || pages[len(pages)-1].URL != from.URL {
		glossary.Uses[id] = append(pages, from.Stub())
	}
}

// plainTerms notes the terms that the host does not link.
func (f *filler) plainTerms() {
	e := f.host
	for _, id := range e.PlainTerms {
		f.terms[id.Text] = true
		if g := f.glossaries[e.Lang]; g == nil || g.Term(id.Text) == nil {
			f.problem(diag.Errorf(e.Path, id.Offset, "no term has the id %q", id.Text).Hintf("%s", diag.SuggestOr(id.Text, f.termIDs(e.Lang))))
		}
	}
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
