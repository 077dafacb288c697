package avoid

import (
	"fmt"
	"testing"

	"rygghandboka/internal/source"
)

func TestFind(t *testing.T) {
	lists, probs := Parse(source.File{Path: Path, Data: []byte(`no:
  - {word: slitt rygg, reason: r, better: b}
  - {word: slitasje*, reason: r, better: b}
en:
  - {word: wear and tear, reason: r, better: b}
nn: []
`)})
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	for text, want := range map[string]string{
		"Du har en slitt rygg.":             "[slitt rygg@10]",
		"Slitt\nrygg? Nei.":                 "[slitt rygg@0]",
		"en slitt ryggsekk":                 "[]",
		"slitt rygg slitt rygg":             "[slitt rygg@0 slitt rygg@11]",
		"> slitt\n> rygg":                   "[slitt rygg@2]",
		"Slitasjeforandringer og uslitasje": "[slitasje*@0]",
		"wear and tear":                     "[]",
	} {
		got := []string{}
		for _, f := range lists["no"].Find(text) {
			got = append(got, fmt.Sprintf("%s@%d", f.Word.Word.Text, f.Offset))
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
	if len(lists["en"].Find("Wear and tear.")) != 1 || len(lists["nn"].Find("slitt rygg")) != 0 {
		t.Error("the languages are mixed up")
	}
}
