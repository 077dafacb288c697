package link

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
)

const repository = "../.."

func read(t *testing.T, name string) source.File {
	data, err := os.ReadFile(filepath.Join(repository, name))
	if err != nil {
		t.Fatal(err)
	}
	return source.File{Path: name, Data: data}
}

// style is where Debian's package citation-style-language-styles puts the style.
const style = "/usr/share/citation-style-language/styles/vancouver.csl"

// differences are where the handbook writes a work otherwise than pandoc does
// with vancouver.csl, and why. Each turns pandoc's text into ours.
var differences = []struct {
	why  string
	from *regexp.Regexp
	to   string
}{
	{"the year is enough for a journal with volumes, as Citing Medicine has it",
		regexp.MustCompile(`([.!?\]] )(?:\d{1,2}\. )?\p{L}+ (\d{4}[;.])`), "$1$2"},
	{"the same, in English",
		regexp.MustCompile(`(\d{4}) \p{L}{3,4}(?: \d{1,2})?([;.]|$)`), "$1$2"},
	{"nothing follows the year, so no semicolon does",
		regexp.MustCompile(`(\d{4});(?: |$)`), "$1. "},
	{"an address is printed as a link after the text",
		regexp.MustCompile(` (?:Tilgjengelig på|Available from): \S+$`), ""},
	{"the number of a report is in its address",
		regexp.MustCompile(` (?:Report No|Report nr|Rapportnr|Rapport nr)\.?:? ?\S+$`), ""},
}

// edited are works with editors, in all places where editors are named.
const edited = "internal/link/testdata/editors.json"

// Each work of the handbook, and of those above, is written as pandoc writes it, in
// both languages, but for the differences above, and for "et al." where the list of
// authors is known to be incomplete.
func TestWorksAgainstPandoc(t *testing.T) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		t.Skip("pandoc is not installed (Debian: apt-get install pandoc citation-style-language-styles)")
	}
	if _, err := os.Stat(style); err != nil {
		t.Skipf("there is no %s (Debian: apt-get install citation-style-language-styles)", style)
	}
	table, probs := i18n.Parse(read(t, i18n.Path))
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	for _, file := range []string{bib.Path, edited} {
		againstPandoc(t, table, file)
	}
}

func againstPandoc(t *testing.T, table *i18n.Table, file string) {
	works, probs := bib.Parse(read(t, file))
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	for in, locale := range map[lang.Lang]string{"no": "nb-NO", "en": "en-US"} {
		theirs := pandoc(t, file, locale)
		l := &linker{Input: Input{Words: table}}
		if len(theirs) != len(works.Works) {
			t.Fatalf("%s: pandoc writes %d works of %d", locale, len(theirs), len(works.Works))
		}
		for i, w := range works.Works {
			ours := w.Vancouver(l.terms(in))
			if strings.Contains(w.Note, "authors=incomplete") {
				ours = strings.Replace(ours, ", "+strings.TrimSuffix(l.terms(in).EtAl, ".")+".", ".", 1)
			}
			if plainly(ours) != plainly(theirs[i]) {
				t.Errorf("%s %s:\nours   %s\npandoc %s", locale, w.Key, plainly(ours), plainly(theirs[i]))
			}
		}
	}
}

// pandoc returns all works of a file as pandoc writes them, in the order of the file.
func pandoc(t *testing.T, file, locale string) (works []string) {
	cmd := exec.Command("pandoc", "-f", "markdown", "-t", "plain", "--wrap=none", "--citeproc",
		"--bibliography", filepath.Join(repository, file), "--csl", style, "-M", "lang="+locale)
	cmd.Stdin = strings.NewReader("---\nnocite: '@*'\n---\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		if _, work, ok := strings.Cut(strings.TrimSpace(line), ". "); ok {
			works = append(works, work)
		}
	}
	return works
}

// plainly applies the differences, and evens out punctuation.
func plainly(s string) string {
	for _, d := range differences {
		s = d.from.ReplaceAllString(s, d.to)
	}
	return strings.TrimRight(strings.NewReplacer("’", "'", "..", ".", "  ", " ").Replace(s), ". ")
}
