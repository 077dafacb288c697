package bib

import "slices"

// Expected are the fields that a work of some kind has, in the order in which they are
// printed.
var Expected = []string{"author", "container-title", "issued", "page", "DOI"}

// expectedOf are those of each kind. Kinds that are not here have an author and a date; a law
// or a ruling has no author.
var expectedOf = map[string][]string{
	"article-journal":        Expected,
	"article-magazine":       {"author", "container-title", "issued", "page"},
	"article-newspaper":      {"container-title", "issued"},
	"chapter":                {"author", "container-title", "issued", "page"},
	"paper-conference":       {"author", "container-title", "issued", "page"},
	"entry":                  {"container-title", "issued"},
	"entry-dictionary":       {"container-title", "issued"},
	"entry-encyclopedia":     {"container-title", "issued"},
	"bill":                   {"issued"},
	"broadcast":              {"issued"},
	"hearing":                {"issued"},
	"legal_case":             {"issued"},
	"legislation":            {"issued"},
	"motion_picture":         {"issued"},
	"periodical":             {"issued"},
	"regulation":             {"issued"},
	"standard":               {"issued"},
	"treaty":                 {"issued"},
	"personal_communication": {"author", "issued"},
}

// Missing returns the fields that a work of this kind has and that the record neither has nor
// says to lack.
func (w *Work) Missing() (names []string) {
	if w.Broken {
		return nil
	}
	expected, known := expectedOf[w.Type]
	if !known {
		expected = []string{"author", "issued"}
	}
	for _, name := range expected {
		if _, excused := w.Lacks[name]; !excused && !w.has(name) {
			names = append(names, name)
		}
	}
	return names
}

// Contradicted returns the fields that the record has and says to lack.
func (w *Work) Contradicted() []string {
	return slices.DeleteFunc(slices.Clone(Expected), func(name string) bool {
		_, excused := w.Lacks[name]
		return !excused || !w.has(name)
	})
}

// has reports whether the record says something for a field. Who edited a book is in the
// place of an author, and an article that is only online has a number instead of pages.
func (w *Work) has(name string) bool {
	switch name {
	case "author":
		return len(w.Author)+len(w.Editor) > 0
	case "container-title":
		return w.Container != "" || w.ContainerShort != ""
	case "issued":
		return w.Issued != Date{}
	case "page":
		return w.Page != "" || w.Number != ""
	case "DOI":
		return w.DOI != ""
	}
	return false
}
