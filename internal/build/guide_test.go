package build

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var coverageLink = regexp.MustCompile(`content/[a-z]+/[a-z0-9/-]+\.md(?:#[a-z0-9-]+)?`)

// doc/coverage.md lists where each fact of the source is. Every file and
// heading that it names is there, and both languages are named as often.
func TestCoverageLeadsSomewhere(t *testing.T) {
	text, err := os.ReadFile("../../doc/coverage.md")
	if err != nil {
		t.Fatal(err)
	}
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string][]string{}
	for _, e := range r.Site.Entries {
		ids[e.Path] = e.IDs()
	}
	count := map[string]int{}
	for _, link := range coverageLink.FindAllString(string(text), -1) {
		file, id, _ := strings.Cut(link, "#")
		count[strings.Split(file, "/")[1]]++
		if has, ok := ids[file]; !ok || id != "" && !slices.Contains(has, id) {
			t.Errorf("%s leads nowhere", link)
		}
	}
	if count["no"] < 80 || count["no"] != count["en"] {
		t.Errorf("the table names %d places in Norwegian and %d in English", count["no"], count["en"])
	}
}

var fenced = regexp.MustCompile("(?ms)^(`{3,})(markdown|yaml)\n(.*?)^`{3,}$")

// Each example of the authors' guide is in the tests or in the handbook: a file of an
// archive, a shared file, or the front matter of a page.
func TestExamplesOfTheAuthorsGuide(t *testing.T) {
	known := knownTexts(t)
	examples := 0
	for _, guide := range readAll(t, "../../content/*/writing*.md") {
		for _, m := range fenced.FindAllStringSubmatch(guide, -1) {
			examples++
			if !known[strings.TrimSpace(m[3])] {
				t.Errorf("this example is in no archive:\n%s", m[3])
			}
		}
	}
	if examples < 10 {
		t.Errorf("only %d examples", examples)
	}
}

// knownTexts returns the texts of the archives and of the handbook, and their front matter
// with its fences and without.
func knownTexts(t *testing.T) map[string]bool {
	t.Helper()
	texts := readAll(t,
		"../../content/shared/exercises/*.yaml",
		"../../content/*/*.md",
		"../../content/*/*/*.md",
	)
	for _, archive := range readAll(t, "../*/testdata/*.txtar", "../*/*/testdata/*.txtar") {
		for _, f := range txtar.Parse([]byte(archive)).Files {
			texts = append(texts, string(f.Data))
		}
	}
	known := map[string]bool{}
	for _, text := range texts {
		known[strings.TrimSpace(text)] = true
		if front, _, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "---\n"); ok {
			known[strings.TrimSpace(front)] = true
			known["---\n"+strings.TrimSpace(front)+"\n---"] = true
		}
	}
	return known
}

// readAll returns the texts of the files that patterns name.
func readAll(t *testing.T, patterns ...string) (texts []string) {
	t.Helper()
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no file is named %s: %v", pattern, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	return texts
}
