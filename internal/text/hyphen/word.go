package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MayContain reports whether a text may contain a word of at least a number of letters.
// It is faster than a search for one.
func MayContain(text []byte, letters int) bool {
	run := 0
	for _, c := range text {
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= utf8.RuneSelf:
			if run++; run == letters {
				return true
			}
		default:
			run = 0
		}
	}
	return false
}

// longWords ranges over the words of at least a number of letters, with their offsets.
// Addresses and entities are not words.
func longWords(text string, letters int) func(yield func(at int, word string) bool) {
	return func(yield func(at int, word string) bool) {
		for at := 0; at < len(text); {
			end := wordEnd(text, at)
			if end == at {
				at++
				continue
			}
			word := text[at:end]
			isLong := len(word) >= letters && utf8.RuneCountInString(word) >= letters
			if isLong && !isAddress(text, at, end) && !yield(at, word) {
				return
			}
			at = end
		}
	}
}

// wordEnd returns where the run of letters ends that starts at an offset.
func wordEnd(text string, at int) int {
	for at < len(text) {
		c := text[at]
		if c < utf8.RuneSelf {
			if c|0x20 < 'a' || c|0x20 > 'z' {
				return at
			}
			at++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			return at
		}
		at += n
	}
	return at
}

// isAddress reports whether a word is an entity, or part of a web or e-mail address:
// between the spaces around it there is :// or @, or a full stop inside.
func isAddress(text string, at, end int) bool {
	if at > 0 && (text[at-1] == '&' || text[at-1] == '#') {
		return true
	}
	const spaces = " \n\t"
	start := strings.LastIndexAny(text[:at], spaces) + 1
	stop := len(text)
	if n := strings.IndexAny(text[end:], spaces); n >= 0 {
		stop = end + n
	}
	around := text[start:stop]
	if strings.Contains(around, "://") || strings.Contains(around, "@") {
		return true
	}
	i := strings.IndexByte(strings.TrimRight(around, ".,;:!?)»”’"), '.')
	return i > 0 && wordEnd(around, i+1) > i+1
}
