package ris

import (
	"fmt"
	"strings"
	"testing"

	"rygghandboka/internal/test/golden"
)

// The archive shows files, and what is read of them. In it ¶ is a carriage return.
func TestParse(t *testing.T) {
	golden.Pairs(t, "testdata/*.txtar", ".ris", func(text string) string {
		text = strings.ReplaceAll(text, "¶", "\r")
		var b strings.Builder
		records, probs := Parse("x.ris", text)
		for _, r := range records {
			fmt.Fprintf(&b, "%q\n", r.Lines)
		}
		for _, p := range probs.Locate(func(string) string { return text }) {
			fmt.Fprintln(&b, p)
		}
		return b.String()
	})
}

// Whatever a file has, each value is in it.
func FuzzParse(f *testing.F) {
	f.Add("TY  - JOUR\r\nAU  - A, B\nTI  - C\n d\nER  - \n")
	f.Add("x\nTY  -\n\nZZ - y\rER  -")
	f.Fuzz(func(t *testing.T, text string) {
		records, probs := Parse("x", text)
		for _, r := range records {
			for _, l := range r.Lines {
				for word := range strings.FieldsSeq(l.Value) {
					if !strings.Contains(text, word) {
						t.Errorf("%q is not in %q", word, text)
					}
				}
			}
		}
		for _, p := range probs {
			if p.Offset < 0 || p.Offset > len(text) {
				t.Errorf("%+v", p)
			}
		}
	})
}
