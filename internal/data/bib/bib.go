// Package bib reads the works that the handbook cites, and formats them.
//
// The works are in content/shared/references.json, which is CSL-JSON as Zotero exports it: a
// list of objects, of which this package ignores the fields that it does not use. Two
// conventions are added: "authors=incomplete" in a note means that a work has more authors
// than are listed, and the list then ends with "et al."; and "lacks" says why a work has no
// DOI, or lacks another field that a work of its kind has.
package bib

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// Path is the file of the works in the input tree.
const Path = "content/shared/references.json"

// A Work is one cited work, with the fields of CSL-JSON that are used.
type Work struct {
	Key            string `json:"id"`
	Type           string `json:"type"`
	Title          string `json:"title"`
	Author         []Name `json:"author"`
	Editor         []Name `json:"editor"`
	Issued         Date   `json:"issued"`
	Accessed       Date   `json:"accessed"`
	Container      string `json:"container-title"`
	ContainerShort string `json:"container-title-short"`
	Volume         Text   `json:"volume"`
	Issue          Text   `json:"issue"`
	Page           Text   `json:"page"`
	Number         Text   `json:"number"`
	Edition        Text   `json:"edition"`
	Genre          string `json:"genre"`
	Publisher      string `json:"publisher"`
	Place          string `json:"publisher-place"`
	Language       string `json:"language"`
	DOI            string `json:"DOI"`
	PMID           string `json:"PMID"`
	ISSN           string `json:"ISSN"`
	URL            string `json:"URL"`
	Note           string `json:"note"`

	Lacks map[string]string `json:"lacks"` // fields that the work really lacks, with the reasons

	Offset int  `json:"-"` // of its id, in bytes from the start of the file
	Broken bool `json:"-"` // a field has a mistake, which is reported
}

// A Name is a person's or, as Literal, an organisation's.
type Name struct {
	Family   string `json:"family"`
	Given    string `json:"given"`
	Particle string `json:"non-dropping-particle"`
	Literal  string `json:"literal"`
}

// Text is a string that some programs export as a number.
type Text string

// UnmarshalJSON reads a string or a number.
func (t *Text) UnmarshalJSON(data []byte) error {
	var n json.Number
	if json.Unmarshal(data, &n) == nil {
		*t = Text(n)
		return nil
	}
	return json.Unmarshal(data, (*string)(t))
}

// A Date is a year, and perhaps a month and a day; zero if it is not known.
type Date struct{ Year, Month, Day int }

// UnmarshalJSON reads {"date-parts": [[2021, 9]]}, with numbers or strings.
func (d *Date) UnmarshalJSON(data []byte) error {
	var in struct {
		Parts [][]Text `json:"date-parts"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if len(in.Parts) == 0 {
		return nil
	}
	for i, part := range in.Parts[0] {
		n, err := strconv.Atoi(string(part))
		if err != nil || i > 2 {
			return fmt.Errorf("%q is no part of a date", part)
		}
		switch i {
		case 0:
			d.Year = n
		case 1:
			d.Month = n
		case 2:
			d.Day = n
		}
	}
	return nil
}

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
var keyForm = regexp.MustCompile(`^[\pL\pN][\pL\pN:._-]*$`)

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
