package hyphen

import (
	"strings"
	"unicode/utf8"
)

// A List is the hyphenation of one language. All of it is in lower case, and words go
// before parts.
type List struct {
	Parts []string // a long word may break before each
	Words []Word
	Warn  int // the least length in letters of a word that should have a break; 0 if any may have none
}

// A Word is one whose breaks are listed.
type Word struct {
	Text     string // without marks
	Breaks   []int  // in letters from its start
	AllForms bool   // the text is the start of all its forms
}

// ParseWord parses a word with a bar at each break and an asterisk if it is listed in
// all its forms: firfot|stående*.
func ParseWord(listed string) Word {
	stem, all := strings.CutSuffix(listed, "*")
	pieces := strings.Split(stem, "|")
	w := Word{Text: strings.Join(pieces, ""), AllForms: all}
	n := 0
	for _, piece := range pieces[:len(pieces)-1] {
		n += utf8.RuneCountInString(piece)
		w.Breaks = append(w.Breaks, n)
	}
	return w
}
