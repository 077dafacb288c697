package bib

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"rygghandboka/internal/base/diag"
)

// decode fills in a work, and returns the fields that cannot be read or are there twice. The
// others are filled in.
func (r *Record) decode(file string, w *Work) (probs diag.List) {
	valid := w.unmarshal(r.Text) == nil
	seen := map[string]bool{}
	for _, f := range r.Fields {
		name := strings.ToLower(f.Name)
		if seen[name] {
			probs = append(probs, diag.Errorf(file, f.Offset, "%s: a second %s", r.name(), f.Name))
		}
		seen[name] = true
		if valid {
			continue
		}
		before := fmt.Sprintf("{%q:", f.Name)
		if err := json.Unmarshal([]byte(before+string(f.Value)+"}"), w); err != nil {
			at, message := meaning(f, err, len(before))
			probs = append(probs, diag.Errorf(file, at, "%s: %s", r.name(), message))
		}
	}
	return probs
}

// name names a record in a message.
func (r *Record) name() string {
	var key string
	if json.Unmarshal(r.Get("id"), &key) != nil || key == "" {
		return "this work"
	}
	return key
}

// meaning returns where in a field the error is, and what is wrong there. before is how many
// bytes were decoded before the value of the field.
func meaning(f Field, err error, before int) (at int, message string) {
	var mistyped *json.UnmarshalTypeError
	if !errors.As(err, &mistyped) {
		return f.Offset, fmt.Sprintf("%s: %v", f.Name, err)
	}
	name := f.Name
	if mistyped.Field != "" {
		name = mistyped.Field
	}
	want := "text in quotes"
	switch mistyped.Type.Kind() {
	case reflect.Slice:
		want = "a list [ … ]"
	case reflect.Struct, reflect.Map:
		want = "an object { … }"
	}
	end := max(0, min(int(mistyped.Offset)-before, len(f.Value)))
	return f.Offset + valueStart(f.Value, end),
		fmt.Sprintf("%s must be %s, and this is %s", name, want, inJSON[mistyped.Value])
}

// valueStart returns the offset of the value whose reading ended, or began, before end.
func valueStart(text []byte, end int) int {
	last := max(0, end-1)
	if text[last] == '"' {
		return stringStart(text, last)
	}
	for last > 0 && !bytes.ContainsRune([]byte(" \t\r\n[{:,"), rune(text[last-1])) {
		last--
	}
	return last
}

// inJSON are the names of encoding/json for what is in a file, with their articles.
var inJSON = map[string]string{
	"string": "text", "number": "a number", "bool": "true or false", "array": "a list", "object": "an object",
}

// zoteroKey matches the ids with which Zotero exports works: the address of an item, or the
// number of a library and the item.
var zoteroKey = regexp.MustCompile(`^(https?://(www\.)?zotero\.org/|\d+/[A-Z0-9]{8}$)`)

// ofZotero is the problem that works were pasted as Zotero exports them.
func ofZotero(file string, works []*Work) diag.Problem {
	p := diag.Errorf(file, works[0].Offset, "the id %q is Zotero's own, and cannot be cited", works[0].Key)
	switch more := len(works) - 1; {
	case more == 1:
		p.Message += " (and that of another work)"
	case more > 1:
		p.Message += fmt.Sprintf(" (and those of %d more works)", more)
	}
	return p.Hintf("remove what was pasted, and take in the export: go run ./cmd/build cite FILE")
}
