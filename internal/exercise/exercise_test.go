package exercise

import "testing"

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
