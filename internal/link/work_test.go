package link

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/source"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/lang"
)

const repository = "../.."

// style is where Debian's package citation-style-language-styles puts the style.
const style = "/usr/share/citation-style-language/styles/vancouver.csl"

// reasons are why works are written otherwise than pandoc writes them, by the name of the
// file in differences.txtar.
var reasons = map[string]string{
	"apostrophes":        "a quote before letters that are left out is an apostrophe, not an opening quote",
	"brackets":           "pandoc puts brackets around brackets",
	"centuries":          "pandoc's Norwegian has the words for before and after Christ swapped",
	"collection-editors": "pandoc has no Norwegian word for the editor of a series",
	"events":             "pandoc 2 does not know the name event-title of CSL 1.0.2",
	"hyphens":            "pandoc keeps the hyphen between initials that have full stops; the style has none",
	"italics":            "italic in italic is upright, as the markup has it; pandoc's HTML leaves it italic",
	"languages":          "readers are told the language of a work that they may not read (Citing Medicine)",
	"laws":               "a section of a law has a sign in Norwegian",
	"mononyms":           "a given name beside an empty family name is a mononym, not an initial",
	"pages":              "pandoc removes a digit from a longer number, 1-14, and what is no range stays whole",
	"press":              "pandoc prints a date in words twice for a law",
	"raw":                "a day in English words is read, so that it is written in the reader's language",
	"report-numbers":     "the style has the words before the number of a report in English only",
	"undated":            "pandoc writes the pages of a newspaper without a date as .:4, a colon after a full stop",
}

// locales are pandoc's names of the languages.
var locales = map[lang.Lang]string{"no": "nb-NO", "en": "en-US"}

// The archives show works of all kinds in CSL-JSON, and each written out in Norwegian and in
// English.
func TestWorks(t *testing.T) {
	write := writer(t)
	for _, name := range []string{"works", "differences"} {
		golden.Pairs(t, "testdata/"+name+".txtar", ".json", func(text string) string {
			var out strings.Builder
			for _, w := range parse(t, "works", []byte(text)) {
				fmt.Fprintf(&out, "%s\n  no %s\n  en %s\n", w.Key, write("no", w), write("en", w))
			}
			return out.String()
		})
	}
}

// Each work of works.txtar is written as pandoc writes it, in both languages. Each of
// differences.txtar is not, and there is a reason.
func TestWorksAgainstPandoc(t *testing.T) {
	differing := compare(t, archive(t, "works"))
	for key, texts := range differing {
		t.Errorf("works.txtar: %s\n%s", key, strings.Join(texts, "\n"))
	}
	works := archive(t, "differences")
	differing = compare(t, works)
	files := map[string]bool{}
	for _, w := range works {
		file, _, _ := strings.Cut(w.key(t), ":")
		files[file] = true
		if reasons[file] == "" {
			t.Errorf("differences.txtar: %s has no reason", file)
		}
		if differing[w.key(t)] == nil {
			t.Errorf("differences.txtar: pandoc writes %s so too", w.key(t))
		}
	}
	for file := range reasons {
		if !files[file] {
			t.Errorf("no work shows the difference %q", file)
		}
	}
}

// The works of the handbook are written as pandoc writes them, but for their languages, and
// for "et al." where the list of authors is known to be incomplete.
func TestHandbooksWorksAgainstPandoc(t *testing.T) {
	var works []record
	if err := json.Unmarshal(read(t, bib.Path).Data, &works); err != nil {
		t.Fatal(err)
	}
	for _, w := range works {
		delete(w, "language")
		if note, _ := w["note"].(string); strings.Contains(note, "authors=incomplete") {
			w["note"] = ""
		}
		delete(w, "number") // differs in reports: see the reasons
	}
	for key, texts := range compare(t, works) {
		t.Errorf("%s\n%s", key, strings.Join(texts, "\n"))
	}
}

// A record is a work in CSL-JSON.
type record map[string]any

func (r record) key(t *testing.T) string {
	key, ok := r["id"].(string)
	if !ok {
		t.Fatalf("%v has no id", r)
	}
	return key
}

