package exercise

import (
	"reflect"
	"testing"
)

func TestRange(t *testing.T) {
	for text, want := range map[string]string{
		"5": "5", "5-10": "5–10", "10-5": "", "5-5": "", "0": "", "5-": "", "-5": "", "fem": "", "1-2-3": "", "2+": "2", "1-2+": "", "+": "",
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
