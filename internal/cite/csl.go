package cite

import (
	"encoding/json"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/source"
)

// aliases are names that some programs give to fields of CSL-JSON.
var aliases = map[string]string{
	"journalAbbreviation": "container-title-short",
	"event-title":         "event",
	"doi":                 "DOI",
	"pmid":                "PMID",
	"pmcid":               "PMCID",
	"url":                 "URL",
	"issn":                "ISSN",
	"isbn":                "ISBN",
}

// quiet are fields that are left out without a word: the keys that become the id.
var quiet = map[string]bool{"citation-key": true, "citation-label": true, "system_id": true}

// dates are the fields that are dates, and people those that are lists of names.
var (
	dates  = map[string]bool{"issued": true, "accessed": true, "event-date": true}
	people = map[string]bool{
		"author": true, "editor": true, "translator": true, "container-author": true,
		"collection-editor": true, "director": true, "composer": true, "interviewer": true,
	}
)

// readCSL reads CSL-JSON, as Zotero and others export it.
func readCSL(file, text string) (entries []*Entry, probs diag.List) {
	records, probs := bib.Split(source.File{Path: file, Data: []byte(text)})
	for _, r := range records {
		e := newEntry(file, r.Offset)
		for _, f := range r.Fields {
			e.readField(f)
		}
		if key := textOf(r.Get("citation-key")); key != "" {
			e.wanted, e.chosen = append([]string{key}, e.wanted...), true
		}
		entries = append(entries, e)
	}
	return entries, probs
}

// readField reads one field of CSL-JSON.
func (e *Entry) readField(f bib.Field) {
	name := f.Name
	if alias := aliases[name]; alias != "" {
		name = alias
	}
	switch {
	case name == "id":
		e.wanted = append(e.wanted, textOf(f.Value))
	case name == "note":
		e.fields["note"] = textOf(f.Value)
	case quiet[name]:
	case !known(name):
		e.left = append(e.left, name)
	case dates[name]:
		e.setDate(name, dateOf(f.Value))
	case people[name]:
		var list []person
		if json.Unmarshal(f.Value, &list) != nil {
			e.warn("%s is left out: a list of names is expected", name)
		}
		e.addPeople(name, list...)
	default:
		e.set(name, textOf(f.Value))
	}
}
