// Package hyphen puts soft hyphens at the joints of long words, where a line may
// break:
//
//	kjernemuskulaturen → kjerne·muskulaturen
//
// Browsers know the joints of few languages, and many know none. Here an author
// lists the parts that long words are made of (package i18n reads the list). A long
// word may break before a part, where at least four letters are left on either side.
//
// Only what readers see has soft hyphens: they are put in where HTML is printed, so
// that whatever compares, counts or searches text never meets them.
package hyphen

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Soft is the soft hyphen. It is seen only where a line breaks at it.
const Soft = "\u00ad"

const (
	// Running and Narrow are how many letters a word has that may break: in running
	// text, and in headings, cards, tables and lists. A line of running text holds
	// some thirty letters on a screen of 320 pixels, so only its longest words leave
	// gaps, and a word is read more easily whole. A title beside a picture holds ten
	// there, as does a heading once its reader has made the letters twice as large.
	Running = 14
	Narrow  = 10

	// Least is how many letters stand before a joint, after it, and between two.
	Least = 4
)

// A List is the parts and words of one language, a line each. They are one string so
// that options can be compared.
//
//	-muskulatur         a part
//	firfot|stående*     a word with its joints, in all its forms
//	anstrengelse*       a word without any
//
// All are in small letters. Words go before parts.
type List string

// A Hyphenator knows the joints of a language's long words. It is safe for use by
// several goroutines; nil knows none.
type Hyphenator struct {
	parts map[string][]string // by their first Least letters
	words map[string]entry    // that are listed in one form
	stems []entry             // of those that are listed in all forms
}

// An entry is a word without its marks, and its joints, in letters from its start.
type entry struct {
	word   string
	joints []int
}

// New returns a hyphenator, or nil for an empty list.
func New(l List) *Hyphenator {
	if l == "" {
		return nil
	}
	h := &Hyphenator{map[string][]string{}, map[string]entry{}, nil}
	for line := range strings.Lines(string(l)) {
		line = strings.TrimSuffix(line, "\n")
		if part, ok := strings.CutPrefix(line, "-"); ok {
			key := string([]rune(part)[:Least])
			h.parts[key] = append(h.parts[key], part)
			continue
		}
		e, all := parse(line)
		if all {
			h.stems = append(h.stems, e)
		} else {
			h.words[e.word] = e
		}
	}
	return h
}

// parse reads a listed word. all says that it is listed in all its forms.
func parse(listed string) (e entry, all bool) {
	stem, all := strings.CutSuffix(listed, "*")
	pieces := strings.Split(stem, "|")
	n := 0
	for _, piece := range pieces[:len(pieces)-1] {
		n += utf8.RuneCountInString(piece)
		e.joints = append(e.joints, n)
	}
	e.word = strings.Join(pieces, "")
	return e, all
}

// Joints returns where a word of Narrow letters or more may break, in letters from its
// start, and whether it is listed as a word.
func (h *Hyphenator) Joints(word string) (joints []int, listed bool) {
	letters := []rune(strings.ToLower(word))
	if h == nil || len(letters) < Narrow {
		return nil, false
	}
	word = string(letters)
	if e, ok := h.words[word]; ok {
		return e.joints, true
	}
	for _, e := range h.stems {
		if strings.HasPrefix(word, e.word) {
			return e.joints, true
		}
	}
	last := 0
	for i := Least; i <= len(letters)-Least; i++ {
		if i-last >= Least && h.partAt(letters[i:]) {
			joints = append(joints, i)
			last = i
		}
	}
	return joints, false
}

func (h *Hyphenator) partAt(letters []rune) bool {
	for _, part := range h.parts[string(letters[:Least])] {
		if strings.HasPrefix(string(letters), part) {
			return true
		}
	}
	return false
}

// Text returns a text with soft hyphens in its words of at least so many letters, Running
// or Narrow. Addresses are left alone.
func (h *Hyphenator) Text(text string, letters int) string {
	if h == nil {
		return text
	}
	var b strings.Builder
	end := 0
	for at, word := range long(text, letters) {
		joints, _ := h.Joints(word)
		n := 0
		for i := range word {
			if len(joints) > 0 && n == joints[0] {
				b.WriteString(text[end : at+i])
				b.WriteString(Soft)
				end, joints = at+i, joints[1:]
			}
			n++
		}
	}
	if end == 0 {
		return text
	}
	return b.String() + text[end:]
}

// Bytes is Text for bytes. Most texts have no long word, and are returned as they are.
func (h *Hyphenator) Bytes(text []byte, letters int) []byte {
	if h == nil || !MayHold(text, letters) {
		return text
	}
	return []byte(h.Text(string(text), letters))
}

// MayHold reports, at a glance, whether a text may hold a word of so many letters.
func MayHold(text []byte, letters int) bool {
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

// Whole calls yield for each word of at least so many letters that has no joint and is
// not listed, with its place in the text, in bytes.
func (h *Hyphenator) Whole(text string, letters int, yield func(at int, word string)) {
	for at, word := range long(text, letters) {
		if joints, listed := h.Joints(word); len(joints) == 0 && !listed {
			yield(at, word)
		}
	}
}

// Strip takes the soft hyphens out of a text.
func Strip(text string) string { return strings.ReplaceAll(text, Soft, "") }

// long calls yield for each word of at least so many letters, with its place. An
// address, and an entity, is no word.
func long(text string, letters int) func(yield func(at int, word string) bool) {
	return func(yield func(at int, word string) bool) {
		for at := 0; at < len(text); {
			end := wordEnd(text, at)
			if end == at {
				at++
				continue
			}
			if end-at >= letters && utf8.RuneCountInString(text[at:end]) >= letters && !address(text, at, end) {
				if !yield(at, text[at:end]) {
					return
				}
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

// address reports whether a word is an entity, or stands in an address of the web
// or of post: between spaces there is :// or @, or a full stop inside.
func address(text string, at, end int) bool {
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
