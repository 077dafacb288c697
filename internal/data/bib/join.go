package bib

import "strings"

// The functions of this file put parts together as the Citation Style Language has it: what
// is empty takes its delimiters with it, and punctuation that meets is not doubled.

// A seam is two characters that meet.
type seam struct{ last, first rune }

// seams say which of the two is kept, for those of which one is.
var seams = map[seam]keep{
	{'!', '.'}: first, {'!', ':'}: first, {'?', '.'}: first, {'?', ':'}: first,
	{':', '.'}: first, {';', ':'}: first, {';', '.'}: first,
	{'!', '!'}: first, {'?', '?'}: first, {'.', '.'}: first,
	{':', ':'}: first, {';', ';'}: first, {',', ','}: first,
	{':', '!'}: second, {':', '?'}: second, {';', '!'}: second, {';', '?'}: second,
	{' ', ' '}: second, {' ', ','}: second, {' ', '.'}: second,
}

type keep int

const (
	first keep = iota + 1
	second
)

// glue returns parts without anything between them.
func glue(parts ...Rich) (all Rich) {
	for _, part := range parts {
		if len(part) == 0 {
			continue
		}
		next := part.first()
		last := all.last(next == '.')
		switch seams[seam{last, next}] {
		case first:
			part = part.trimLeft(next)
		case second:
			all = all.trimRight(last)
		}
		all = append(all, part...)
	}
	return all
}

// join returns the parts that are not empty with a delimiter between them, except before
// a comma, semicolon or full stop.
func join(delimiter string, parts ...Rich) (all Rich) {
	for _, part := range parts {
		if len(part) == 0 {
			continue
		}
		if len(all) > 0 && !strings.ContainsRune(",;.", part.first()) {
			all = glue(all, plain(delimiter))
		}
		all = glue(all, part)
	}
	return all
}

// wrap returns a part with text around it, and nothing if the part is empty.
func wrap(before string, part Rich, after string) Rich {
	if len(part) == 0 {
		return nil
	}
	return glue(plain(before), part, plain(after))
}

// first returns the first character.
func (r Rich) first() rune {
	for _, run := range r {
		for _, char := range run.Text {
			return char
		}
	}
	return 0
}

// last returns the last character, or the one inside the quotes that end the text.
func (r Rich) last(inQuotes bool) rune {
	list := r.cells()
	end := len(list)
	for inQuotes && end > 1 && list[end-1].char == closing {
		end--
	}
	if end == 0 {
		return 0
	}
	return list[end-1].char
}

// trimLeft removes a character at the start, however often it is there.
func (r Rich) trimLeft(char rune) Rich {
	list := r.cells()
	for len(list) > 0 && list[0].char == char {
		list = list[1:]
	}
	return runs(list)
}

// trimRight removes a character at the end, however often it is there.
func (r Rich) trimRight(char rune) Rich {
	list := r.cells()
	for len(list) > 0 && list[len(list)-1].char == char {
		list = list[:len(list)-1]
	}
	return runs(list)
}
