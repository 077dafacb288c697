package bib

import (
	"slices"
	"strings"
	"unicode/utf8"
)

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
		all = all.and(part)
	}
	return all
}

// and returns r and a part after it. Runs in one style become one.
func (r Rich) and(part Rich) Rich {
	all := slices.Clone(r)
	for _, run := range part {
		if end := len(all) - 1; end >= 0 && all[end].Style == run.Style {
			all[end].Text += run.Text
		} else {
			all = append(all, run)
		}
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
	for i := len(r) - 1; i >= 0; i-- {
		text := r[i].Text
		if inQuotes {
			text = strings.TrimRight(text, string(closing))
		}
		if char, n := utf8.DecodeLastRuneInString(text); n > 0 {
			return char
		}
	}
	return 0
}

// trimLeft removes a character at the start, however often it is there.
func (r Rich) trimLeft(char rune) Rich {
	r = slices.Clone(r)
	for len(r) > 0 {
		r[0].Text = strings.TrimLeft(r[0].Text, string(char))
		if r[0].Text != "" {
			break
		}
		r = r[1:]
	}
	return r
}

// trimRight removes a character at the end, however often it is there.
func (r Rich) trimRight(char rune) Rich {
	r = slices.Clone(r)
	for len(r) > 0 {
		end := &r[len(r)-1]
		end.Text = strings.TrimRight(end.Text, string(char))
		if end.Text != "" {
			break
		}
		r = r[:len(r)-1]
	}
	return r
}
