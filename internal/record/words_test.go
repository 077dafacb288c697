package record

import (
	"os"
	"strings"
	"testing"

	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/source"
)

// Each row of the table of critical words is about a word that there is: a word that has
// been renamed would be guarded no longer.
func TestCriticalWordsExist(t *testing.T) {
	data, err := os.ReadFile("../../" + i18n.Path)
	if err != nil {
		t.Fatal(err)
	}
	records := Of(source.File{Path: i18n.Path, Data: data})
	for _, c := range critical {
		found := false
		for _, r := range records.List {
			found = found || strings.HasPrefix(r.ID, c.prefix)
		}
		if !found {
			t.Errorf("no word starts with %q", c.prefix)
		}
	}
}

// All lists of words by which texts are analysed are critical: without a phrase a mistake is
// not found.
func TestListsAreCritical(t *testing.T) {
	data, err := os.ReadFile("../../" + i18n.Path)
	if err != nil {
		t.Fatal(err)
	}
	others := map[string]bool{
		"languages":       true, // what a language is called, and how it is sorted
		"between-authors": true, // these find claims without a source
		"after-author":    true,
		"shares":          true,
		"sizes":           true,
	}
	for _, r := range Of(source.File{Path: i18n.Path, Data: data}).List {
		list, _, isList := strings.Cut(r.ID, "/")
		if isList && !r.Critical && !others[list] {
			t.Errorf("%s is not critical", r.ID)
		}
	}
}
