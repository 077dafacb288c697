package translation

import (
	"strings"

	"rygghandboka/internal/page"
)

// A change is some words that took the place of others.
type change struct {
	removed []string
	added   []string
	from    int // the index of the word of the new text that it is before
	at      int // the offset of that word in the file, in bytes
}

// most is how many pairs of words are compared to find the least change: a text
// beyond that is one change from its first other word to its last.
const most = 4 << 20

// changes returns what was done to the words of a confirmed text to make the new
// one: the longest common subsequence stays.
func changes(old []string, new []page.Word) []change {
	head := 0
	for head < min(len(old), len(new)) && old[head] == new[head].Text {
		head++
	}
	tail := 0
	for tail < min(len(old), len(new))-head && old[len(old)-1-tail] == new[len(new)-1-tail].Text {
		tail++
	}
	d := &differ{old: old[head : len(old)-tail], new: new[head : len(new)-tail], all: new, head: head}
	if len(d.old)*len(d.new) > most {
		return []change{{d.old, texts(d.new), head, d.at(0)}}
	}
	d.walk()
	return d.list
}

// A differ walks along what is left of two texts.
type differ struct {
	old  []string
	new  []page.Word
	all  []page.Word // the whole new text
	head int         // how many words of it are before new
	list []change
	open bool // the last change goes on
}

// at returns the offset of the jth of the new words, or of the last word if there is
// none.
func (d *differ) at(j int) int {
	if len(d.all) == 0 {
		return 0
	}
	return d.all[min(d.head+j, len(d.all)-1)].Offset
}

// change returns the change that the walk is in, before the jth of the new words.
func (d *differ) change(j int) *change {
	if !d.open {
		d.list = append(d.list, change{from: d.head + j, at: d.at(j)})
		d.open = true
	}
	return &d.list[len(d.list)-1]
}

func (d *differ) walk() {
	lengths := common(d.old, d.new)
	for i, j := 0, 0; i < len(d.old) || j < len(d.new); {
		switch {
		case i < len(d.old) && j < len(d.new) && d.old[i] == d.new[j].Text:
			d.open = false
			i++
			j++
		case j == len(d.new) || i < len(d.old) && lengths[i+1][j] >= lengths[i][j+1]:
			c := d.change(j)
			c.removed = append(c.removed, d.old[i])
			i++
		default:
			c := d.change(j)
			c.added = append(c.added, d.new[j].Text)
			j++
		}
	}
}

// common returns the length of the longest common subsequence of each two tails.
func common(a []string, b []page.Word) [][]int32 {
	lengths := make([][]int32, len(a)+1)
	for i := range lengths {
		lengths[i] = make([]int32, len(b)+1)
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

// A PartKind is what has become of some words of a text.
type PartKind string

const (
	Kept    PartKind = "kept"
	Removed PartKind = "removed"
	Added   PartKind = "added"
)

// A Part is some words of a text, as it was and as it is.
type Part struct {
	Kind PartKind `json:"kind"`
	Text string   `json:"text"`
}

// String returns the part as a diff shows it.
func (p Part) String() string {
	switch p.Kind {
	case Removed:
		return "[-" + p.Text + "-]"
	case Added:
		return "{+" + p.Text + "+}"
	}
	return p.Text
}

// parts returns a whole text with what was done to it.
func parts(list []change, new []page.Word) (parts []Part) {
	add := func(kind PartKind, words []string) {
		if len(words) > 0 {
			parts = append(parts, Part{kind, strings.Join(words, " ")})
		}
	}
	at := 0
	for _, c := range list {
		add(Kept, texts(new[at:c.from]))
		add(Removed, c.removed)
		add(Added, c.added)
		at = c.from + len(c.added)
	}
	add(Kept, texts(new[at:]))
	return parts
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
			line = append(line, Part{Removed, strings.Join(c.removed, " ")}.String())
		}
		if len(c.added) > 0 {
			line = append(line, Part{Added, strings.Join(c.added, " ")}.String())
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
	return out
}
