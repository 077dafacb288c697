package translation

import (
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/text/markdown"
)

// A version is one section or record in one language, compared with what was confirmed.
type version struct {
	key      lockKey
	path     string // of its file
	start    int    // its offset in the file, for a message
	sum      markdown.Sum
	critical bool             // all of it
	marked   bool             // a record that is critical
	blocks   []markdown.Block // of a section; some of them may be critical
	read     func() []page.Word

	entry   entry
	known   bool        // it is confirmed
	words   []page.Word // if it has moved
	changes []change    // and what was done to them
}

func (v version) moved() bool { return v.sum != v.entry.sum }

// unsettled reports whether the lock has another text, or none.
func (v version) unsettled() bool { return !v.known || v.moved() || v.marked != v.entry.critical }

// firstChange returns the offset of the first change.
func (v version) firstChange() int {
	if len(v.changes) == 0 {
		return v.start
	}
	return v.changes[0].at
}

// look looks up what was confirmed.
func (c *checker) look(v *version) {
	if v.entry, v.known = c.Lock.entries[v.key]; !v.known {
		return
	}
	c.found++
	if v.moved() {
		v.words = v.read()
		v.changes = changes(strings.Fields(string(v.entry.text)), v.words)
	}
}

// diffs formats the changes in each language.
func diffs(moved []version) string {
	var lines []string
	for _, v := range moved {
		for line := range strings.Lines(diff(v.changes, v.words)) {
			line = strings.TrimSuffix(line, "\n")
			if v.key.Lang != NoLang {
				line = string(v.key.Lang) + ": " + line
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func names(versions []version) string {
	var list []string
	for _, v := range versions {
		list = append(list, `"`+string(v.key.Lang)+`"`)
	}
	return strings.Join(list, " and ")
}
