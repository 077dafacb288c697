// Package bib reads the works that the handbook cites, and formats them.
//
// The works are in content/shared/references.json, which is CSL-JSON as Zotero exports it: a
// list of objects, of which this package ignores the fields that it does not use. Two
// conventions are added: "authors=incomplete" in a note means that a work has more authors
// than are listed, and the list then ends with "et al."; and "lacks" says why a work has no
// DOI, or lacks another field that a work of its kind has.
//
// Its files, each of which uses only those above it:
//
//	text.go        text of one line
//	rich.go        text with styles
//	quote.go       quotation marks
//	markup.go      Zotero's markup of titles
//	join.go        parts put together: delimiters, punctuation that meets
//	initial.go     initials of given names
//	pages.go       ranges of pages
//	date.go        dates as they are typed,
//	terms.go       the words of a language,
//	when.go        and dates written out in them
//	name.go        names
//	work.go        a work
//	lack.go        what works of its kind have
//	identifier.go  DOIs, PMIDs and languages in one form
//	wellformed.go  identifiers that can be right
//	note.go        fields in notes
//	syntax.go      the syntax of JSON
//	record.go      a record as it is written
//	mistake.go     mistakes in records
//	bib.go         the list of all works
//	kind.go        groups of types that are written alike
//	entry.go       a work that is written out:
//	title.go       its title and edition,
//	container.go   what it is in,
//	imprint.go     who published it, when, and its pages,
//	vancouver.go   in order
//	ris.go         works for reference managers
//	bibtex.go
//	retraction.go  retracted works
package bib

import (
	"regexp"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// Path is the file of the works in the input tree.
const Path = "content/shared/references.json"

// A Bibliography is the works in the order of the file. It is not changed after
// Parse.
type Bibliography struct {
	Works   []*Work
	JSON    []byte // the file as it was read, for download
	Partial bool   // a reported mistake keeps Parse from knowing all keys
	byKey   map[string]*Work
}

// Get returns the work with a key, or nil.
func (b *Bibliography) Get(key string) *Work { return b.byKey[key] }

// Keys returns the keys of all works.
func (b *Bibliography) Keys() []string {
	keys := make([]string, len(b.Works))
	for i, w := range b.Works {
		keys[i] = w.Key
	}
	return keys
}

// Parse reads references.json. Each mistake is one problem, at its place: a work with a
// mistake in a field keeps its key, and whatever else can be read.
func Parse(f source.File) (*Bibliography, diag.List) {
	b := &Bibliography{JSON: f.Data, byKey: map[string]*Work{}}
	records, probs := Split(f)
	b.Partial = len(probs) > 0
	var foreign []*Work
	for _, r := range records {
		w := &Work{Offset: r.offsetOf("id")}
		mistakes := r.decode(f.Path, w)
		w.Broken = len(mistakes) > 0
		switch {
		case zoteroKey.MatchString(w.Key):
			foreign = append(foreign, w)
		case len(mistakes) == 0:
			mistakes = b.refuse(f.Path, w)
		}
		probs = append(probs, mistakes...)
		b.add(w)
	}
	if len(foreign) > 0 {
		probs = append(probs, ofZotero(f.Path, foreign))
	}
	return b, probs
}

// keyForm matches what can be cited, and be part of an id in HTML.
var keyForm = regexp.MustCompile(`^[\pL\pN][\pL\pN:._+-]*$`)

// IsKey reports whether a key can be cited.
func IsKey(key string) bool { return keyForm.MatchString(key) }

// refuse returns the problem of a work that cannot be cited, or cannot be printed.
func (b *Bibliography) refuse(file string, w *Work) diag.List {
	switch other := b.byKey[w.Key]; {
	case w.Key == "":
		return diag.List{diag.Errorf(file, w.Offset, "a work without an id")}
	case !IsKey(w.Key):
		return diag.List{diag.Errorf(file, w.Offset, "the id %q cannot be cited", w.Key).
			Hintf("use letters, digits and hyphens")}
	case other != nil:
		return diag.List{diag.Errorf(file, w.Offset, "a second work with the id %q", w.Key).And(file, other.Offset)}
	case w.Title == "":
		return diag.List{diag.Errorf(file, w.Offset, "the work %q has no title", w.Key)}
	}
	return nil
}

// add adds a work that can be cited. A second work with the same key, or without one, may be
// the work that a page cites by a key that is not here.
func (b *Bibliography) add(w *Work) {
	if !IsKey(w.Key) || b.byKey[w.Key] != nil {
		b.Partial = true
		return
	}
	b.Works = append(b.Works, w)
	b.byKey[w.Key] = w
}
