package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/text/lang"
)

// words returns the words of a text in small letters: runs of letters, digits and marks.
// The reader divides what is typed in the same way.
func words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			start := strings.IndexFunc(text, isWord)
			if start < 0 {
				return
			}
			text = text[start:]
			end := strings.IndexFunc(text, isNone)
			if end < 0 {
				end = len(text)
			}
			if word := text[:end]; !single(word) && !yield(strings.ToLower(word)) {
				return
			}
			text = text[end:]
		}
	}
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

func isNone(r rune) bool { return !isWord(r) }

// single reports whether a word is one letter, by which nobody finds anything.
func single(word string) bool {
	_, n := utf8.DecodeRuneInString(word)
	return n == len(word)
}

// fold returns a word in small letters as it is typed on any keyboard.
func fold(word string) string { return lang.Plain(word) }
