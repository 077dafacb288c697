package record

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rygghandboka/internal/source"
	"rygghandboka/internal/test/golden"
)

// TestRecords makes the records of the files in each archive in testdata: under "records"
// is each with its language, "!" if it is critical, its text, and the place of each word.
func TestRecords(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive, update bool) {
		var got strings.Builder
		for i, f := range a.Files {
			if f.Name != "records" {
				list(t, &got, source.File{Path: f.Name, Data: f.Data})
				continue
			}
			if update {
				a.Files[i].Data = []byte(got.String())
			} else if got.String() != string(f.Data) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), f.Data)
			}
		}
	})
}

// list writes the records of a file. Each word must be where the record says.
func list(t *testing.T, to *strings.Builder, f source.File) {
	r := Of(f)
	for _, record := range r.List {
		fmt.Fprintf(to, "%s#%s %s", r.Name, record.ID, record.Lang)
		if record.Critical {
			to.WriteByte('!')
		}
		for _, w := range record.Words {
			to.WriteString(" " + w.Text)
			rest := string(f.Data[w.Offset:])
			isKey := strings.Contains(string(f.Data), w.Text+":") || strings.Contains(string(f.Data), w.Text+`":`)
			if w.Text != "|" && !isKey && !strings.HasPrefix(rest, w.Text) {
				t.Errorf("%s: %s: %q is not at %d: %.20q", f.Path, record.ID, w.Text, w.Offset, rest)
			}
		}
		to.WriteByte('\n')
	}
}
