package bib

import (
	"bytes"
	"encoding/json"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// A Record is one object of the list, as it is written.
type Record struct {
	Text   []byte
	Offset int // in bytes from the start of the file
	Fields []Field
}

// A Field is a name and a value of a record, as they are written.
type Field struct {
	Name   string
	Value  json.RawMessage
	Offset int // of the value, in bytes from the start of the file
}

// Get returns the value of a field, or nil. Upper and lower case do not matter, as they do
// not to encoding/json.
func (r *Record) Get(name string) json.RawMessage {
	for _, f := range r.Fields {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return nil
}

// offsetOf returns the offset of the name of a field, or that of the record.
func (r *Record) offsetOf(name string) int {
	for _, f := range r.Fields {
		if strings.EqualFold(f.Name, name) {
			before := r.Text[:f.Offset-r.Offset]
			return r.Offset + max(0, bytes.LastIndex(before, []byte(`"`+f.Name+`"`)))
		}
	}
	return r.Offset
}

// Split divides a list in JSON into its records. If the text is not a list in JSON, the
// problem is returned, and the records before it.
func Split(f source.File) (records []Record, probs diag.List) {
	if p := syntax(f); p != nil {
		probs = diag.List{*p}
	}
	dec := json.NewDecoder(bytes.NewReader(f.Data))
	if open, err := dec.Token(); err != nil || open != json.Delim('[') {
		return nil, probs
	}
	for dec.More() {
		var raw json.RawMessage
		if dec.Decode(&raw) != nil {
			break
		}
		r := Record{Text: raw, Offset: int(dec.InputOffset()) - len(raw)}
		if raw[0] != '{' {
			p := diag.Errorf(f.Path, r.Offset, "a work is expected").Hintf("write { \"id\": … }")
			probs = append(probs, p)
			continue
		}
		r.readFields()
		records = append(records, r)
	}
	return records, probs
}

// readFields reads the fields of an object that is valid JSON.
func (r *Record) readFields() {
	dec := json.NewDecoder(bytes.NewReader(r.Text))
	dec.Token()
	for dec.More() {
		name, _ := dec.Token()
		var f Field
		dec.Decode(&f.Value)
		f.Name, _ = name.(string)
		f.Offset = r.Offset + int(dec.InputOffset()) - len(f.Value)
		r.Fields = append(r.Fields, f)
	}
}
