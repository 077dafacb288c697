package build

import (
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/source"
)

// dosageNumber matches a number of a dosage, or a range, in a shared file.
var dosageNumber = regexp.MustCompile(
	`(?m)^  (sets|repetitions|hold|duration|distance|per-day|per-week): ([0-9]+)(?:-([0-9]+))?`)

// A digit too many in any dosage of the handbook is an error of its shared file alone,
// whatever has been confirmed, and so is a hyphen that is left out of a range.
func TestDosagesHaveBounds(t *testing.T) {
	files, _, err := new(source.Reader).Read(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	mistakes, survived := 0, 0
	for _, f := range classify(files).exercises {
		text := string(f.Data)
		for _, m := range dosageNumber.FindAllStringSubmatchIndex(text, -1) {
			end := m[1]
			wrong := []string{text[:end] + "0" + text[end:]}
			if m[6] >= 0 {
				wrong = append(wrong, text[:m[6]-1]+text[m[6]:])
			}
			for _, mutant := range wrong {
				mistakes++
				_, probs := exercise.Parse(source.File{Path: f.Path, Data: []byte(mutant)})
				if probs.Errors() == 0 {
					survived++
					line, _, _ := strings.Cut(mutant[m[2]:], "\n")
					t.Logf("survived: %s: %s", path.Base(f.Path), line)
				}
			}
		}
	}
	t.Logf("%d of %d survived", survived, mistakes)
	if mistakes < 70 || survived*20 > mistakes {
		t.Errorf("%d of %d mistakes survived", survived, mistakes)
	}
}

// planted are mistakes in the words of the handbook, in one language unless both are given,
// and what is said of each. The file by itself shows them, whatever has been confirmed.
var planted = []struct{ from, to, want string }{
	{"Emergency: call 113", "Emergency: call 116 117", `"alert-caution" says "Emergency: call 116 117" in "en"`},
	{"ring 113", "ring 131", `"alert-caution" says "Akutt: ring 131" in "no"`},
	{"Same day: call 116 117", "Same day", `"alert-warning" says "Same day" in "en", and its number`},
	{"(112 in Europe) instead", "(121 in Europe) instead", `"abroad" contains "121" in "en"`},
	{`alert-caution: "113"`, `alert-caution: "116 117"`, `"alert-caution" says "Akutt: ring 113" in "no"`},
	{`{alert-caution: "113", `, `{`, `"alert-caution" says "Akutt: ring 113" in "no", and has no`},
	{`numbers: ["113", `, `numbers: ["131", `, `"alert-caution" calls "113", which is not among the numbers`},
	{"Not yet reviewed by a", "Reviewed by a", `"not-reviewed" has none in "en", but "not" in "no"`},
	{"Times a day", "Times a week",
		`"dose-per-day" has "often weekly", "week" in "en", but "day", "often daily" in "no"`},
	{"Hold (seconds)", "Hold (minutes)", `"dose-hold" has "minute" in "en", but "second" in "no"`},
	{`other: "hold for {n} seconds"`, `other: "hold for {n} minutes"`, `"hold" has "5 minute", "minute" in "en"`},
	{`other: "{n} sets"`, `other: "sets"`, `"sets" has none in "en", and needs {n} once`},
	{"page # of *", "page # of #", `"part-of" has "#" in "en", but "*" in "no"`},
}

func TestWordsAreChecked(t *testing.T) {
	data, err := os.ReadFile(path.Join(repository, i18n.Path))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range planted {
		if strings.Count(string(data), m.from) != 1 {
			t.Errorf("%q is not in words.yaml once", m.from)
			continue
		}
		mutant := strings.Replace(string(data), m.from, m.to, 1)
		_, probs := i18n.Parse(source.File{Path: i18n.Path, Data: []byte(mutant)})
		if !slices.ContainsFunc(probs, func(p diag.Problem) bool { return strings.Contains(p.Message, m.want) }) {
			t.Errorf("%q → %q: want %q; got %v", m.from, m.to, m.want, probs)
		}
	}
}

// A wrong number that is in all languages agrees with itself. Wherever a page calls one, the
// list finds another, and in an alert the title finds the number of another alert.
func TestTelephonesAreChecked(t *testing.T) {
	files, _, err := new(source.Reader).Read(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	pages := map[string]int{} // by the file in Norwegian, how many numbers it calls
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
		if strings.HasPrefix(f.Path, "content/no/") && path.Base(f.Path) != "writing.md" { // which has examples
			pages[f.Path] = len(tel.FindAllIndex(f.Data, -1))
		}
	}
	b, mistakes := new(Builder), 0
	for _, file := range slices.Sorted(maps.Keys(pages)) {
		for i := range pages[file] {
			for _, number := range []string{"311", "112"} {
				mistakes++
				callInstead(t, b, tree, file, i, number)
			}
		}
	}
	t.Logf("%d mistakes", mistakes)
	if mistakes < 16 {
		t.Errorf("only %d mistakes were made", mistakes)
	}
}

// callInstead builds the handbook with another number in the ith link that calls one, in all
// languages of a page.
func callInstead(t *testing.T, b *Builder, tree fstest.MapFS, file string, i int, number string) {
	t.Helper()
	mutant := maps.Clone(tree)
	for _, name := range []string{file, strings.Replace(file, "/no/", "/en/", 1)} {
		text := tree[name].Data
		at := tel.FindAllIndex(text, -1)[i]
		link := "[" + number + "](tel:" + number + ")"
		mutant[name] = &fstest.MapFile{Data: slices.Concat(text[:at[0]], []byte(link), text[at[1]:])}
	}
	r, err := b.Build(mutant, handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, p := range r.Problems {
		if p.Message == number+" is not a listed telephone number" {
			found++
		}
	}
	if found != 2 {
		t.Errorf("%s calls %s: want a problem in each language; got %d: %v", file, number, found, r.Problems)
	}
}
