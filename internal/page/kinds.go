package page

import (
	"fmt"
	"slices"

	"rygghandboka/internal/base/diag"
)

// An Embedding is how much of a page other pages can embed.
type Embedding int

const (
	NotEmbedded    Embedding = iota
	EmbeddedWhole            // ![[name]]
	EmbeddedInPart           // also ![[name#id]], one section
)

// Traits are the properties of a kind of page. The zero value is that of a page of text of
// which a language has one, which nothing else embeds or lists.
type Traits struct {
	Key       string    // that of the only page of this kind in each language; "" if it may have any
	Embedding Embedding // whether other pages can embed it
	Handout   bool      // it is handed over on paper: it has a sheet, and a PDF file
	Sections  bool      // its sections are elements, so that a style sheet can select them for paper
	LinksBack bool      // a page that it links to links back
	Listing   bool      // it lists works or terms: not measured as text, and nothing in it needs a source
	Critical  bool      // a mistake in it may hurt somebody
	Harmless  []string  // but not in the sections with these ids, "" for the part before the first heading
	New       *Template // how a new page starts, nil if a language has one page of the kind
	own       func() Own
}

// isCritical reports whether a mistake in a section may hurt somebody.
func (t Traits) isCritical(section string) bool {
	return t.Critical && !slices.Contains(t.Harmless, section)
}

// A Template is what differs between kinds in a new page.
type Template struct {
	Folder string // below content/LANGUAGE/, "" for the top
	Front  string // front matter besides title and summary; %s is what is unwritten
	Facts  bool   // it has a shared file too, content/shared/exercises/NAME.yaml
	Drawn  bool   // its drawing is made in Go first, so no page can be started without it
}

// kinds are all kinds of page. Those that link back are in the order in which backlinks are
// grouped.
var kinds = []struct {
	Kind
	Traits
}{
	{HomeKind, Traits{Key: "index", own: func() Own { return &Home{} }}},
	{ProgrammeKind, Traits{
		Handout: true, Sections: true, LinksBack: true, own: func() Own { return &Programme{} },
		New: &Template{Folder: "programmes", Front: "exercises:\n  - exercise: %[1]s\n    reason: %[1]s\n"},
	}},
	{"article", Traits{LinksBack: true, New: &Template{Folder: "articles"}}},
	{ExerciseKind, Traits{
		Handout: true, Sections: true, LinksBack: true, own: func() Own { return &Exercise{} },
		Critical: true, Harmless: []string{"", EvidenceSection},
		New: &Template{Folder: "exercises", Facts: true},
	}},
	{"factbox", Traits{
		Embedding: EmbeddedInPart, Handout: true, LinksBack: true, Critical: true,
		New: &Template{Folder: "factboxes"},
	}},
	{FigureKind, Traits{
		Embedding: EmbeddedWhole, LinksBack: true, Critical: true, own: func() Own { return &Figure{} },
		New: &Template{Drawn: true},
	}},
	{PlainKind, Traits{LinksBack: true, New: &Template{}}},
	{HandoutKind, Traits{}},
	{ChangesKind, Traits{Key: ChangesKey, own: func() Own { return &Changes{} }}},
	{GlossaryKind, Traits{Key: GlossaryKey, Listing: true, own: func() Own { return &Glossary{} }}},
	{ReferencesKind, Traits{Listing: true}},
	{DesignKind, Traits{}},
}

// Traits returns the properties of a kind.
func (k Kind) Traits() Traits {
	for i := range kinds {
		if kinds[i].Kind == k {
			return kinds[i].Traits
		}
	}
	return Traits{}
}

// Kinds returns all kinds of page.
func Kinds() (list []Kind) {
	for _, k := range kinds {
		list = append(list, k.Kind)
	}
	return list
}

// UnmarshalText reads a kind.
func (k *Kind) UnmarshalText(text []byte) error {
	if !slices.Contains(Kinds(), Kind(text)) {
		var names []string
		for _, kind := range Kinds() {
			names = append(names, string(kind))
		}
		return fmt.Errorf("there is no kind %q: %s", text, diag.SuggestOr(string(text), names))
	}
	*k = Kind(text)
	return nil
}
