// Package ris reads the format of Research Information Systems: a tag of two characters, a
// hyphen and a value on each line, from TY to ER for each work.
package ris

import (
	"regexp"
	"strings"

	"rygghandboka/internal/base/diag"
)

// A Record is one work.
type Record struct {
	Lines  []Line
	Offset int // of its first line, in bytes from the start of the file
}

// A Line is a tag, and a value without spaces around it.
type Line struct{ Tag, Value string }

// Get returns the first value of the first of some tags that the record has.
func (r *Record) Get(tags ...string) string {
	for _, tag := range tags {
		if all := r.All(tag); len(all) > 0 {
			return all[0]
		}
	}
	return ""
}

// All returns the values of some tags, in the order of the lines.
func (r *Record) All(tags ...string) (values []string) {
	for _, l := range r.Lines {
		for _, tag := range tags {
			if l.Tag == tag && l.Value != "" {
				values = append(values, l.Value)
			}
		}
	}
	return values
}

// lineForm matches a line with a tag. Some programs leave out spaces.
var lineForm = regexp.MustCompile(`^\s*([A-Z][A-Z0-9])\s{0,3}-(?:[ \t]+(.*?))?\s*$`)

// Parse reads a file. A line without a tag goes on with the value of the line above; before a
// work it is about the file.
func Parse(file, text string) (records []Record, probs diag.List) {
	var r *Record
	offset, lost := 0, false
	for line := range lines(text) {
		m := lineForm.FindStringSubmatch(line)
		switch {
		case m != nil && m[1] == "TY":
			records = append(records, Record{Offset: offset})
			r = &records[len(records)-1]
			r.Lines = append(r.Lines, Line{"TY", strings.TrimSpace(m[2])})
		case m != nil && m[1] == "ER":
			r = nil
		case strings.TrimSpace(line) == "":
		case r == nil && m != nil && !lost:
			lost = true
			probs = append(probs, diag.Errorf(file, offset, "this line is outside of a work").
				Hintf("a work starts with a line  TY  - JOUR  and ends with  ER  -"))
		case r == nil:
		case m != nil:
			r.Lines = append(r.Lines, Line{m[1], strings.TrimSpace(m[2])})
		default:
			last := &r.Lines[len(r.Lines)-1]
			last.Value = strings.TrimSpace(last.Value + " " + strings.TrimSpace(line))
		}
		offset += len(line)
	}
	return records, probs
}

// lines yields the lines of a text with their ends: a line feed, a carriage return or both.
func lines(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for len(text) > 0 {
			n := strings.IndexAny(text, "\r\n") + 1
			switch {
			case n == 0:
				n = len(text)
			case strings.HasPrefix(text[n-1:], "\r\n"):
				n++
			}
			if !yield(text[:n]) {
				return
			}
			text = text[n:]
		}
	}
}
