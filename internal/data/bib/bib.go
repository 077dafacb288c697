// Package bib holds the works that the handbook cites, and how a work is
// written out.
//
// The works stand in content/shared/references.json, which is CSL-JSON as
// Zotero exports it: a list of objects, whose fields this package does not use
// are passed over. One convention is added: "authors=incomplete" in a note says
// that a work has more authors than are listed, and the list is then printed
// with "et al.".
package bib

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// Path is where the works stand in the input tree.
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

	Offset int `json:"-"` // of its id, in bytes from the start of the file
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

// A Date is a year, and perhaps a month and a day; zero where not known.
type Date struct{ Year, Month, Day int }

// UnmarshalJSON reads {"date-parts": [[2021, 9]]}, with numbers or strings.
func (d *Date) UnmarshalJSON(data []byte) error {
	var in struct {
		Parts [][]Text `json:"date-parts"`
	}
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	for i, part := range append(in.Parts, nil)[0] {
		n, err := strconv.Atoi(string(part))
		if err != nil || i > 2 {
			return fmt.Errorf("%q is no part of a date", part)
		}
		*[]*int{&d.Year, &d.Month, &d.Day}[i] = n
	}
	return nil
}

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
	var probs diag.List
	dec := json.NewDecoder(bytes.NewReader(f.Data))
	if open, err := dec.Token(); err != nil || open != json.Delim('[') {
		return b, diag.List{diag.Errorf(f.Path, 0, "a list of works is expected").Hintf("export the works from Zotero as CSL JSON")}
	}
	for dec.More() {
		var raw json.RawMessage
		err := dec.Decode(&raw)
		if err != nil {
			return b, append(probs, broken(f, int(dec.InputOffset()), err))
		}
		start := int(dec.InputOffset()) - len(raw)
		w := &Work{Offset: start + max(0, bytes.Index(raw, []byte(`"id"`)))}
		if err := json.Unmarshal(raw, w); err != nil {
			probs = append(probs, broken(f, start, err))
			continue
		}
		if p := b.add(f.Path, w); p != nil {
			probs = append(probs, *p)
		}
	}
	if _, err := dec.Token(); err != nil {
		probs = append(probs, broken(f, int(dec.InputOffset()), err))
	} else if at := int(dec.InputOffset()); len(bytes.TrimSpace(f.Data[at:])) > 0 {
		probs = append(probs, diag.Errorf(f.Path, at, "nothing is read after the list of works"))
	}
	return b, probs
}

// keyForm is what can be cited, and be part of an id in HTML.
var keyForm = regexp.MustCompile(`^[\pL\pN][\pL\pN:._-]*$`)

func (b *Bibliography) add(file string, w *Work) *diag.Problem {
	var p diag.Problem
	switch {
	case w.Key == "":
		p = diag.Errorf(file, w.Offset, "a work without an id")
	case !keyForm.MatchString(w.Key):
		p = diag.Errorf(file, w.Offset, "the id %q cannot be cited", w.Key).Hintf("use letters, digits and hyphens")
	case b.byKey[w.Key] != nil:
		p = diag.Errorf(file, w.Offset, "a second work with the id %q", w.Key)
	case w.Title == "":
		p = diag.Errorf(file, w.Offset, "the work %q has no title", w.Key)
	default:
		b.Works = append(b.Works, w)
		b.byKey[w.Key] = w
		return nil
	}
	return &p
}

// broken places an error of encoding/json. start is where the value stands.
func broken(f source.File, start int, err error) diag.Problem {
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
