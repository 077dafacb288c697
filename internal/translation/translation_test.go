package translation

import (
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// front is the front matter of a page whose title and summary need no translation.
const front = "---\nkind: page\ntitle: A\nsummary: B.\n---\n\n"

// languages of the tests, each with the words of its lexis.
var testLanguages = []i18n.Language{
	{Lang: "no", Decimal: ",", Lexis: lexis("sekunder", "minutter", "fire", "ikke")},
	{Lang: "en", Decimal: ".", Lexis: lexis("seconds", "minutes", "four", "not")},
}

func lexis(second, minute, four, not string) fact.Lexis {
	return fact.Lexis{
		{Text: second, Meaning: fact.Meaning{Role: fact.UnitRole, Value: "second"}},
		{Text: minute, Meaning: fact.Meaning{Role: fact.UnitRole, Value: "minute"}},
		{Text: four, Meaning: fact.Meaning{Role: fact.NumberRole, Value: "4"}},
		{Text: not, Meaning: fact.Meaning{Role: fact.NegationRole}},
	}
}

// parse parses a page, which must have no problems.
func parse(t *testing.T, in lang.Lang, key, text string) *page.Page {
	t.Helper()
	i := slices.IndexFunc(testLanguages, func(l i18n.Language) bool { return l.Lang == in })
	l := testLanguages[i]
	c := markdown.New(markdown.Options{Decimal: l.Decimal, Lexis: l.Lexis, Locators: []string{"s.", "p."}})
	f := source.File{Path: "content/" + string(in) + "/" + key + ".md", Data: []byte(text)}
	p, probs := page.Parse(f, c)
	if probs.Errors() > 0 {
		t.Fatalf("%s: %v", f.Path, probs)
	}
	return p
}

// subject returns pages with the files that they are from.
func subject(t *testing.T, files map[string][]byte, pages ...*page.Page) Subject {
	t.Helper()
	lock, probs := ParseLock(source.File{Path: LockPath, Data: files[LockPath]})
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	return Subject{
		Pages:     pages,
		Languages: testLanguages,
		Lock:      lock,
		Text:      func(path string) []byte { return files[path] },
		Memory:    new(Memory),
	}
}

// records reads a shared file of an archive: a record is a line with its id, its language,
// with "!" if it is critical, and its text. A line that is only "faulty" is an error.
func records(path string, data []byte) Records {
	r := Records{Name: strings.TrimPrefix(path, sharedDir), Path: path}
	offset := 0
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		if line == "faulty\n" {
			r.HasErrors = true
		} else {
			in, critical := strings.CutSuffix(fields[1], "!")
			var words []page.Word
			at := offset + len(fields[0]+" "+fields[1]+" ")
			for _, word := range fields[2:] {
				words = append(words, page.Word{Text: word, Offset: at})
				at += len(word) + 1
			}
			r.List = append(r.List, NewRecord(fields[0], lang.Lang(in), critical, words))
		}
		offset += len(line)
	}
	return r
}

const sharedDir = "content/shared/"

// TestLock checks the pages and shared files of each archive in testdata, with the lock in
// it: under
// "problems" are the problems. If there is a file "confirm", the sections in it are then
// confirmed, and under "lock" is the new lock and under "proposals" what was looked at.
func TestLock(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive, update bool) {
		files := map[string][]byte{}
		for _, f := range a.Files {
			files[f.Name] = f.Data
		}
		var pages []*page.Page
		for _, f := range a.Files {
			if in, rest := page.LangOf(f.Name); in != "" {
				pages = append(pages, parse(t, in, strings.TrimSuffix(rest, ".md"), string(f.Data)))
			}
		}
		s := subject(t, files, pages...)
		for _, f := range a.Files {
			if strings.HasPrefix(f.Name, sharedDir) && f.Name != LockPath {
				s.Records = append(s.Records, records(f.Name, f.Data))
			}
		}
		_, probs := Check(s)
		got := map[string]string{"problems": print(probs, files)}
		if names, ok := files["confirm"]; ok {
			confirm(t, s, strings.Fields(string(names)), got, files)
		}
		for i, f := range a.Files {
			if g, ok := got[f.Name]; ok && update {
				a.Files[i].Data = []byte(g)
			} else if ok && g != string(f.Data) {
				t.Errorf("%s: got\n%s\nwant\n%s", f.Name, g, f.Data)
			}
			delete(got, f.Name)
		}
		for name, g := range got {
			if g != "" {
				t.Errorf("the archive has no file %q: got\n%s", name, g)
			}
		}
	})
}

// confirm adds what a confirmation results in to got.
func confirm(t *testing.T, s Subject, names []string, got map[string]string, files map[string][]byte) {
	t.Helper()
	proposals, probs, err := s.Propose(names, len(names) == 0)
	if err != nil {
		t.Fatal(err)
	}
	if probs.Errors() > 0 {
		got["refused"] = print(probs, files)
		return
	}
	by, err := NewStamp(time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC), "Prøve Prøvesen")
	if err != nil {
		t.Fatal(err)
	}
	got["lock"] = string(s.Lock.Confirm(proposals, by).Bytes())
	for _, p := range proposals {
		got["proposals"] += p.Name
		if p.Critical {
			got["proposals"] += " critical"
		}
		if p.NeedsName() {
			got["proposals"] += ", needs its name"
		}
		got["proposals"] += "\n"
		for _, text := range p.Texts {
			var words []string
			for _, part := range text.Parts {
				words = append(words, part.String())
			}
			got["proposals"] += "  " + string(text.Lang) + ": " + strings.Join(words, " ") + "\n"
		}
	}
}

func print(probs diag.List, files map[string][]byte) string {
	var b strings.Builder
	for _, p := range probs.Locate(func(path string) string { return string(files[path]) }) {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}
