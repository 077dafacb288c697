// Package bib reads the works that the handbook cites, and formats them.
//
// The works are in content/shared/references.json, which is CSL-JSON as Zotero exports it: a
// list of objects, of which this package ignores the fields that it does not use. One
// convention is added: "authors=incomplete" in a note means that a work has more authors
// than are listed, and the list then ends with "et al.".
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
//	identifier.go  DOIs, PMIDs and languages in one form
//	note.go        fields in notes
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
	"bytes"
	"encoding/json"
	"errors"
	"regexp"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// Path is the file of the works in the input tree.
const Path = "content/shared/references.json"

// A Bibliography is the works in the order of the file. It is not changed after
// Parse.
type Bibliography struct {
	Works []*Work
	JSON  []byte // the file as it was read, for download
	byKey map[string]*Work
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

// Parse reads references.json.
func Parse(f source.File) (*Bibliography, diag.List) {
	b := &Bibliography{JSON: f.Data, byKey: map[string]*Work{}}
	dec := json.NewDecoder(bytes.NewReader(f.Data))
	if open, err := dec.Token(); err != nil || open != json.Delim('[') {
		return b, diag.List{diag.Errorf(f.Path, 0, "a list of works is expected").
			Hintf("export the works from Zotero as CSL JSON")}
	}
	var probs diag.List
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return b, append(probs, invalid(f, int(dec.InputOffset()), err))
		}
		start := int(dec.InputOffset()) - len(raw)
		w := &Work{Offset: start + max(0, bytes.Index(raw, []byte(`"id"`)))}
		if err := w.unmarshal(raw); err != nil {
			probs = append(probs, invalid(f, start, err))
			continue
		}
		probs = append(probs, b.add(f.Path, w)...)
	}
	return b, append(probs, checkEnd(f, dec)...)
}

// checkEnd checks that the list ends, and that nothing follows it.
func checkEnd(f source.File, dec *json.Decoder) diag.List {
	if _, err := dec.Token(); err != nil {
		return diag.List{invalid(f, int(dec.InputOffset()), err)}
	}
	end := int(dec.InputOffset())
	if len(bytes.TrimSpace(f.Data[end:])) > 0 {
		return diag.List{diag.Errorf(f.Path, end, "nothing is read after the list of works")}
	}
	return nil
}

// keyForm matches what can be cited, and be part of an id in HTML.
var keyForm = regexp.MustCompile(`^[\pL\pN][\pL\pN:._+-]*$`)

// add adds a work that can be cited.
func (b *Bibliography) add(file string, w *Work) diag.List {
	switch {
	case w.Key == "":
		return diag.List{diag.Errorf(file, w.Offset, "a work without an id")}
	case !keyForm.MatchString(w.Key):
		return diag.List{diag.Errorf(file, w.Offset, "the id %q cannot be cited", w.Key).
			Hintf("use letters, digits and hyphens")}
	case b.byKey[w.Key] != nil:
		return diag.List{diag.Errorf(file, w.Offset, "a second work with the id %q", w.Key)}
	case w.Title == "":
		return diag.List{diag.Errorf(file, w.Offset, "the work %q has no title", w.Key)}
	}
	b.Works = append(b.Works, w)
	b.byKey[w.Key] = w
	return nil
}

// invalid returns an error of encoding/json as a problem. start is the offset of the value.
func invalid(f source.File, start int, err error) diag.Problem {
	var syntax *json.SyntaxError
	var mistyped *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return diag.Errorf(f.Path, int(syntax.Offset), "not JSON: %v", err)
	case errors.As(err, &mistyped):
		return diag.Errorf(f.Path, start+int(mistyped.Offset), "%s cannot be a %s", mistyped.Field, mistyped.Value)
	}
	return diag.Errorf(f.Path, start, "not a work in CSL-JSON: %v", err)
}
