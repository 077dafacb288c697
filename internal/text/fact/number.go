package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token returns the word or number at an offset, and where it ends; "" if there
// is none. A number may contain points, commas and colons between digits, and
// spaces between groups of three; letters next to its digits belong to it.
func (r *Reader) token(text string, at int) (string, int) {
	end, digits := at, false
	for end < len(text) && (text[end] >= 'a' && text[end] <= 'z' || text[end] >= 'A' && text[end] <= 'Z') {
		end++
	}
	if end > at && (end == len(text) || text[end] == ' ' || text[end] == '.' || text[end] == ',') {
		return text[at:end], end
	}
	end = at
	for end < len(text) {
		c, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case isDigit(c), unicode.Is(unicode.No, c): // ½
			digits = true
		case unicode.IsLetter(c):
			if digits && r.isUnit(text[at:end], text[end:]) {
				return text[at:end], end
			}
		case strings.ContainsRune(".,:'’", c) && end > at && inside(text, end, n):
		case digits && isSpace(c) && group(text[at:end], text[end+n:]):
		default:
			return text[at:end], end
		}
		end += n
	}
	return text[at:end], end
}

// inside reports whether the sign of n bytes at an offset is between two
// digits or, for an apostrophe, two letters.
func inside(text string, at, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+n:])
	if c := text[at]; c == '.' || c == ',' || c == ':' {
		return isDigit(before) && isDigit(after)
	}
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// group reports whether exactly three digits follow a space after a number of
// up to three, or of groups of three: 116 117 and 1 500.
func group(number, rest string) bool {
	first, _, _ := strings.Cut(strings.ReplaceAll(number, "\u00a0", " "), " ")
	last := number[strings.LastIndexAny(number, " \u00a0")+1:]
	return len(first) <= 3 && digitsAt(rest) == 3 && digitsAt(last) == len(last) && digitsAt(first) == len(first)
}

func digitsAt(s string) (n int) {
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// value returns a number as it is written in every language: without spaces
// between its groups, and with a decimal point.
func (r *Reader) value(token string) string {
	var b strings.Builder
	for i, c := range token {
		switch {
		case isSpace(c):
		case c == r.decimal:
			b.WriteByte('.')
		case c == ',' && digitsAt(token[i+1:]) == 3: // between thousands, in a language with a decimal point
		case unicode.IsLetter(c) && i > 0 && r.isSuffix(token[i:]): // 20th, 1990s
			return b.String()
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// isSuffix reports whether letters right after a number are no part of it.
func (r *Reader) isSuffix(letters string) bool {
	role := r.role(letters)
	return role == SuffixRole || role == UnitRole
}

// unit returns the unit at an offset, after at most one space or hyphen, and where
// it ends; "" and the offset if there is none.
func (r *Reader) unit(text string, at int) (string, int) {
	start := at
	if c, n := utf8.DecodeRuneInString(text[at:]); isSpace(c) || c == '-' || c == '\u2011' {
		start += n
	}
	end := start
	for end < len(text) {
		c, n := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(c) && !strings.ContainsRune(unitSigns, c) {
			break
		}
		end += n
	}
	if unit := r.unitOf(text[start:end]); unit != "" {
		return unit, end
	}
	return "", at
}

// unitSigns are the characters of units besides letters.
const unitSigns = "%‰°"

// isUnit reports whether a unit follows right after a number. A letter after four
// digits or more is none: the 1990s.
func (r *Reader) isUnit(number, text string) bool {
	unit, n := r.unit(text, 0)
	return unit != "" && (n > 1 || len(number) < 4)
}

// rangeSign returns how long the dash or the word of a range is that text starts
// with, and that a number follows; or 0.
func (r *Reader) rangeSign(text string) int {
	if rest, ok := strings.CutPrefix(text, " "); ok {
		word, end := r.token(rest, 0)
		if r.role(word) == RangeRole && strings.HasPrefix(rest[end:], " ") {
			next, _ := r.token(rest, end+1)
			if r.number(next, r.word(next)).Role == NumberRole {
				return len(" ") + end + len(" ")
			}
		}
		return 0
	}
	dash := strings.TrimLeft(text, "–-")
	n := len(text) - len(dash)
	if after := strings.TrimPrefix(dash, "\u2060"); n > 0 && digitsAt(after) > 0 {
		return len(text) - len(after)
	}
	return 0
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isSpace(c rune) bool { return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\n' }

func hasDigit(s string) bool {
	if isPlain(s) {
		return false
	}
	return strings.ContainsFunc(s, func(c rune) bool { return isDigit(c) || unicode.Is(unicode.No, c) })
}
