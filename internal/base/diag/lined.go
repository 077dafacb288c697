package diag

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A lined text knows where its lines start, so that finding the line of a problem takes no
// longer in a long text. An excerpt is a part of the text.
type lined struct {
	text   string
	starts []int // of its lines, in bytes
}

func newLined(text string) *lined {
	l := &lined{text: text, starts: []int{0}}
	for at := range text {
		if text[at] == '\n' {
			l.starts = append(l.starts, at+1)
		}
	}
	return l
}

// locate sets the line, the column and the excerpt of a problem by its offset.
func (l *lined) locate(p *Problem) {
	at := min(max(p.Offset, 0), len(l.text))
	p.Line = sort.SearchInts(l.starts, at+1)
	start := l.starts[p.Line-1]
	p.Column = 1 + utf8.RuneCountInString(l.text[start:at])
	p.Excerpt, _, _ = strings.Cut(l.text[start:], "\n")
}
