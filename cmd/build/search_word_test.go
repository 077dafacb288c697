package main

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"rygghandboka/internal/test/browser"
	"rygghandboka/internal/test/golden"
)

// Of all words that the handbook itself uses, those in the archive alone are an alarm, and no
// others: whoever changes a page or the list for search sees which words become one.
func TestWordsThatAlarm(t *testing.T) {
	golden.Archives(t, "testdata/search/alarm-words.txtar", func(t *testing.T, a *txtar.Archive, update bool) {
		tab := browser.Open(t, 390, 800)
		p := publish(t)
		alarms := map[string]string{} // by the name of the file
		for _, language := range []string{"no/", "en/"} {
			p.ready(tab, language)
			words := wordsOf(t, language)
			for n, level := range ask[[]int](tab, "search/levelsOf", words) {
				if level > 0 {
					alarms[language+levelNames[level]] += words[n] + "\n"
				}
			}
		}
		for i := range a.Files {
			got := alarms[a.Files[i].Name]
			if want := string(a.Files[i].Data); got != want && !update {
				t.Errorf("%s: got\n%s\nwant\n%s", a.Files[i].Name, got, want)
			}
			a.Files[i].Data = []byte(got)
		}
	})
}

// levelNames are the levels of help by their number, as files of the archive are called.
var levelNames = []string{"", "urgent", "soon", "book"}

// wordsOf returns the words of the handbook in a language, sorted.
func wordsOf(t *testing.T, language string) []string {
	t.Helper()
	seen := map[string]bool{}
	dir := os.DirFS(path.Join(repository, "content", language))
	err := fs.WalkDir(dir, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		data, err := fs.ReadFile(dir, name)
		notLetter := func(r rune) bool { return !unicode.IsLetter(r) }
		for _, word := range strings.FieldsFunc(strings.ToLower(string(data)), notLetter) {
			seen[word] = true
		}
		return err
	})
	if err != nil || len(seen) < 1000 {
		t.Fatal(err, len(seen))
	}
	return slices.Sorted(maps.Keys(seen))
}
