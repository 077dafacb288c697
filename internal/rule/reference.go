package rule

import (
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
)

// references: a reader must get from a sentence to the right work. So a work has what works of
// its kind are found by; an identifier is well formed and belongs to one work; a work that no
// page cites is forgotten or left over; and one that has been retracted is not cited.
func references(s Subject) (probs diag.List) {
	cited := map[string]bool{}
	for _, e := range s.Entries {
		for _, r := range e.References {
			cited[r.Work.Key] = true
		}
	}
	byDOI, byPMID := map[string]string{}, map[string]string{}
	for _, w := range s.Bibliography.Works {
		probs = append(probs, lacking(w)...)
		probs = append(probs, untyped(w)...)
		probs = append(probs, malformed(w)...)
		probs = append(probs, repeated(w, "DOI", strings.ToLower(w.DOI), byDOI)...)
		probs = append(probs, repeated(w, "PMID", w.PMID, byPMID)...)
		if !cited[w.Key] {
			probs = append(probs, diag.Warnf(bib.Path, w.Offset, "no page cites %s", w.Key))
			continue
		}
		if r, ok := s.Retractions.Find(w); ok {
			probs = append(probs, diag.Errorf(bib.Path, w.Offset,
				"%s was retracted on %s: %s", w.Key, r.Date, r.Reason.Text).
				Hintf("remove it from the pages that cite it"))
		}
	}
	return probs
}

// lacking reports what a work lacks, and what is wrong with what it says to lack.
func lacking(w *bib.Work) (probs diag.List) {
	if missing := w.Missing(); len(missing) > 0 {
		const hint = `fill in what the work has; if it has none, say why: "lacks": {"%s": "REASON"}`
		probs = append(probs, diag.Warnf(bib.Path, w.Offset, "%s lacks %s", w.Key, strings.Join(missing, ", ")).
			Hintf(hint, missing[len(missing)-1]))
	}
	for _, name := range w.Contradicted() {
		probs = append(probs, diag.Errorf(bib.Path, w.Offset, "%s says that it lacks %s, which it has", w.Key, name))
	}
	for _, name := range slices.Sorted(maps.Keys(w.Lacks)) {
		switch reason := w.Lacks[name]; {
		case !slices.Contains(bib.Expected, name):
			probs = append(probs, diag.Errorf(bib.Path, w.Offset, "%s cannot lack %q", w.Key, name).
				Hintf("%s", diag.SuggestOr(name, bib.Expected)))
		case strings.TrimSpace(reason) == "" || diag.IsUnwritten(reason):
			probs = append(probs, diag.Errorf(bib.Path, w.Offset, "%s gives no reason why it lacks %s", w.Key, name))
		}
	}
	return probs
}

// untyped reports a work whose type is not known: it would be printed without what works of
// its kind have, such as the volume of a journal.
func untyped(w *bib.Work) diag.List {
	switch {
	case w.Broken || slices.Contains(bib.Types, w.Type):
		return nil
	case w.Type == "":
		return diag.List{diag.Errorf(bib.Path, w.Offset, "%s has no type", w.Key).
			Hintf("such as article-journal, book or webpage")}
	}
	return diag.List{diag.Errorf(bib.Path, w.Offset, "%s: %q is no type of work", w.Key, w.Type).
		Hintf("%s", diag.Suggest(w.Type, bib.Types))}
}

// repeated reports an identifier that another work has too, and notes the work in seen, which
// has the key of a work by identifier.
func repeated(w *bib.Work, name, id string, seen map[string]string) (probs diag.List) {
	if id == "" {
		return nil
	}
	if other := seen[id]; other != "" {
		probs = diag.List{diag.Errorf(bib.Path, w.Offset, "%s and %s have the same %s, %s", w.Key, other, name, id).
			Hintf("one of the two is wrong: look both up")}
	}
	seen[id] = w.Key
	return probs
}

// malformed reports identifiers of a work that are not well formed.
func malformed(w *bib.Work) (probs diag.List) {
	add := func(name, value, hint string) {
		probs = append(probs, diag.Errorf(bib.Path, w.Offset, "%s: %q is no %s", w.Key, value, name).Hintf("%s", hint))
	}
	if w.DOI != "" && !bib.IsDOI(w.DOI) {
		add("DOI", w.DOI, "a DOI starts with 10. and has no address before it")
	}
	if w.PMID != "" && !bib.IsPMID(w.PMID) {
		add("PMID", w.PMID, "a PMID is a number of at most eight digits")
	}
	if issn := w.WrongISSN(); issn != "" {
		add("ISSN", issn, "its last digit is a check on the others")
	}
	if w.URL != "" && !bib.IsURL(w.URL) {
		add("URL", w.URL, "a URL starts with https:// and the name of a host")
	}
	return probs
}
