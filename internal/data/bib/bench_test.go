package bib

import (
	"os"
	"testing"

	"rygghandboka/internal/source"
)

// All works of the handbook are parsed and written out, as each build does.
func BenchmarkEntries(b *testing.B) {
	data, err := os.ReadFile("../../../" + Path)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		works, _ := Parse(source.File{Path: Path, Data: data})
		for _, w := range works.Works {
			w.Entry(&English)
		}
	}
}
