package diag

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An unseen character is invisible, but may change what is read: after U+202E, "21" is shown
// as "12". Sources have none, however they are written, and problems show them as <U+202E>.
//
// Spaces are seen: a no-break space or a thin space stays. So is a character that Unicode
// counts as formatting but that has a shape, as some Arabic ones have.

// invisible are the characters that are unseen wherever they are.
var invisible = []*unicode.RangeTable{
	unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp,
	unicode.Co, // private use: no two fonts agree on it
	unicode.Noncharacter_Code_Point,
	unicode.Other_Default_Ignorable_Code_Point,
	unicode.Variation_Selector,
	blank,
}

// blank are symbols that show nothing: a Braille pattern without dots, and what a word
// processor leaves instead of a picture.
var blank = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x2800, Hi: 0x2800, Stride: 1},
	{Lo: 0xFFFC, Hi: 0xFFFC, Stride: 1},
}}

// joined are the scripts whose spelling needs joiners: without one a word of Persian or
// Hindi is another word, or misspelt.
var joined = []*unicode.RangeTable{
	unicode.Arabic, unicode.Bengali, unicode.Devanagari, unicode.Gujarati, unicode.Gurmukhi, unicode.Kannada,
	unicode.Khmer, unicode.Malayalam, unicode.Mongolian, unicode.Oriya, unicode.Sinhala, unicode.Syriac,
	unicode.Tamil, unicode.Telugu,
}

// The characters that are unseen by themselves and shape what is beside them.
const (
	nonJoiner  = '\u200C'
	joiner     = '\u200D'
	emojiStyle = '\uFE0F'
)

// isUnseen reports whether a character is unseen after another, 0 if there is none.
func isUnseen(before, r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n'
	case r < '\u034F': // the letters of Europe, and accents
		return r >= '\u007F' && r < '\u00A0' || r == '\u00AD'
	case r == nonJoiner, r == joiner && unicode.In(before, joined...):
		return !unicode.In(before, joined...)
	case r == joiner: // of two emoji
		return before != emojiStyle && !unicode.In(before, unicode.So, unicode.Sk)
	case r == emojiStyle:
		return !unicode.Is(unicode.So, before)
	}
	return unicode.In(r, invisible...) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// Unseen yields each unseen character of a text, with its offset in bytes.
func Unseen[T string | []byte](text T) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		before := rune(0)
		for at := 0; at < len(text); {
			if c := text[at]; c >= ' ' && c < unicode.MaxASCII || c == '\n' {
				before = rune(c)
				at++
				continue
			}
			r, n := utf8.DecodeRuneInString(string(text[at:min(len(text), at+utf8.UTFMax)]))
			if isUnseen(before, r) && !yield(at, r) {
				return
			}
			before = r
			at += n
		}
	}
}

// IsVisible reports whether a text is UTF-8 without unseen characters, as in each file of
// the input tree.
func IsVisible(text string) bool {
	for range Unseen(text) {
		return false
	}
	return utf8.ValidString(text)
}

// Visible returns text with its unseen characters written as <U+202E>, so that it
// does nothing to a terminal or to the text around it. Tabs and the ends of lines stay.
func Visible(text string) string {
	var b strings.Builder
	end := 0
	for at, r := range Unseen(text) {
		fmt.Fprintf(&b, "%s<U+%04X>", text[end:at], r)
		end = at + utf8.RuneLen(r)
	}
	return b.String() + text[end:]
}

// UnseenIn returns a problem for each line of a text that has an unseen character, at the
// first of them. The text starts at an offset of the file.
func UnseenIn[T string | []byte](file string, text T, offset int) (probs List) {
	lineEnd := -1 // of the line of the last problem
	for at, r := range Unseen(text) {
		if at <= lineEnd {
			continue
		}
		probs = append(probs, UnseenAt(file, offset+at, r, ""))
		if n := strings.IndexByte(string(text[at:]), '\n'); n >= 0 {
			lineEnd = at + n
		} else {
			lineEnd = len(text)
		}
	}
	return probs
}

// UnseenAt returns the problem of an unseen character at an offset of a file. escape is
// how it is written, "" if it is written as itself.
func UnseenAt(file string, offset int, r rune, escape string) Problem {
	p := Errorf(file, offset, "a character that nobody sees, U+%04X", r)
	if escape != "" {
		p.Message += ", written as " + escape
	}
	switch {
	case r == '\u00AD':
		return p.Hintf("delete it: the program hyphenates long words itself, by content/shared/hyphens.yaml")
	case unicode.Is(unicode.Bidi_Control, r):
		return p.Hintf("delete it: it can show digits and letters in another order than they are written in")
	}
	return p.Hintf("delete it; it often comes with text that is copied from a PDF file or a web page")
}
