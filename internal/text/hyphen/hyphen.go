// Package hyphen inserts soft hyphens into long words, where a line may break:
//
//	kjernemuskulaturen → kjerne·muskulaturen
//
// Browsers hyphenate few languages, and many browsers none. Here an author lists
// the parts of long words (package i18n reads the list). A long word may break
// before a part, if at least four letters are on either side.
//
// Only visible text has soft hyphens: they are inserted when HTML is rendered, so
// that no comparison, count or search of text has to ignore them.
package hyphen

import "strings"

// Soft is the soft hyphen. It is visible only where a line breaks at it.
const Soft = "\u00ad"

const (
	// Running and Narrow are the least lengths in letters of a word that may break: in
	// running text, and in headings, cards, tables and lists. A line of running text has
	// some thirty letters on a screen of 320 pixels, so only its longest words leave
	// gaps, and a word is easier to read in one piece. A title beside a picture has ten
	// there, as does a heading at twice the font size.
	Running = 14
	Narrow  = 10

	// Least is the least number of letters before a break, after it, and between two.
	Least = 4
)

// A Hyphenator finds the breaks in a language's long words. It is safe for use by
// several goroutines; nil finds none.
type Hyphenator struct {
	parts map[string][]string // by their first Least letters
	words map[string]Word     // that are listed in one form
	stems []Word              // that are listed in all forms
}

// New returns a hyphenator, or nil for an empty list.
func New(l List) *Hyphenator {
	if len(l.Parts)+len(l.Words) == 0 {
		return nil
	}
	h := &Hyphenator{parts: map[string][]string{}, words: map[string]Word{}}
	for _, part := range l.Parts {
		key := string([]rune(part)[:Least])
		h.parts[key] = append(h.parts[key], part)
	}
	for _, w := range l.Words {
		if w.AllForms {
			h.stems = append(h.stems, w)
		} else {
			h.words[w.Text] = w
		}
	}
	return h
}

// Breaks returns where a word of Narrow letters or more may break, in letters from its
// start, and whether it is listed as a word.
func (h *Hyphenator) Breaks(word string) (breaks []int, listed bool) {
	letters := []rune(strings.ToLower(word))
	if h == nil || len(letters) < Narrow {
		return nil, false
	}
	word = string(letters)
	if w, ok := h.words[word]; ok {
		return w.Breaks, true
	}
	for _, w := range h.stems {
		if strings.HasPrefix(word, w.Text) {
			return w.Breaks, true
		}
	}
	last := 0
	for i := Least; i <= len(letters)-Least; i++ {
		if i-last >= Least && h.partAt(letters[i:]) {
			breaks = append(breaks, i)
			last = i
		}
	}
	return breaks, false
}

func (h *Hyphenator) partAt(letters []rune) bool {
	for _, part := range h.parts[string(letters[:Least])] {
		if strings.HasPrefix(string(letters), part) {
			return true
		}
	}
	return false
}

// Text returns a text with soft hyphens in its words of at least a number of letters,
// Running or Narrow. Addresses have none.
func (h *Hyphenator) Text(text string, letters int) string {
	if h == nil {
		return text
	}
	var b strings.Builder
	end := 0
	for at, word := range longWords(text, letters) {
		breaks, _ := h.Breaks(word)
		n := 0
		for i := range word {
			if len(breaks) > 0 && n == breaks[0] {
				b.WriteString(text[end : at+i])
				b.WriteString(Soft)
				end = at + i
				breaks = breaks[1:]
			}
			n++
		}
	}
	if end == 0 {
		return text
	}
	return b.String() + text[end:]
}

// Bytes is Text for bytes. Most texts have no long word, and are returned unchanged.
func (h *Hyphenator) Bytes(text []byte, letters int) []byte {
	if h == nil || !MayContain(text, letters) {
		return text
	}
	return []byte(h.Text(string(text), letters))
}

// Unbroken calls yield for each word of at least a number of letters that has no break
// and is not listed, with its offset in the text, in bytes.
func (h *Hyphenator) Unbroken(text string, letters int, yield func(at int, word string)) {
	for at, word := range longWords(text, letters) {
		if breaks, listed := h.Breaks(word); len(breaks) == 0 && !listed {
			yield(at, word)
		}
	}
}

// Strip removes the soft hyphens from a text.
func Strip(text string) string { return strings.ReplaceAll(text, Soft, "") }
