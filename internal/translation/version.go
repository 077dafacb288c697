package translation

import (
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/text/markdown"
)

// A version is one section in one language, compared with what was confirmed.
type version struct {
	page    *page.Page
	section *markdown.Section
	entry   entry
	known   bool // it is confirmed

	words   []page.Word // of a section that has moved
	changes []change    // and what was done to them
}

func (v version) moved() bool { return v.section.Sum != v.entry.sum }

func (v version) key() lockKey { return lockKey{v.page.Key, v.section.ID, v.page.Lang} }

// start returns the offset of the section, for a message.
func (v version) start() int {
	if len(v.section.Blocks) > 0 {
		return v.section.Blocks[0].Offset
	}
	return v.section.Start
}

// firstChange returns the offset of the first change of the section.
func (v version) firstChange() int {
	if len(v.changes) == 0 {
		return v.start()
	}
	return v.changes[0].at
}

// diffs formats the changes in each language.
func diffs(moved []version) string {
	var lines []string
	for _, v := range moved {
		for line := range strings.Lines(diff(v.changes, v.words)) {
			lines = append(lines, string(v.page.Lang)+": "+strings.TrimSuffix(line, "\n"))
		}
	}
	return strings.Join(lines, "\n")
}

func names(versions []version) string {
	var list []string
	for _, v := range versions {
		list = append(list, `"`+string(v.page.Lang)+`"`)
	}
	return strings.Join(list, " and ")
}
