package build

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/record"
	"rygghandboka/internal/source"
	"rygghandboka/internal/translation"
)

// The files of the mistakes below.
const (
	exerciseFolder = "content/shared/exercises/"
	wordsPath      = "layouts/words.yaml"
	searchPath     = "content/shared/search.yaml"
	worksPath      = "content/shared/references.json"
	publisherPath  = "content/shared/publisher.yaml"
)

// mistakes are in what pages share, each on one line; the last ones are warnings.
var mistakes = []struct {
	file, line, from, to string
	severity             diag.Severity
}{
	{exerciseFolder + "plank.yaml", "hold: 15", "15", "150", diag.Error},
	{exerciseFolder + "bird-dog.yaml", "repetitions: 4-6", "4-6", "46", diag.Error},
	{exerciseFolder + "pelvic-floor-squeeze.yaml", "per-day: 3", "3", "30", diag.Error},
	{exerciseFolder + "hip-hinge.yaml", "cautions:", ", fracture", "", diag.Error},
	{exerciseFolder + "curl-up.yaml", "cautions:", "fracture, pregnancy, hernia, ", "", diag.Error},
	{exerciseFolder + "curl-up.yaml", "stage:", "2", "1", diag.Error},
	{exerciseFolder + "plank.yaml", "harder:", "suitcase-carry", "squat", diag.Error},
	{exerciseFolder + "plank.yaml", "arrows:", "pelvis-front", "head", diag.Error},
	{exerciseFolder + "bird-dog.yaml", "step: 3", "3", "2", diag.Error},
	{publisherPath, "name:", "Back", "Front", diag.Error},
	{publisherPath, "report:", "feil", "fiel", diag.Error},
	{wordsPath, "alert-caution:", "call 113", "call 116 117", diag.Error},
	{wordsPath, "at-least:", "at least", "at most", diag.Error},
	{wordsPath, "per-side:", "en: per side", "en: in total", diag.Error},
	{wordsPath, "  hold:", "hold for {n} seconds", "rest for {n} seconds", diag.Error},
	{wordsPath, "  easier:", "Easier", "Harder", diag.Error},
	{wordsPath, "  harder:", "Harder", "Easier", diag.Error},
	{wordsPath, "dose-per-day:", "Times a day", "Times a week", diag.Error},
	{wordsPath, "not-reviewed:", "Not yet reviewed by a clinician.", "Reviewed by a clinician.", diag.Error},
	{wordsPath, "position-prone:", "face down", "face up", diag.Error},
	{searchPath, "dropped foot, foot drop", ", alarm: urgent", "", diag.Error},
	{wordsPath, "  home:", "Home", "Start", diag.Warning},
	{searchPath, "glutes", "butt, ", "", diag.Warning},
	{worksPath, "The role of core stability", "athletic", "artistic", diag.Warning},
	{exerciseFolder + "plank.yaml", "citations:", "ekstrom-2007", "kibler-2006", diag.Warning},
}

// Each mistake in what pages share is a problem at its line, of one check or of several.
func TestSharedMistakes(t *testing.T) {
	lab := newRecordLab(t)
	b := new(Builder)
	for _, m := range mistakes {
		before := lab.text(m.file)
		start, _, found := strings.Cut(before, m.line)
		at := strings.LastIndex(start, "\n") + 1
		i := strings.Index(before[at:], m.from)
		if !found || i < 0 {
			t.Fatalf("%s has no %q after %q", m.file, m.from, m.line)
		}
		mutant := before[:at+i] + m.to + before[at+i+len(m.from):]
		r, err := b.Build(lab.with(m.file, mutant), handbookOptions(t))
		if err != nil {
			t.Fatal(err)
		}
		line := 1 + strings.Count(before[:at+i], "\n")
		here := slices.IndexFunc(r.Problems, func(p diag.Problem) bool {
			return p.File == m.file && p.Line == line && p.Severity == m.severity
		})
		if here < 0 {
			t.Errorf("%s:%d: %q → %q: problems are %v", m.file, line, m.from, m.to, r.Problems)
		}
	}
}

// A recordLab compares the shared files of the handbook with its lock, one at a time.
type recordLab struct {
	tree      fstest.MapFS
	lock      *translation.Lock
	languages []i18n.Language
}

