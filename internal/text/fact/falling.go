package fact

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Range is where a range of numbers is in a text, in bytes.
type Range struct{ Start, End int }

// Falling returns the ranges of a text whose second number is less than the first, such as
// "30–20 seconds". Years, dates, pages, times of day, telephone numbers and vertebrae are no
// ranges of amounts: without a unit only two numbers of as many digits, right after a word,
// are one.
func (r *Reader) Falling(text string) (found []Range) {
	for at := 0; ; {
		n := strings.IndexAny(text[at:], "-–")
		if n < 0 {
			return found
		}
		at += n
		if start, end := r.fallsAt(text, at); start >= 0 {
			found = append(found, Range{start, end})
		}
		_, width := utf8.DecodeRuneInString(text[at:])
		at += width
	}
}

// fallsAt returns the range that falls and has its dash at an offset, or -1.
func (r *Reader) fallsAt(text string, dash int) (start, end int) {
	start, number, unit := r.numberBefore(text[:dash])
	sign := r.rangeSign(text[dash:])
	if start < 0 || sign == 0 {
		return -1, -1
	}
	second, end := r.token(text, dash+sign)
	last, _ := r.unit(text, end)
	high, err1 := strconv.ParseFloat(r.value(number), 64)
	low, err2 := strconv.ParseFloat(r.value(second), 64)
	rest := text[end:]
	isChain := len(rest) > 0 && r.rangeSign(rest) > 0 || strings.HasPrefix(rest, "/")
	switch {
	case err1 != nil, err2 != nil, high <= low, isChain,
		unit != "" && unit != last,
		second[0] == '0' && digitsAt(second) > 1, // of a time of day
		isYear(number) && len(second) < len(number),
		last == "" && !r.isBare(text[:start], number, second):
		return -1, -1
	}
	return start, end
}

// numberBefore returns the number that a text ends with, where it starts, and its unit, or
// -1. A number that is part of something longer is none.
func (r *Reader) numberBefore(text string) (start int, number, unit string) {
	before := strings.TrimRightFunc(text, func(c rune) bool {
		return unicode.IsLetter(c) || strings.ContainsRune(unitSigns, c)
	})
	if word := text[len(before):]; word != "" {
		if unit = r.unitOf(word); unit == "" {
			return -1, "", ""
		}
		before = strings.TrimRightFunc(before, isSpace)
	}
	left := strings.TrimRight(before, "0123456789.,")
	number = strings.TrimLeft(before[len(left):], ".,")
	start = len(before) - len(number)
	previous, width := utf8.DecodeLastRuneInString(text[:start])
	group, _ := utf8.DecodeLastRuneInString(text[:start-min(start, width)])
	switch {
	case number == "" || !isDigit(rune(number[len(number)-1])),
		isDigit(previous), unicode.IsLetter(previous), start > 0 && strings.ContainsRune("-–/:", previous),
		start > 0 && isSpace(previous) && isDigit(group):
		return -1, "", ""
	}
	return start, number, unit
}

// isYear reports whether a number may be that of a year.
func isYear(number string) bool {
	return len(number) == 4 && digitsAt(number) == 4 && number >= "1500" && number < "2100"
}

// isBare reports whether two numbers without a unit are amounts: a word is before them, and
// they have as many digits.
func (r *Reader) isBare(before, first, second string) bool {
	bare, spaced := strings.CutSuffix(before, " ")
	word := bare[len(strings.TrimRightFunc(bare, unicode.IsLetter)):]
	isAmount := func(number string) bool { return len(number) < 4 && digitsAt(number) == len(number) }
	return spaced && word != "" && !r.IsClock(word) && isAmount(first) && isAmount(second) && len(first) == len(second)
}
