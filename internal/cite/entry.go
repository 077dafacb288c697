package cite

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
)

// order is the order of fields in the list. What is not here, such as an abstract, is printed
// in no list of works, and is left out.
var order = []string{
	"id", "type", "title", "translated-title", "original-title", "language",
	"author", "editor", "translator", "container-author", "collection-editor", "director", "composer", "interviewer",
	"issued", "accessed", "event-date", "status",
	"container-title", "container-title-short", "collection-title", "collection-number",
	"event", "event-place", "genre", "medium", "edition",
	"volume", "volume-title", "number-of-volumes", "issue", "number", "version", "page", "number-of-pages",
	"chapter-number", "section", "authority", "publisher", "publisher-place",
	"DOI", "PMID", "PMCID", "ISBN", "ISSN", "URL", "note",
}

// A person is a name, or as Literal an organisation's.
type person struct {
	Family      string `json:"family,omitempty"`
	Given       string `json:"given,omitempty"`
	Suffix      string `json:"suffix,omitempty"`
	Dropping    string `json:"dropping-particle,omitempty"`
	NonDropping string `json:"non-dropping-particle,omitempty"`
	Literal     string `json:"literal,omitempty"`
}

// An Entry is one work of an export, with the fields of CSL-JSON.
type Entry struct {
	file   string
	offset int
	wanted []string // keys that the export gives it, the best first
	chosen bool     // the first of them was chosen by a person
	fields map[string]any
	left   []string // the names of fields that are left out
	probs  diag.List
}

func newEntry(file string, offset int) *Entry {
	return &Entry{file: file, offset: offset, fields: map[string]any{}}
}

// set sets a field to text, unless it has a value.
func (e *Entry) set(name, value string) {
	if value = clean(value); value != "" && e.fields[name] == nil {
		e.fields[name] = value
	}
}

func (e *Entry) setDate(name string, d date) {
	if !d.isZero() && e.fields[name] == nil {
		e.fields[name] = d
	}
}

func (e *Entry) addPeople(name string, more ...person) {
	people, _ := e.fields[name].([]person)
	for _, p := range more {
		if p = p.tidy(); p != (person{}) {
			people = append(people, p)
		}
	}
	if len(people) > 0 {
		e.fields[name] = people
	}
}

// tidy returns a name whose texts are clean. Who has only one name is an organisation.
func (p person) tidy() person {
	for _, text := range []*string{&p.Family, &p.Given, &p.Suffix, &p.Dropping, &p.NonDropping, &p.Literal} {
		*text = clean(*text)
	}
	alone := p.Family + p.Given
	if p.Literal == "" && alone != "" && p == (person{Family: p.Family}) || p == (person{Given: p.Given}) {
		return person{Literal: alone}
	}
	return p
}

func (e *Entry) text(name string) string {
	s, _ := e.fields[name].(string)
	return s
}

func (e *Entry) people(name string) []person {
	list, _ := e.fields[name].([]person)
	return list
}

func (e *Entry) year() int {
	d, _ := e.fields["issued"].(date)
	return d.year()
}

func (e *Entry) warn(format string, args ...any) *diag.Problem {
	e.probs = append(e.probs, diag.Warnf(e.file, e.offset, format, args...))
	return &e.probs[len(e.probs)-1]
}

var (
	noteForm = regexp.MustCompile(`(?im)^\s*(PMID|PMCID|DOI|Citation Key)\s*[:=]\s*(\S+)\s*$`)
	pmcForm  = regexp.MustCompile(`^PMC\d+$`)
)

// finish corrects fields, and leaves out what is not well formed. It reports whether the
// entry can be a work.
func (e *Entry) finish() bool {
	e.readNote()
	e.check("DOI", bib.BareDOI(e.text("DOI")), bib.IsDOI)
	e.check("PMID", strings.TrimPrefix(strings.ToUpper(e.text("PMID")), "PMID"), bib.IsPMID)
	e.check("PMCID", strings.ToUpper(e.text("PMCID")), pmcForm.MatchString)
	e.check("ISSN", strings.Join(issnIn.FindAllString(e.text("ISSN"), -1), ", "), bib.IsISSN)
	e.check("language", bib.LanguageTag(e.text("language")), func(s string) bool { return s != "" })
	e.check("URL", e.text("URL"), bib.IsURL)
	if e.fields["URL"] == nil {
		delete(e.fields, "accessed")
	}
	if page := e.text("page"); page != "" {
		e.fields["page"] = pages(page)
	}
	if text := e.text("edition"); text != "" {
		e.fields["edition"] = edition(text)
	}
	if kind := e.text("type"); !slices.Contains(bib.Types, kind) {
		e.fields["type"] = "document"
		if kind != "" {
			e.warn("%q is no type of work: %q is in its place", kind, "document")
		}
	}
	if e.text("title") == "" {
		e.warn("this work is left out: it has no title")
		return false
	}
	return true
}

// check sets a field to its normal form, or leaves it out.
func (e *Entry) check(name, normal string, valid func(string) bool) {
	written := e.text(name)
	switch {
	case written == "":
	case valid(normal):
		e.fields[name] = normal
	default:
		delete(e.fields, name)
		e.warn("%q is left out: it is no %s", written, name)
	}
}

// readNote reads identifiers that are in the note, where Zotero has no fields for them, and
// leaves out the rest of it, except the mark of the list itself.
func (e *Entry) readNote() {
	note, isText := e.fields["note"].(string)
	delete(e.fields, "note")
	if !isText {
		return
	}
	for _, m := range noteForm.FindAllStringSubmatch(note, -1) {
		if strings.EqualFold(m[1], "citation key") {
			e.wanted = append([]string{m[2]}, e.wanted...)
			e.chosen = true
			continue
		}
		e.set(strings.ToUpper(m[1]), m[2])
	}
	if strings.Contains(note, incomplete) {
		e.fields["note"] = incomplete
	}
}

// incomplete is the note of a work that has more authors than are listed.
const incomplete = "authors=incomplete"

// names returns the names of the fields in the order of the list.
func (e *Entry) names() (names []string) {
	for _, name := range order {
		if e.fields[name] != nil {
			names = append(names, name)
		}
	}
	return names
}

// record returns the entry as the list has it, with a key.
func (e *Entry) record(key string) []bib.Field {
	e.fields["id"] = key
	var fields []bib.Field
	for _, name := range e.names() {
		fields = append(fields, bib.Field{Name: name, Value: encode(e.fields[name])})
	}
	return fields
}

// encode returns a value as JSON.
func encode(value any) json.RawMessage {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		panic("cite: " + err.Error()) // text, lists of names and dates are always JSON
	}
	return bytes.TrimSpace(b.Bytes())
}

// known reports whether a field belongs into the list.
func known(name string) bool { return slices.Contains(order, name) }