func newRecordLab(t *testing.T) *recordLab {
	files, _, err := new(source.Reader).Read(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	lab := &recordLab{tree: fstest.MapFS{}}
	var ofRecords []byte
	for _, f := range files {
		lab.tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	for line := range bytes.Lines(lab.tree[translation.LockPath].Data) {
		name, _, isSection := bytes.Cut(line, []byte("#"))
		if isFormat := !isSection && len(ofRecords) == 0; isFormat || bytes.Contains(name, []byte(".")) {
			ofRecords = append(ofRecords, line...)
		}
	}
	table, _ := i18n.Parse(wordsFile.file(classify(files)))
	lab.languages = table.Languages()
	lab.lock, _ = translation.ParseLock(source.File{Path: translation.LockPath, Data: ofRecords})
	return lab
}

func (l *recordLab) text(file string) string { return string(l.tree[file].Data) }

// with returns the handbook with another text in one file.
func (l *recordLab) with(file, text string) fs.FS {
	tree := fstest.MapFS{}
	for name, f := range l.tree {
		tree[name] = f
	}
	tree[file] = &fstest.MapFile{Data: []byte(text)}
	return tree
}

// check returns the problems of a shared file, and not those of others.
func (l *recordLab) check(file, text string) (own diag.List) {
	r := record.Of(source.File{Path: file, Data: []byte(text)})
	_, probs := translation.Check(translation.Subject{
		Records:   []translation.Records{r},
		Languages: l.languages,
		Lock:      l.lock,
		Memory:    new(translation.Memory),
	})
	for _, p := range probs {
		if p.File == file || strings.HasPrefix(p.Message, r.Name+"#") {
			own = append(own, p)
		}
	}
	return own
}

// mutators make one mistake wherever their pattern matches: what the first group matches
// is replaced. A file has the pattern in the part before the end, if that is given.
var mutators = []struct {
	kind, files, pattern, to, end string
	severity                      diag.Severity // of each
	atLeast                       int
}{
	{"number of a dose", exerciseFolder, `(?m)^  [a-z-]+: (?:\d+-)?(\d+)`, "99", "\ncitations:", diag.Error, 40},
	{"entry of a list", exerciseFolder, `(?:\[|, )([a-z-]+)`, "x", "\ncitations:", diag.Error, 100},
	{"position", exerciseFolder, `\nposition: ([a-z-]+)`, "x", "", diag.Error, 20},
	{"alarm", searchPath, `alarm: ([a-z]+)`, "calmer", "", diag.Error, 40},
	{"alarm removed", searchPath, `(, alarm: [a-z]+)\}`, "", "", diag.Error, 30},
	{"arrow", exerciseFolder, `arrows: \[([a-z-]+)`, "nose", "", diag.Error, 17},
	{"step of a panel", exerciseFolder, `\bstep: (\d)`, "9", "", diag.Error, 25},
	{"contact", publisherPath, `(?m)^(?:report|security): mailto:(\w+)`, "x", "", diag.Error, 2},
	{"telephone number", wordsPath, `\D(11[236])\b`, "118", "\ncounts:", diag.Error, 8},
	{"alert title", wordsPath, `\n  alert-[a-z]+: \{no: "?(\pL+)`, "x", "", diag.Error, 5},
	{"sentence of a dose", wordsPath, `(?:one|other): "([a-z]*)`, "x", "\nunits:", diag.Error, 28},
	{"position, muscle or group", wordsPath, `\n  (?:position|muscle|group)-.* en: "?(\pL+)`, "x", "", diag.Error, 24},
	{"any word", wordsPath, `(?m)^  [a-z-]+: \{no: "?(\pL+)`, "x", "\ncounts:", "", 200},
	{"any word in English", wordsPath, `(?m)^  [a-z-]+: \{no: .*, en: "?(\pL+)`, "x", "\ncounts:", "", 200},
	{"title of a work", worksPath, `"title": "(\w+)`, "x", "", diag.Warning, 50},
}

// TestSharedMutations makes mistakes in all that pages share, one at a time: none is
// silent, and those that may hurt stop a build.
func TestSharedMutations(t *testing.T) {
	lab := newRecordLab(t)
	for _, m := range mutators {
		pattern, total := regexp.MustCompile(m.pattern), 0
		for file := range lab.tree {
			if !strings.HasPrefix(file, m.files) {
				continue
			}
			text := lab.text(file)
			if probs := lab.check(file, text); len(probs) > 0 {
				t.Fatalf("the untouched file has problems: %v", probs)
			}
			part := text
			if m.end != "" {
				part, _, _ = strings.Cut(text, m.end)
			}
			for _, at := range pattern.FindAllStringSubmatchIndex(part, -1) {
				total++
				mutant := text[:at[2]] + m.to + text[at[3]:]
				probs := lab.check(file, mutant)
				if len(probs) != 1 || m.severity != "" && probs[0].Severity != m.severity {
					t.Errorf("%s: %s: %q: problems are %v", m.kind, file, text[at[0]:at[1]], probs)
				}
			}
		}
		t.Logf("%-26s %4d mutations, all found", m.kind, total)
		if total < m.atLeast {
			t.Errorf("%s: only %d mutations", m.kind, total)
		}
	}
}
