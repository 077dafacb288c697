package build

import (
	"html"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/hyphen"
)

// put are the characters that nobody sees and that the program puts into what it renders:
// where a word may be divided, and where a range may not.
var put = []rune(hyphen.Soft + "\u2060")

// checkSeen checks that a file holds no other character that nobody sees.
func checkSeen(t *testing.T, name, text string) {
	t.Helper()
	if slices.Contains([]string{".png", ".ico", ".pdf", ".woff2"}, path.Ext(name)) {
		return
	}
	if path.Ext(name) == ".ris" { // whose lines end so
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	for at, r := range diag.Unseen(text) {
		if !slices.Contains(put, r) {
			t.Errorf("%s holds %U at %d", name, r, at)
		}
	}
	if path.Ext(name) != ".html" {
		return
	}
	for at, r := range diag.Unseen(html.UnescapeString(text)) {
		if !slices.Contains(put, r) {
			t.Errorf("%s holds %U as an entity, near %d", name, r, at)
		}
	}
}

// The handbook shows what is written: no page, feed or script holds what nobody sees.
func TestNothingUnseenIsRendered(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		checkSeen(t, name, files[name])
	}
	soft := 0
	for _, text := range files {
		soft += strings.Count(text, hyphen.Soft)
	}
	if soft < 100 {
		t.Errorf("only %d soft hyphens: what is checked is not what is rendered", soft)
	}
}
