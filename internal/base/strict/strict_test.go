package strict

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/test/golden"
)

type common struct {
	Title Text `yaml:"title"`
	Day   Date `yaml:"day,optional"`
}

type sample struct {
	common
	Count int               `yaml:"count,optional"`
	Yes   bool              `yaml:"yes,optional"`
	List  []Text            `yaml:"list,optional"`
	Map   map[string]string `yaml:"map,optional"`
	Sub   []struct {
		Key string `yaml:"key"`
	} `yaml:"sub,optional"`
}

func TestProblems(t *testing.T) {
	golden.Pairs(t, "testdata/*.txtar", ".yaml", func(text string) string {
		var v sample
		return decode(text, &v)
	})
}

func decode(text string, v any) string {
	d, probs := Parse("f.yaml", text, 0)
	if d != nil {
		probs = d.Decode(v)
	}
	var b strings.Builder
	for _, p := range probs.Locate(func(string) string { return text }) {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

func TestDecode(t *testing.T) {
	var v sample
	text := "title: Bro\nday: 2026-03-12\ncount: 3\nyes: true\nlist: [ø, \"b: c\"]\nmap: {a: x}\nsub:\n  - key: k\n"
	if got := decode(text, &v); got != "" {
		t.Fatal(got)
	}
	if v.Title.Text != "Bro" || v.Day.String() != "2026-03-12" || v.Count != 3 || !v.Yes ||
		v.Map["a"] != "x" || v.Sub[0].Key != "k" {
		t.Errorf("%+v", v)
	}
	if at := v.List[1].Offset; v.List[1].Text != "b: c" || text[at:at+6] != `"b: c"` {
		t.Errorf("%+v", v.List)
	}
}

func TestOffsetsCountFromTheFile(t *testing.T) {
	d, _ := Parse("f.md", "title: x\nnope: y\n", 4)
	var v sample
	probs := d.Decode(&v)
	if len(probs) != 1 || probs[0].Offset != 4+9 || v.Title.Offset != 4+7 || d.Keys()["nope"] != 4+9 {
		t.Errorf("%+v %+v", probs, v.Title)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("title: x\nlist: [a, *b]\nday: 2026-02-30\n")
	f.Add("? - a\n: &x b\n")
	f.Add("title: \"\\u202E21\\e\\L\"\nmap: {a: \"\\xAD\"}\n")
	f.Fuzz(func(t *testing.T, text string) {
		read := ""
		d, probs := Parse("f", text, 0)
		if d != nil {
			var v sample
			probs = d.Decode(&v)
			read = v.Title.Text + strings.Join(slices.Collect(maps.Values(v.Map)), "")
		}
		for at, r := range diag.Unseen(read) {
			t.Errorf("%q holds %U at %d", read, r, at)
		}
		for _, p := range probs {
			if p.Offset < 0 || p.Offset > len(text) || p.Message == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}