// archive returns all records of an archive. Their ids have the names of their files before
// them.
func archive(t *testing.T, name string) (all []record) {
	a, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		file, ok := strings.CutSuffix(f.Name, ".json")
		if !ok {
			continue
		}
		var works []record
		if err := json.Unmarshal(f.Data, &works); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		for _, w := range works {
			w["id"] = file + ":" + w.key(t)
		}
		all = append(all, works...)
	}
	return all
}

// compare returns how we and pandoc write those works that we write otherwise, in both
// languages.
func compare(t *testing.T, works []record) map[string][]string {
	data, err := json.Marshal(works)
	if err != nil {
		t.Fatal(err)
	}
	write := writer(t)
	differing := map[string][]string{}
	for in, locale := range locales {
		theirs := pandoc(t, data, locale)
		for _, w := range parse(t, "works.json", data) {
			ours := html.UnescapeString(write(in, w))
			if their := theirs[w.Key]; ours != their {
				both := fmt.Sprintf("%s ours   %s\n%s pandoc %s", in, ours, in, their)
				differing[w.Key] = append(differing[w.Key], both)
			}
		}
	}
	return differing
}

func parse(t *testing.T, name string, data []byte) []*bib.Work {
	b, probs := bib.Parse(source.File{Path: name, Data: data})
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	return b.Works
}

func read(t *testing.T, name string) source.File {
	data, err := os.ReadFile(filepath.Join(repository, name))
	if err != nil {
		t.Fatal(err)
	}
	return source.File{Path: name, Data: data}
}

// tags are what pandoc makes of styles.
var tags = []struct {
	style bib.Style
	name  string
}{{bib.Bold, "strong"}, {bib.Italic, "em"}, {bib.SmallCaps, "small"}, {bib.Sub, "sub"}, {bib.Sup, "sup"}}

// writer returns a function that writes out a work with its styles as pandoc's HTML has
// them.
func writer(t *testing.T) func(lang.Lang, *bib.Work) string {
	table, probs := i18n.Parse(read(t, i18n.Path))
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	l := &linker{Input: Input{Words: table}}
	return func(in lang.Lang, w *bib.Work) string {
		var b strings.Builder
		for _, run := range w.Entry(l.terms(in)) {
			text := run.Text
			for _, tag := range tags {
				if run.Style&tag.style != 0 {
					text = "<" + tag.name + ">" + text + "</" + tag.name + ">"
				}
			}
			b.WriteString(text)
		}
		return b.String()
	}
}

var (
	entry     = regexp.MustCompile(`(?s)id="ref-([^"]*)".*?csl-right-inline">(.*?)</div>`)
	address   = regexp.MustCompile(`\s*(?:Tilgjengelig på|Available from): \S+$`)
	smallCaps = regexp.MustCompile(`<span class="smallcaps">(.*?)</span>`)
	unstyled  = regexp.MustCompile(`</?(?:a|span)\b[^>]*>`)
)

// pandoc returns works as pandoc writes them, by their ids and without their addresses.
func pandoc(t *testing.T, works []byte, locale string) map[string]string {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed (Debian: apt-get install pandoc citation-style-language-styles)")
	}
	if _, err := os.Stat(style); err != nil {
		t.Skipf("there is no %s (Debian: apt-get install citation-style-language-styles)", style)
	}
	file := filepath.Join(t.TempDir(), "works.json")
	if err := os.WriteFile(file, works, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("pandoc", "-f", "markdown", "-t", "html", "--wrap=none", "--citeproc",
		"--bibliography", file, "--csl", style, "-M", "lang="+locale)
	cmd.Stdin = strings.NewReader("---\nnocite: '@*'\n---\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]string{}
	for _, m := range entry.FindAllSubmatch(out, -1) {
		text := smallCaps.ReplaceAllString(string(m[2]), "<small>$1</small>")
		text = html.UnescapeString(unstyled.ReplaceAllString(text, ""))
		written[string(m[1])] = strings.TrimSpace(address.ReplaceAllString(text, ""))
	}
	return written
}
