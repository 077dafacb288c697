// Package bib reads the works that the handbook cites, and formats them.
//
// The works are in content/shared/references.json, which is CSL-JSON as Zotero exports it: a
// list of objects, of which this package ignores the fields that it does not use. One
// convention is added: "authors=incomplete" in a note means that a work has more authors
// than are listed, and the list then ends with "et al.".
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
		if err := json.Unmarshal(raw, w); err != nil {
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
var keyForm = regexp.MustCompile(`^[\pL\pN][\pL\pN:._-]*$`)

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
