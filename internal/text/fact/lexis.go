package fact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Lexis is the words of a language that are facts, a line each: the word, a
// tab, and what it is:
//
//	unit second   sekunder
//	number 4      fire
//	one           én, which is a number only before a unit: én time
//	not           ikke
//	range         til, as in 5 til 10 sekunder
//	suffix        th, as in 20th
//	clock         kl, before a time of day: kl. 10.30
//	idiom         at once: a phrase in which such a word means something else
//
// It is one string so that options can be compared.
type Lexis string

// A Reader reads the facts of texts in one language. It is safe for use by
// several goroutines.
type Reader struct {
	decimal rune
	words   map[string]word
	starts  [1 << 16]bool // of words: most words of a text start otherwise, and are passed over
}

// A word is what a lexis says of it, and the idioms that start with it.
type word struct {
	meaning string
	idioms  []string
}

// NewReader returns a reader. decimal is the decimal mark, a point or a comma.
func NewReader(l Lexis, decimal string) *Reader {
	r := &Reader{decimal: '.', words: map[string]word{}}
	if decimal == "," {
		r.decimal = ','
	}
	for line := range strings.Lines(string(l)) {
		text, meaning, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if meaning == "idiom" {
			first, _ := r.token(text, 0)
			w := r.words[first]
			w.idioms = append(w.idioms, text)
			r.words[first] = w
		} else {
			w := r.words[text]
			w.meaning = meaning
			r.words[text] = w
		}
	}
	for text := range r.words {
		r.starts[start(text)] = true
	}
	return r
}

// start returns the first two bytes of a word as a number, whatever its case.
func start(text string) uint16 {
	first, second := text[0]|0x20, byte(0x20)
	if len(text) > 1 {
		second = text[1] | 0x20
	}
	return uint16(first)<<8 | uint16(second)
}

// word returns what the lexis says of a word, whatever its case and apostrophe.
func (r *Reader) word(text string) word {
	if text == "" || !r.starts[start(text)] && text[0] < utf8.RuneSelf {
		return word{}
	}
	if w, ok := r.words[text]; ok || isPlain(text) {
		return w
	}
	if strings.Contains(text, "’") {
		text = strings.ReplaceAll(text, "’", "'")
	}
	return r.words[strings.ToLower(text)]
}

func (r *Reader) meaning(text string) string { return r.word(text).meaning }

// IsClock reports whether a word says that what follows is a time of day.
func (r *Reader) IsClock(word string) bool { return r.meaning(word) == "clock" }

// isPlain reports whether a word is of small ASCII letters, as most are.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < 'a' || text[i] > 'z' {
			return false
		}
	}
	return true
}

// idiom returns how long the idiom is that text starts with, or 0.
func (w word) idiom(text string) int {
	for _, i := range w.idioms {
		if len(text) >= len(i) && strings.EqualFold(text[:len(i)], i) {
			if after, _ := utf8.DecodeRuneInString(text[len(i):]); !unicode.IsLetter(after) {
				return len(i)
			}
		}
	}
	return 0
}

// Known reports whether the lexis names a word, perhaps with markup around it, or
// it holds a number: a word that matters although it may be no fact by itself.
func (r *Reader) Known(word string) bool {
	bare := strings.TrimFunc(word, func(c rune) bool { return !unicode.IsLetter(c) && !strings.ContainsRune(unitSigns, c) })
	return hasDigit(word) || r.meaning(bare) != "" || len(r.Read(word)) > 0
}

// Names returns the numbers of a text, and all units that it names, sorted.
func (r *Reader) Names(text string) (names []string) {
	for _, f := range r.Read(text) {
		names = append(names, f.Value)
	}
	for word := range strings.FieldsFuncSeq(text, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if unit, ok := strings.CutPrefix(r.meaning(word), "unit "); ok {
			names = append(names, unit)
		}
	}
	slices.Sort(names)
	return names
}

// Matches reports whether a word of a lexis can stand in a text as what it is
// said to be.
func Matches(word, meaning string) bool {
	if word == "" || meaning == "idiom" {
		return word != ""
	}
	r := NewReader(Lexis(word+"\t"+meaning+"\n"), ".")
	if unit, ok := strings.CutPrefix(meaning, "unit "); ok {
		got, end := r.unit("5 "+word, 1)
		return got == unit && end == len("5 "+word)
	}
	token, _ := r.token(word, 0)
	return token == word
}
