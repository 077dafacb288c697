package bib

import (
	"fmt"
	"strings"
	"testing"

	"rygghandboka/internal/source"
	"rygghandboka/internal/test/golden"
)

// The archive shows works in CSL-JSON, in RIS and in BibTeX.
func TestExport(t *testing.T) {
	golden.Pairs(t, "testdata/export.txtar", ".json", func(text string) string {
		b, _ := Parse(source.File{Data: []byte(text)})
		return strings.ReplaceAll(RIS(b.Works), "\r\n", "\n") + BibTeX(b.Works)
	})
}

// The archives show CSL-JSON, and each work written out, or the problems.
func TestVancouver(t *testing.T) {
	golden.Pairs(t, "testdata/vancouver.txtar", ".json", func(text string) string {
		b, probs := Parse(source.File{Path: "references.json", Data: []byte(text)})
		var out strings.Builder
		for _, w := range b.Works {
			fmt.Fprintf(&out, "%s: %s\n", w.Key, w.Vancouver(&English))
		}
		for _, p := range probs.Locate(func(string) string { return text }) {
			fmt.Fprintln(&out, p)
		}
		return out.String()
	})
}

func FuzzParse(f *testing.F) {
	f.Add(`[{
		"id": "a",
		"title": "T",
		"issued": {"date-parts": [["2020", 1]]},
		"volume": 3,
		"author": [{"family": "B", "given": "C. D."}]
	}]`)
	f.Fuzz(func(t *testing.T, text string) {
		b, probs := Parse(source.File{Data: []byte(text)})
		for _, w := range b.Works {
			w.Vancouver(&English)
		}
		for _, p := range probs {
			if p.Offset < 0 || p.Offset > len(text)+1 {
				t.Errorf("%+v", p)
			}
		}
	})
}
