package build

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/test/layouts"
)

// A page that is too heavy is a problem of its Markdown file, at what takes the most space
// there.
func TestWeight(t *testing.T) {
	rows := strings.Builder{}
	for i := range 1500 {
		fmt.Fprintf(&rows, "| %x | %x |\n", i*i*7919, i*i*i)
	}
	table := "| A | B |\n| --- | --- |\n" + rows.String()
	box := "kind: factbox\ntitle: Boks\nsummary: B.\n"
	page := "kind: page\ntitle: Side\nsummary: S.\n"
	for _, c := range []struct{ name, text, box, at, what string }{
		{"table", "Ro.\n\n## Tegn {#signs}\n\n" + table, "Ro.", "| A | B", "the table below #signs takes"},
		{"text", "Ro.\n\n## Tegn {#signs}\n\nRo.\n", "Ro.", "", ""},
		{"box", "Ro.\n\n![[box]]\n", table, "![[box]", "the box [[box]] takes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree, err := layouts.Small(repository)
			if err != nil {
				t.Fatal(err)
			}
			tree["content/no/index.md"] = &fstest.MapFile{Data: []byte("---\nkind: home\ntitle: A\nsummary: A.\n---\n")}
			tree["content/no/side.md"] = &fstest.MapFile{Data: []byte("---\n" + page + "---\n" + c.text)}
			tree["content/no/box.md"] = &fstest.MapFile{Data: []byte("---\n" + box + "---\n" + c.box)}
			o := options()
			o.Weigh = true
			r, err := new(Builder).Build(tree, o)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, out := range r.Outputs {
				_, probs := out.Render()
				for _, p := range probs {
					if p.File != "content/no/side.md" {
						continue
					}
					place := string(tree[p.File].Data[p.Offset:])
					got = append(got, fmt.Sprintf("%s: %.7s: %s", p.File, place, p.Hint))
				}
			}
			want := "content/no/side.md: " + c.at + ": divide it, or embed less: " + c.what
			if c.what == "" && got != nil || c.what != "" && (len(got) != 1 || !strings.HasPrefix(got[0], want)) {
				t.Errorf("%q, want one: %s", got, want)
			}
		})
	}
}
