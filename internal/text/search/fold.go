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
		text = joined(text)
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

// joined returns a text in which an apostrophe divides no word with not: can't is one word,
// typed with it or without, and another than can.
func joined(text string) string {
	if strings.IndexByte(text, '\'') < 0 && !strings.Contains(text, "’") {
		return text
	}
	return withNot.Replace(text)
}

var withNot = strings.NewReplacer("n't", "nt", "n’t", "nt", "N'T", "NT", "N’T", "NT")

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
