package bibtex

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"rygghandboka/internal/test/arch"
	"rygghandboka/internal/test/golden"
)

func TestFileOrder(t *testing.T) { arch.FileOrder(t) }

// The archive shows files, and what is read of them: fields as text with markup, names, and
// problems.
func TestParse(t *testing.T) {
	golden.Pairs(t, "testdata/*.txtar", ".bib", func(text string) string {
		var b strings.Builder
		entries, probs := Parse("x.bib", text)
		for _, e := range entries {
			fmt.Fprintf(&b, "%s %s\n", e.Type, e.Key)
			for _, f := range e.Fields {
				switch f.Name {
				case "author", "editor":
					names, others := Names(f.Value)
					fmt.Fprintf(&b, "  %s: %+v %v\n", f.Name, names, others)
				case "url", "doi":
					fmt.Fprintf(&b, "  %s: %s\n", f.Name, Verbatim(f.Value))
				default:
					fmt.Fprintf(&b, "  %s: %s\n", f.Name, Marked(f.Value))
				}
			}
		}
		for _, p := range probs.Locate(func(string) string { return text }) {
			fmt.Fprintln(&b, p)
		}
		return b.String()
	})
}

// Whatever a file has, reading it ends, and gives text.
func FuzzParse(f *testing.F) {
	f.Add("@string{a = {b}}\n@article{k, title = {A {\\\"o} $x^2$} # a, author = \"B, C and {D} and others\"}")
	f.Add("@article{a,\n title={A}\n\n@article{b, title={B \\c{c} \\emph{x}}}")
	f.Fuzz(func(t *testing.T, text string) {
		entries, probs := Parse("x", text)
		for _, e := range entries {
			for _, field := range e.Fields {
				Names(field.Value)
				if s := Marked(field.Value); utf8.ValidString(text) && !utf8.ValidString(s) {
					t.Errorf("%q: %q", field.Value, s)
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
