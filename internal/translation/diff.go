package translation

import (
	"slices"
	"strings"

	"rygghandboka/internal/page"
)

// A change is some words that took the place of others.
type change struct {
	removed []string
	added   []string
	at      int // of the first word after the change, or of the first that was added, in bytes of the file
	from    int // the change stands before this word of the new text
}

// changes returns what was done to the words of a confirmed text to make the new
// one: the longest common subsequence stays.
func changes(old []string, new []page.Word) (list []change) {
	head := 0
	for head < min(len(old), len(new)) && old[head] == new[head].Text {
		head++
	}
	tail := 0
	for tail < min(len(old), len(new))-head && old[len(old)-1-tail] == new[len(new)-1-tail].Text {
		tail++
	}
	a, b := old[head:len(old)-tail], new[head:len(new)-tail]
	lengths := common(a, b)
	at := func(j int) int {
		if j += head; j < len(new) {
			return new[j].Offset
		}
		if len(new) == 0 {
			return 0
		}
		return new[len(new)-1].Offset
	}
	open := false
	touch := func(j int) *change {
		if !open {
			list = append(list, change{at: at(j), from: head + j})
			open = true
		}
		return &list[len(list)-1]
	}
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j].Text:
			open = false
			i++
			j++
		case j == len(b) || i < len(a) && lengths[i+1][j] >= lengths[i][j+1]:
			c := touch(j)
			c.removed = append(c.removed, a[i])
			i++
		default:
			c := touch(j)
			c.added = append(c.added, b[j].Text)
			j++
		}
	}
	return list
}

// common returns the length of the longest common subsequence of each two tails.
func common(a []string, b []page.Word) [][]int {
	lengths := make([][]int, len(a)+1)
	for i := range lengths {
		lengths[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j].Text {
				lengths[i][j] = lengths[i+1][j+1] + 1
			} else {
				lengths[i][j] = max(lengths[i+1][j], lengths[i][j+1])
			}
		}
	}
	return lengths
}

// around is how many words a diff shows before and after a change.
const around = 4

// diff writes changes with a few words around each, a line each:
//
//	Hold i [-5–10-] {+5–15+} sekunder …
func diff(list []change, new []page.Word) string {
	var lines []string
	for _, c := range list {
		var line []string
		before := max(0, c.from-around)
		if before > 0 {
			line = append(line, "…")
		}
		line = append(line, texts(new[before:c.from])...)
		if len(c.removed) > 0 {
			line = append(line, "[-"+strings.Join(c.removed, " ")+"-]")
		}
		if len(c.added) > 0 {
			line = append(line, "{+"+strings.Join(c.added, " ")+"+}")
		}
		end := c.from + len(c.added)
		after := min(len(new), end+around)
		line = append(line, texts(new[end:after])...)
		if after < len(new) {
			line = append(line, "…")
		}
		lines = append(lines, strings.Join(line, " "))
	}
	return strings.Join(lines, "\n")
}

func texts(words []page.Word) (out []string) {
	for _, w := range words {
		out = append(out, w.Text)
	}
	return slices.Clip(out)
}
