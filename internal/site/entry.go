package site

import (
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/review"
	"rygghandboka/internal/text/markdown"
)

// An Entry is a page in its place.
type Entry struct {
	*page.Page
	Language i18n.Language
	URL      string // /no/ovelser/diagonalloft/
	Out      string // no/ovelser/diagonalloft/index.html

	Trail        []Stub // the pages above, from the home page down
	Prev, Next   *Stub
	Index        *Index // of a page that represents its folder, nil for others
	Translations []Translation
	Apart        bool          // they may say different things: one has changed since they were compared
	Nearest      []Translation // for a language without this page, the nearest above it

	Targets    []Target      // one for each hole of the body, in order
	References []Reference   // the works cited, in the order of their numbers
	Detail     Detail        // what only its kind has, nil if it has nothing
	Review     *review.State // nil if nobody has reviewed the page
	Changed    strict.Date   // the last day for which the list of changes names the page

	Part            *Part   // of a page that the program has added or divided
	FoldedBacklinks *Folded // if the links to the pages that refer to this one have a page of their own

	referrers []*Entry
}

// A Detail is what only the pages of one kind have: *Exercise, *Programme, *Home, *Figure, *Changes,
// *Glossary, *References or *Links.
type Detail any

// An Index is what the index of a folder shows of the pages below it.
type Index struct {
	Children  []Card
	Filter    Filter        // if they are exercises
	Elsewhere []Translation // those that only another language has
}

// Stub returns what other pages may know of the page.
func (e *Entry) Stub() Stub { return Stub{e.Lang, e.Title.Text, e.URL} }

// Card returns what a list shows of the page.
func (e *Entry) Card() Card {
	return Card{
		Stub:     e.Stub(),
		Key:      e.Key,
		Kind:     e.Kind,
		Summary:  e.Summary.Text,
		OffMenu:  e.OffMenu,
		Foot:     e.Foot,
		Draft:    e.Draft,
		Exercise: e.Exercise(),
	}
}

// Translation returns e as a page in another language shows it.
func (e *Entry) Translation() Translation {
	return Translation{e.Stub(), e.Language.Tag.String(), e.Language.Name}
}

// Texts returns the texts of the blocks of one kind in a section.
func (e *Entry) Texts(id string, kind markdown.BlockKind) (out []string) {
	for _, s := range e.Sections {
		for _, b := range s.Blocks {
			if s.ID == id && b.Kind == kind && b.Text != "" {
				out = append(out, b.Text)
			}
		}
	}
	return out
}

func (e *Entry) HeadingText(id string) string {
	for _, h := range e.Headings {
		if h.ID == id {
			return h.Text
		}
	}
	return ""
}

// HasFilter reports whether the page is an index of exercises that readers can narrow.
func (e *Entry) HasFilter() bool { return e.Index != nil && len(e.Index.Filter) > 0 }

// Exercise returns the facts of an exercise, nil if the page is about none.
func (e *Entry) Exercise() *Exercise {
	x, _ := e.Detail.(*Exercise)
	return x
}

// Diagram returns the drawing of a figure, nil if the page has none.
func (e *Entry) Diagram() *Diagram {
	d, _ := e.Detail.(*Diagram)
	return d
}

// LinksKind is the kind of a page that holds nothing but a list of links. No author writes
// one.
const LinksKind page.Kind = "links"

// A Part is which page of a divided list an entry is.
type Part struct {
	Number int // from 1
	Pages  []PartLink
	Switch []Translation // to the page in another language that has the part's first entry
	Whole  *Entry        // the page that an author wrote
}

// A PartLink leads to one page of a divided list.
type PartLink struct {
	URL    string
	Number int
	Range  string // the first letters of the first and the last that is listed there: Bro–Ful
}

// A Folded list of links has a page of its own.
type Folded struct {
	URL   string
	Count int
}

// Whole returns the page that an author wrote and that the entry is a part of: itself, if
// it is one.
func (e *Entry) Whole() *Entry {
	if e.Part == nil {
		return e
	}
	return e.Part.Whole
}

// First returns the page of a divided list that the author wrote: e itself, unless it is
// one that the program has added.
func (e *Entry) First() *Entry {
	if e.Part == nil || e.Part.Number == 1 && e.Kind != LinksKind {
		return e
	}
	return e.Part.Whole
}
