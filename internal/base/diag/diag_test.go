package diag

import (
	"strings"
	"testing"
)

func TestLocate(t *testing.T) {
	text := "først\n\tblåbær og x\nsist"
	texts := func(string) string { return text }
	l := List{
		Errorf("b.md", strings.Index(text, "og"), "second").Hintf("fix it"),
		Warnf("a.md", 999, "beyond the end"),
		Errorf("b.md", 0, "first"),
		Errorf("b.md", 0, "first"),
	}.Locate(texts)
	var got strings.Builder
	if err := l.Print(&got); err != nil {
		t.Fatal(err)
	}
	want := `a.md:3:5: warning: beyond the end
  sist
      ^

b.md:1:1: first
  først
  ^

b.md:2:9: second
  ` + "\tblåbær og x\n  \t       ^" + `
  hint: fix it

2 errors, 1 warning
`
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// One mistake can be thousands of problems.
func TestPrintEnds(t *testing.T) {
	var l List
	for i := range 5000 {
		l = append(l, Errorf("a.md", i, "this"))
	}
	var got strings.Builder
	if err := l.Locate(func(string) string { return strings.Repeat("x\n", 2500) }).Print(&got); err != nil {
		t.Fatal(err)
	}
	const end = "a.md:100:2: this\n  x\n   ^\n\n… and 4800 more, which -format json lists\n5000 errors, 0 warnings\n"
	if n := strings.Count(got.String(), "this"); n != 200 || !strings.HasSuffix(got.String(), end) {
		t.Errorf("%d problems: …%s", n, got.String()[got.Len()-200:])
	}
}

func TestExcerptOfLongLine(t *testing.T) {
	text := strings.Repeat("a", 500) + "X" + strings.Repeat("b", 500)
	p := List{Errorf("f", 500, "m")}.Locate(func(string) string { return text })[0]
	lines := strings.Split(p.String(), "\n")
	caret := strings.Index(lines[2], "^")
	if got := []rune(lines[1])[caret]; got != 'X' {
		t.Errorf("the caret points at %q in %q", got, lines[1])
	}
	if n := len([]rune(lines[1])); n != excerptWidth+2 {
		t.Errorf("the excerpt has %d characters", n)
	}
}

func TestSuggest(t *testing.T) {
	names := []string{"bird-dog", "bridge", "title", "ovelse"}
	for word, want := range map[string]string{
		"brid-dog": `did you mean "bird-dog"?`,
		"titel":    `did you mean "title"?`,
		"øvelse":   `did you mean "ovelse"?`,
		"squat":    "",
	} {
		if got := Suggest(word, names); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", word, got, want)
		}
	}
	if got, want := SuggestOr("squat", names[:2]), "one of: bird-dog, bridge"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzLocate(f *testing.F) {
	f.Add("a\nb", 2)
	f.Add("\t\xff", 1)
	f.Fuzz(func(t *testing.T, text string, offset int) {
		p := List{Errorf("f", offset, "m")}.Locate(func(string) string { return text })[0]
		if p.Line < 1 || p.Column < 1 || p.String() == "" {
			t.Errorf("%+v", p)
		}
	})
}
