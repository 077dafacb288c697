package build

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/translation"
)

// A mutation is a mistake in one language: a piece of a file and what stands in
// its place.
type mutation struct {
	kind, file string
	at         int // in bytes
	from, to   string
}

func (m mutation) String() string {
	return fmt.Sprintf("%s at %d: %.60q → %.60q", m.file, m.at, m.from, m.to)
}

func (m mutation) apply(text []byte) []byte {
	return slices.Concat(text[:m.at], []byte(m.to), text[m.at+len(m.from):])
}

// A goal is what share of a kind of mutations must stop a build, and by what
// share parity alone must, which needs nobody to have confirmed anything.
var goals = []struct {
	kind           string
	killed, parity float64
}{
	{"flag removed", 1, 1},
	{"flag emptied", 1, 1},
	{"flags swapped", 1, .4}, // without ids, two signs are told apart only by what was confirmed
	{"number", .99, .99},
	{"unit", .99, .99},
	{"negation", 1, .99},
	{"any negation", 1, .05}, // parity counts them where they are critical: elsewhere languages deny differently
	{"how often", 1, 0},      // a unit without a number is found by the lock
	{"step", 1, 1},
	{"citation", 1, 1},
	{"telephone", 1, 1},
}

// TestMutations makes these mistakes wherever they can be made in the handbook, one
// at a time and in one language only, and checks that a build would fail: once
// against the lock, and once without it. Numbers and units are those of the
// bodies and the front matter, examples of code left out.
func TestMutations(t *testing.T) {
	lab := newLab(t, os.DirFS("../.."))
	if _, probs := lab.check(t, "", nil, true); probs != "" {
		t.Fatalf("the untouched handbook has problems:\n%s", probs)
	}
	total, killed, parity := map[string]int{}, map[string]int{}, map[string]int{}
	for _, m := range lab.mutations() {
		mutant := m.apply(lab.texts[m.file])
		total[m.kind]++
		if failed, _ := lab.check(t, m.file, mutant, true); failed {
			killed[m.kind]++
		} else {
			t.Logf("survived: %s: %v", m.kind, m)
		}
		if failed, _ := lab.check(t, m.file, mutant, false); failed {
			parity[m.kind]++
		} else {
			t.Logf("survived parity: %s: %v", m.kind, m)
		}
	}
	for _, g := range goals {
		n := float64(total[g.kind])
		t.Logf("%-14s %4d mutations, %6.2f %% killed, %6.2f %% by parity alone", g.kind, total[g.kind], 100*float64(killed[g.kind])/n, 100*float64(parity[g.kind])/n)
		if n < 10 || float64(killed[g.kind]) < g.killed*n || float64(parity[g.kind]) < g.parity*n {
			t.Errorf("%s: too few, or too many survive", g.kind)
		}
	}
}

// What the laboratory says of a mutation is what a build of the whole handbook
// says, for a sample that is the same on each run.
func TestMutationsStopTheBuild(t *testing.T) {
	lab := newLab(t, os.DirFS("../.."))
	all := lab.mutations()
	random := rand.New(rand.NewPCG(5, 5))
	b := new(Builder)
	for range 60 {
		m := all[random.IntN(len(all))]
		mutant := m.apply(lab.texts[m.file])
		tree := lab.tree(m.file, mutant)
		r, err := b.Build(tree, handbookOptions(t))
		if err != nil {
			t.Fatal(err)
		}
		if failed, _ := lab.check(t, m.file, mutant, true); failed != (r.Problems.Errors() > 0) {
			t.Errorf("%v: the laboratory says failed=%v, the build has %d errors", m, failed, r.Problems.Errors())
		}
	}
}

// A lab compares one page at a time, as a build does all of them.
type lab struct {
	fsys        fs.FS
	texts       map[string][]byte
	table       *i18n.Table
	hyphenation *i18n.Hyphenation
	lock        map[string]string // by page: its lines
	build       *Builder
	master      map[string]source.File
}

