// Package cite takes the works of an export of Zotero, or of another reference manager, into
// content/shared/references.json.
//
//	text.go        texts, identifiers and languages in the form of the list
//	date.go        dates, as people and programs write them
//	entry.go       one work of an export, with the fields of the list
//	csl.go         from CSL-JSON
//	bibtex.go      from BibTeX and BibLaTeX
//	ris.go         from RIS
//	read.go        which of them it is
//	key.go         keys that can be read, and that no other work has
//	same.go        which works are the same
//	cite.go        the list with the new works
//	difference.go  what changes, for a person
package cite

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/source"
)

// A Difference is what an export changes in the list of works.
type Difference struct {
	Added []Change
	Known []Change // works that are there already
	Twice []*Entry // those added that are in the export again
	Text  []byte   // the list afterwards
	works *bib.Bibliography
}

// A Change is what becomes of one work of the export.
type Change struct {
	Key   string      // of the work in the list
	Entry *Entry      // what the export says
	By    string      // by what the work is known
	Lacks []bib.Field // fields that the export has, and a work that is there does not have
}

// Merge adds the works of an export to the list that are not there. What is there stays as it
// is written; only fields that a record does not have are filled in, if that is asked for.
// New works are after those that are there: their order means nothing to readers, and a
// difference is read more easily if it is in one place.
func Merge(list source.File, entries []*Entry, fill bool) (*Difference, diag.List) {
	if len(bytes.TrimSpace(list.Data)) == 0 {
		list.Data = []byte("[\n]\n")
	}
	there, probs := bib.Parse(list)
	if probs.Errors() > 0 {
		return nil, probs
	}
	d := &Difference{}
	records, _ := bib.Split(list)
	fresh := d.divide(there, records, entries)
	d.add(there, fresh)
	d.write(list.Data, records, fill)
	d.works, probs = bib.Parse(source.File{Path: list.Path, Data: d.Text})
	return d, probs
}

// divide notes which entries are there, and returns the others, each once.
func (d *Difference) divide(there *bib.Bibliography, records []bib.Record, entries []*Entry) (fresh []*Entry) {
	var x index
	for _, w := range there.Works {
		x.add(identityOf(w))
	}
	for _, e := range entries {
		id := e.identity()
		at, by := x.find(id)
		if at < 0 {
			x.add(id)
			fresh = append(fresh, e)
			continue
		}
		x.learn(at, id)
		switch {
		case at < len(there.Works):
			w := there.Works[at]
			d.Known = append(d.Known, Change{w.Key, e, by, e.more(&records[at], w)})
		default:
			first := fresh[at-len(there.Works)]
			first.supplement(e)
			d.Twice = append(d.Twice, first)
		}
	}
	return fresh
}

// supplement fills in what the same work has elsewhere in the export.
func (e *Entry) supplement(other *Entry) {
	for _, name := range other.names() {
		if e.fields[name] == nil && name != "note" && (name != "accessed" || e.fields["URL"] == nil) {
			e.fields[name] = other.fields[name]
		}
	}
}

// more returns the fields that an entry has, and a record does not. When an address was read
// belongs to that address, and a note is about one record.
func (e *Entry) more(r *bib.Record, w *bib.Work) (fields []bib.Field) {
	for _, f := range e.record(w.Key) {
		_, lacked := w.Lacks[f.Name]
		ofURL := f.Name == "accessed" && r.Get("URL") != nil
		if r.Get(f.Name) == nil && !lacked && !ofURL && f.Name != "note" {
			fields = append(fields, f)
		}
	}
	return fields
}

// add gives new works their keys. They are sorted by title first, so that letters after a key
// depend on the works and not on how an export is sorted.
func (d *Difference) add(there *bib.Bibliography, fresh []*Entry) {
	taken := map[string]bool{}
	for _, key := range there.Keys() {
		taken[strings.ToLower(key)] = true
	}
	slices.SortStableFunc(fresh, func(a, b *Entry) int {
		return strings.Compare(folded(a.text("title")), folded(b.text("title")))
	})
	for e, key := range assign(fresh, taken) {
		d.Added = append(d.Added, Change{Key: key, Entry: e})
	}
	slices.SortFunc(d.Added, func(a, b Change) int { return strings.Compare(a.Key, b.Key) })
}

// write writes the list with what is new.
func (d *Difference) write(text []byte, records []bib.Record, fill bool) {
	var b bytes.Buffer
	last := 0
	if fill {
		lacks := map[string][]bib.Field{}
		for _, c := range d.Known {
			lacks[c.Key] = append(lacks[c.Key], c.Lacks...)
		}
		for _, r := range records {
			if more := lacks[textOf(r.Get("id"))]; len(more) > 0 {
				b.Write(text[last:r.Offset])
				b.Write(layOut(filled(r.Fields, more)))
				last = r.Offset + len(r.Text)
			}
		}
	}
	end := bytes.LastIndexByte(text, ']')
	if len(records) > 0 {
		end = records[len(records)-1].Offset + len(records[len(records)-1].Text)
	}
	b.Write(text[last:max(last, end)])
	for i, c := range d.Added {
		if i > 0 || len(records) > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n" + indent)
		b.Write(layOut(c.Entry.record(c.Key)))
	}
	if len(records) == 0 && len(d.Added) > 0 {
		b.WriteString("\n")
	}
	b.Write(text[max(last, end):])
	d.Text = b.Bytes()
	if len(records) == 0 {
		d.Text = bytes.Replace(d.Text, []byte("[\n\n"), []byte("[\n"), 1)
	}
}

// filled returns the fields of a record with more, each before those that come after it in
// the order of the list.
func filled(fields, more []bib.Field) []bib.Field {
	out := slices.Clone(fields)
	for _, f := range more {
		if slices.ContainsFunc(out, func(o bib.Field) bool { return o.Name == f.Name }) {
			continue // two works of the export are this one
		}
		at := slices.IndexFunc(out, func(o bib.Field) bool { return rank(o.Name) > rank(f.Name) })
		if at < 0 {
			at = len(out)
		}
		out = slices.Insert(out, at, f)
	}
	return out
}

// rank returns the place of a field in the order of the list. One of the list's own is last.
func rank(name string) int {
	if at := slices.Index(order, name); at >= 0 {
		return at
	}
	return len(order)
}

// indent is how far the list indents.
const indent = "  "

// layOut returns an object as the list has it: each value on a line.
func layOut(fields []bib.Field) []byte {
	var compact, b bytes.Buffer
	for i, f := range fields {
		compact.WriteString(map[bool]string{true: "{", false: ","}[i == 0])
		compact.Write(encode(f.Name))
		compact.WriteByte(':')
		compact.Write(f.Value)
	}
	compact.WriteByte('}')
	if err := json.Indent(&b, compact.Bytes(), indent, indent); err != nil {
		panic("cite: " + err.Error()) // the values were read or written as JSON
	}
	return b.Bytes()
}
