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
  - {word: litt, reason: r, better: b}
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
		"en **slitt** rygg":                 "[slitt rygg@5]",
		"[slitt](a.md) [[b|rygg]]":          "[slitt rygg@1]",
		"slitt [rygg](tel:911)":             "[slitt rygg@0]",
		"Slitasjeforandringer og uslitasje": "[slitasje*@0]",
		"wear and tear":                     "[]",
		"slitasje, litt litt":               "[slitasje*@0 litt@10 litt@15]",
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

// A word that cannot be looked for is a problem, and matches nothing.
func TestNoWord(t *testing.T) {
	for entry, want := range map[string]string{
		`{word: "*", reason: r, better: b}`: `"*" has no letter`,
		`{reason: r, better: b}`:            `an item of "no" has no "word"`,
	} {
		lists, probs := Parse(source.File{Path: Path, Data: []byte("no:\n  - " + entry + "\n")})
		if len(probs) != 1 || probs[0].Message != want {
			t.Errorf("%s: %v, want %s", entry, probs, want)
		}
		if found := lists["no"].Find("en slitt rygg"); len(found) > 0 {
			t.Errorf("%s: found %v", entry, found)
		}
	}
}
