package exercise

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestRange(t *testing.T) {
	for text, want := range map[string]string{
		"5": "5", "5-10": "5–10", "10-5": "", "5-5": "", "0": "", "5-": "", "-5": "", "fem": "", "1-2-3": "",
		"2+": "2", "1-2+": "", "+": "",
	} {
		var r Range
		err := r.UnmarshalText([]byte(text))
		if (err == nil) != (want != "") || err == nil && r.String() != want {
			t.Errorf("%q: %v, %v; want %q", text, r, err, want)
		}
	}
}

// A shared file has no language, so it holds no text: that belongs on the pages about the
// exercise, where it is compared with its translation.
func TestSharedFilesHoldNoText(t *testing.T) {
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Exercise]()) {
		if f.Tag.Get("yaml") != "" && f.Tag.Get("role") != "data" {
			t.Errorf("%s may be text: put it in the front matter, or give it the role data", f.Name)
		}
	}
}

// Whatever ranges over the parts of a dosage sees all of its numbers.
func TestParts(t *testing.T) {
	var d Dosage
	var want []DosagePart
	for i, f := range reflect.VisibleFields(reflect.TypeFor[Dosage]()) {
		if f.Type != reflect.TypeFor[Range]() {
			continue
		}
		key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		part := DosagePart{key, Range{Min: i + 1, Max: i + 1}}
		reflect.ValueOf(&d).Elem().FieldByIndex(f.Index).Set(reflect.ValueOf(part.Range))
		want = append(want, part)
	}
	if got := d.Parts(); !slices.Equal(got, want) {
		t.Errorf("the parts are %v, and the fields %v", got, want)
	}
}

// Each part of a dosage has a bound with a source, and nothing else has.
func TestBounds(t *testing.T) {
	var keys []string
	for _, b := range bounds {
		keys = append(keys, b.Key)
		if b.Unit == "" || b.Most < 1 || b.Source == "" {
			t.Errorf("the bound of %s is not complete: %v", b.Key, b)
		}
	}
	if !slices.Equal(keys, DosageKeys()) {
		t.Errorf("there are bounds for %v, and a dosage has %v", keys, DosageKeys())
	}
}