func newLab(t *testing.T, fsys fs.FS) *lab {
	l := &lab{fsys: fsys, texts: map[string][]byte{}, lock: map[string]string{}, build: new(Builder), master: map[string]source.File{}}
	files, _, err := new(source.Reader).Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	in := sort(files)
	l.table, _ = i18n.Parse(in.words)
	l.hyphenation, _ = i18n.ParseHyphens(in.hyphens)
	for _, f := range in.pages {
		l.texts[f.Path], l.master[f.Path] = f.Data, f
	}
	for line := range strings.Lines(string(in.lock.Data)) {
		name, _, _ := strings.Cut(line, " ")
		key, _, _ := strings.Cut(name, "#")
		l.lock[key] += line
	}
	return l
}

// tree is the handbook with another text in one file.
func (l *lab) tree(file string, text []byte) fs.FS {
	tree := fstest.MapFS{}
	files, _, _ := new(source.Reader).Read(l.fsys)
	for _, f := range files {
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	tree[file] = &fstest.MapFile{Data: text}
	return tree
}

// check compares a page whose text in one file is another with its translation,
// or all pages if file is "".
func (l *lab) check(t *testing.T, file string, text []byte, locked bool) (failed bool, probs string) {
	t.Helper()
	var files []source.File
	lock := ""
	_, rest := page.LangOf(file)
	for _, name := range slices.Sorted(mapKeys(l.master)) {
		_, other := page.LangOf(name)
		glossary := path.Base(name) == "glossary.md"
		if file != "" && other != rest && !glossary {
			continue
		}
		f := l.master[name]
		if name == file {
			f = source.File{Path: name, Data: text, Sum: source.SumOf(name, text)}
		}
		files = append(files, f)
	}
	for key, lines := range l.lock {
		if file == "" || key == strings.TrimSuffix(rest, ".md") || key == page.GlossaryKey {
			lock += lines
		}
	}
	pages, found := l.build.parse(files, l.table, l.hyphenation, Options{})
	in := source.File{Path: translation.LockPath}
	if locked {
		in.Data = []byte(lock)
	}
	parsed, _ := translation.ParseLock(in)
	_, drift := translation.Check(translation.Subject{Pages: pages, Languages: l.table.Languages(), Lock: parsed, Memory: new(translation.Memory), Text: func(p string) []byte {
		if p == file {
			return text
		}
		return l.texts[p]
	}})
	for _, p := range drift {
		if locked || p.File != translation.LockPath {
			found = append(found, p)
		}
	}
	var b bytes.Buffer
	found.Print(&b)
	return found.Errors() > 0, b.String()
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

var (
	fence    = regexp.MustCompile("(?s)```+.*?```+")
	flagLine = regexp.MustCompile(`(?m)^(?:> )?- (?:\{#[a-z-]+\} )?.*\n(?:(?:> )?  .*\n)*`)
	stepLine = regexp.MustCompile(`(?m)^[0-9]+\. .*\n(?:   .*\n)*`)
	cite     = regexp.MustCompile(`\s?\[@[^\]]*\]`)
	tel      = regexp.MustCompile(`\[([^\]]*)\]\(tel:([0-9]+)\)`)
	hidden   = regexp.MustCompile("(?s)```.*?```|\\[@[^\\]]*\\]|\\{#[^}]*\\}|\\]\\([^)]*\\)|\\[\\[[^\\]|]*|`[^`]*`|https?://\\S*")
	digits   = regexp.MustCompile(`[0-9]+`)
	unit     = regexp.MustCompile(`[0-9]\s?(sekunder|minutter|timer|dager|uker|måneder|år|kg|cm|%|seconds|minutes|hours|days|weeks|months|years)\b`)
	often    = regexp.MustCompile(`\b(?:a|per|every|i|om|hver|over) (uka|uke|dagen|dag|week|day)\b`)
	deny     = map[string]*regexp.Regexp{
		"no": regexp.MustCompile(`(?i)\b(ikke|aldri|ingen|uten)\b ?`),
		"en": regexp.MustCompile(`(?i)\b(not|never|no|without)\b ?`),
	}
)

// swapped is each unit's next.
var swapped = map[string]string{
	"sekunder": "minutter", "minutter": "timer", "timer": "dager", "dager": "uker", "uker": "måneder", "måneder": "år", "år": "måneder",
	"seconds": "minutes", "minutes": "hours", "hours": "days", "days": "weeks", "weeks": "months", "months": "years", "years": "months",
	"uka": "måneden", "uke": "måned", "dagen": "uka", "dag": "uke", "week": "month", "day": "week",
	"kg": "g", "cm": "mm", "%": "‰",
}

// mutations returns every mistake, in the order of the files.
func (l *lab) mutations() (all []mutation) {
	for _, file := range slices.Sorted(mapKeys(l.texts)) {
		text := string(l.texts[file])
		code := fence.FindAllStringIndex(text, -1) // examples of the authors' guide
		in, _ := page.LangOf(file)
		deny := deny[string(in)]
		start := strings.Index(text, "\n---\n") + len("\n---\n")
		spoken := l.spoken(file)
		seen := hidden.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
		add := func(kind string, at int, from, to string) {
			if slices.ContainsFunc(code, func(m []int) bool { return m[0] <= at && at < m[1] }) {
				return
			}
			all = append(all, mutation{kind, file, at, from, to})
		}
		flags := flagLine.FindAllStringIndex(text, -1)
		for i, m := range flags {
			line := text[m[0]:m[1]]
			if !strings.Contains(line, "{#") && !strings.HasPrefix(line, "> ") {
				continue
			}
			add("flag removed", m[0], line, "")
			mark := regexp.MustCompile(`^(> )?- (\{#[a-z-]+\} )?`).FindString(line)
			add("flag emptied", m[0], line, strings.TrimRight(mark, " ")+"\n")
			if i+1 < len(flags) && flags[i+1][0] == m[1] {
				next := text[flags[i+1][0]:flags[i+1][1]]
				add("flags swapped", m[0], line+next, next+line)
			}
			for _, d := range deny.FindAllStringIndex(line, -1) {
				add("negation", m[0]+d[0], line[d[0]:d[1]], "")
			}
		}
		for _, m := range stepLine.FindAllStringIndex(text, -1) {
			add("step", m[0], text[m[0]:m[1]], "")
		}
		for _, m := range cite.FindAllStringIndex(text, -1) {
			add("citation", m[0], text[m[0]:m[1]], "")
		}
		for _, m := range tel.FindAllStringSubmatchIndex(text, -1) {
			number := text[m[4]:m[5]]
			wrong := number[:len(number)-1] + string('0'+(number[len(number)-1]-'0'+1)%10)
			add("telephone", m[0], text[m[0]:m[1]], "["+wrong+"](tel:"+wrong+")")
		}
		for _, m := range digits.FindAllStringIndex(seen, -1) {
			if m[0] < start && !spoken(m[0]) {
				continue
			}
			last := m[1] - 1
			if lineStart := strings.LastIndexByte(text[:m[0]], '\n') + 1; stepLine.MatchString(text[lineStart:]) && lineStart == m[0] && strings.HasPrefix(text[m[1]:], ". ") {
				continue // the number of a step, which Markdown counts itself
			}
			n, _ := strconv.Atoi(text[last:m[1]])
			add("number", last, text[last:m[1]], strconv.Itoa((n+1)%10))
		}
		for _, m := range unit.FindAllStringSubmatchIndex(seen, -1) {
			if m[0] >= start || spoken(m[0]) {
				add("unit", m[2], text[m[2]:m[3]], cmp.Or(swapped[text[m[2]:m[3]]], "kg"))
			}
		}
		for _, m := range often.FindAllStringSubmatchIndex(seen, -1) {
			if m[0] >= start || spoken(m[0]) {
				add("how often", m[2], text[m[2]:m[3]], swapped[text[m[2]:m[3]]])
			}
		}
		for _, m := range deny.FindAllStringIndex(seen, -1) {
			if m[0] >= start {
				add("any negation", m[0], text[m[0]:m[1]], "")
			}
		}
	}
	return all
}

// spoken returns a function that reports whether an offset of the front matter of a file
// is in a text that says the same in all languages.
func (l *lab) spoken(file string) func(at int) bool {
	pages, _ := l.build.parse([]source.File{l.master[file]}, l.table, l.hyphenation, Options{})
	var texts []strict.String
	for _, part := range pages[0].Parts {
		texts = append(texts, part.In(strict.Prose, strict.Label)...)
	}
	return func(at int) bool {
		return slices.ContainsFunc(texts, func(s strict.String) bool {
			return s.Offset <= at && at < s.Offset+len(s.Text)
		})
	}
}
