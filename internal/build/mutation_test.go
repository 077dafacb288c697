package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/translation"
)

// A mutation is a mistake in one language: a piece of a file and what replaces it.
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
// share parity alone must, which needs nobody to have confirmed anything; warned is what share
// it must at least warn of.
var goals = []struct {
	kind                   string
	killed, parity, warned float64
}{
	{"flag removed", 1, 1, 1},
	{"flag emptied", 1, 1, 1},
	{"flags swapped", 1, .4, .4}, // without ids, two signs are told apart only by what was confirmed
	{"number", .99, .99, .99},
	{"unit", .99, .99, .99},
	{"negation", 1, .99, .99},
	{"any negation", 1, .05, .05}, // parity counts them where they are critical: elsewhere languages deny differently
	{"how often", 1, .5, .9},      // a unit without a number is found by the lock
	{"step", 1, 1, 1},
	{"citation", 1, 1, 1},
	{"telephone", 1, 1, 1},
	{"opposite", 1, .6, .95}, // a difference is a warning where nobody does what the text says
	{"position", 1, .6, .95},
	{"untranslated", .95, .6, .95}, // without a word that matters, a paragraph is a warning
}

// TestMutations makes these mistakes wherever they can be made in the handbook, one
// at a time and in one language only, and checks that a build would fail: once
// against the lock, and once without it. Numbers and units are those of the
// bodies and the front matter, examples of code left out.
func TestMutations(t *testing.T) {
	lab := newLab(t, os.DirFS(repository))
	if _, probs := lab.check(t, "", nil, true); probs != "" {
		t.Fatalf("the untouched handbook has problems:\n%s", probs)
	}
	total, killed, parity, warned := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for _, m := range lab.mutations() {
		mutant := m.apply(lab.texts[m.file])
		total[m.kind]++
		if failed, _ := lab.check(t, m.file, mutant, true); failed {
			killed[m.kind]++
		} else {
			t.Logf("survived: %s: %v", m.kind, m)
		}
		failed, probs := lab.check(t, m.file, mutant, false)
		if failed {
			parity[m.kind]++
		}
		if probs != "" {
			warned[m.kind]++
		} else {
			t.Logf("survived parity: %s: %v", m.kind, m)
		}
	}
	for _, g := range goals {
		n := float64(total[g.kind])
		byLock, byParity, noticed := float64(killed[g.kind])/n, float64(parity[g.kind])/n, float64(warned[g.kind])/n
		t.Logf("%-14s %4.0f mutations, %6.2f %% killed, %6.2f %% by parity alone, which notices %6.2f %%",
			g.kind, n, 100*byLock, 100*byParity, 100*noticed)
		if n < 10 || byLock < g.killed || byParity < g.parity || noticed < g.warned {
			t.Errorf("%s: too few, or too many survive", g.kind)
		}
	}
}

// The laboratory finds of a mutation what a build of the whole handbook finds, for a
// sample that is the same on each run.
func TestMutationsStopTheBuild(t *testing.T) {
	lab := newLab(t, os.DirFS(repository))
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
			t.Errorf("%v: failed in the laboratory: %v; the build has %d errors", m, failed, r.Problems.Errors())
		}
	}
}

// A lab compares one page at a time, as a build does all of them.
type lab struct {
	fsys        fs.FS
	texts       map[string][]byte
	table       *i18n.Table
	hyphenation *i18n.Hyphenation
	format      string            // the first line of the lock
	lock        map[string]string // by page: its lines
	build       *Builder
	master      map[string]source.File
}

func newLab(t *testing.T, fsys fs.FS) *lab {
	l := &lab{
		fsys:   fsys,
		texts:  map[string][]byte{},
		lock:   map[string]string{},
		build:  new(Builder),
		master: map[string]source.File{},
	}
	files, _, err := new(source.Reader).Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	in := classify(files)
	l.table, _ = i18n.Parse(wordsFile.file(in))
	l.hyphenation, _ = i18n.ParseHyphens(hyphenationFile.file(in))
	for _, f := range in.pages {
		l.texts[f.Path], l.master[f.Path] = f.Data, f
	}
	format, lines, _ := strings.Cut(string(lockFile.file(in).Data), "\n")
	l.format = format + "\n"
	for line := range strings.Lines(lines) {
		name, _, _ := strings.Cut(line, " ")
		key, _, _ := strings.Cut(name, "#")
		if !strings.Contains(key, ".") { // a shared file: see record_test.go
			l.lock[key] += line
		}
	}
	return l
}

// twin returns the text of a page in another language.
func (l *lab) twin(file string) string {
	for _, other := range []string{"content/no/", "content/en/"} {
		if _, rest := page.LangOf(file); !strings.HasPrefix(file, other) {
			return string(l.texts[other+rest])
		}
	}
	return ""
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
	subject, found := l.subject(file, text, locked)
	_, drift := translation.Check(subject)
	for _, p := range drift {
		if locked || p.File != translation.LockPath {
			found = append(found, p)
		}
	}
	var b bytes.Buffer
	found.Print(&b)
	return found.Errors() > 0, b.String()
}

// subject returns what check compares, and what is wrong with the pages as such.
func (l *lab) subject(file string, text []byte, locked bool) (translation.Subject, diag.List) {
	var files []source.File
	lock := l.format
	_, rest := page.LangOf(file)
	for _, name := range slices.Sorted(maps.Keys(l.master)) {
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
	return translation.Subject{
		Pages:     pages,
		Languages: l.table.Languages(),
		Lock:      parsed,
		Memory:    new(translation.Memory),
		Text: func(p string) []byte {
			if p == file {
				return text
			}
			return l.texts[p]
		},
	}, found
}
