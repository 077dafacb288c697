package fact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Role is what a word is to the facts of a text.
type Role uint8

const (
	none         Role = iota
	UnitRole          // sekunder
	NumberRole        // fire
	OneRole           // én, which is a number only before a unit: én time
	NegationRole      // ikke
	RangeRole         // til, as in 5 til 10 sekunder
	SuffixRole        // th, as in 20th
	ClockRole         // kl, before a time of day: kl. 10.30
	IdiomRole         // at once: a phrase in which such a word means something else
	CallingRole       // ring, before a number to call: ring 113
	OppositeRole      // pust* … inn, a side of an opposite: breathe in
	FunctionRole      // og, a word of most sentences of a language: Value is "" for that of the reader
)

// A Lexeme is a word that is a fact, or part of one.
type Lexeme struct {
	Text string
	Meaning
}

// A Meaning is the role of a word, and the value of a unit or a number, which is the
// same in all languages: second, 4.
type Meaning struct {
	Role  Role
	Value string
}

// A Lexis is the words of a language that are facts.
type Lexis []Lexeme

// A Reader reads the facts of texts in one language. It is safe for use by
// several goroutines.
type Reader struct {
	decimal rune
	words   map[string]word
	starts  starts // of words: most words of a text start otherwise, and are passed over

	phrases   map[uint16][]phrase // by how their first word starts
	functions map[string]function
}

// A word is its meaning in a lexis, and the idioms that start with it.
type word struct {
	Meaning
	idioms []string
}

// NewReader returns a reader. decimal is the decimal mark, a point or a comma.
func NewReader(l Lexis, decimal string) *Reader {
	r := &Reader{
		decimal:   '.',
		words:     map[string]word{},
		phrases:   map[uint16][]phrase{},
		functions: map[string]function{},
	}
	if decimal == "," {
		r.decimal = ','
	}
	for _, lexeme := range l {
		r.add(lexeme)
	}
	for text := range r.words {
		r.starts.add(start(text))
	}
	return r
}

func (r *Reader) add(l Lexeme) {
	switch l.Role {
	case OppositeRole:
		p := newPhrase(l)
		if !p.canOccur() {
			return
		}
		first := start(strings.TrimSuffix(p.words[0], "*"))
		r.phrases[first] = append(r.phrases[first], p)
	case FunctionRole:
		r.functions[l.Text] = function{true, l.Value}
	case IdiomRole:
		first, _ := r.token(l.Text, 0)
		w := r.words[first]
		w.idioms = append(w.idioms, l.Text)
		r.words[first] = w
	default:
		w := r.words[l.Text]
		w.Meaning = l.Meaning
		r.words[l.Text] = w
	}
}

// starts is a set of what start returns. A word of the lexis is tried with a reader of its
// own, so that a reader must not be large.
type starts [1 << 16 / 64]uint64

func (s *starts) add(n uint16)      { s[n/64] |= 1 << (n % 64) }
func (s *starts) has(n uint16) bool { return s[n/64]&(1<<(n%64)) != 0 }

// start returns the first two bytes of a word as a number, whatever its case.
func start(text string) uint16 {
	first, second := text[0]|0x20, byte(0x20)
	if len(text) > 1 {
		second = text[1] | 0x20
	}
	return uint16(first)<<8 | uint16(second)
}

// word returns a word of the lexis, whatever its case and apostrophe.
func (r *Reader) word(text string) word {
	if text == "" || !r.starts.has(start(text)) && text[0] < utf8.RuneSelf {
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

func (r *Reader) role(text string) Role { return r.word(text).Role }

// unitOf returns the unit that a word is, or "".
func (r *Reader) unitOf(text string) string {
	w := r.word(text)
	if w.Role != UnitRole {
		return ""
	}
	return w.Value
}

// IsClock reports whether a time of day follows a word.
func (r *Reader) IsClock(word string) bool { return r.role(word) == ClockRole }

// isPlain reports whether a word is all lower-case ASCII letters, as most are.
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

// Known reports whether a word, perhaps with markup around it, is in the lexis or
// contains a number: such a word matters even if it is not a fact by itself.
func (r *Reader) Known(word string) bool {
	bare := strings.TrimFunc(word, func(c rune) bool {
		return !unicode.IsLetter(c) && !strings.ContainsRune(unitSigns, c)
	})
	return hasDigit(word) || r.role(bare) != none || len(r.Read(word)) > 0
}

// Names returns the numbers and negations of a text, and all units that it names, sorted. A
// letter by itself is no unit.
func (r *Reader) Names(text string) (names []string) {
	for _, f := range r.Read(text) {
		if f.Kind != Call {
			names = append(names, f.Value)
		}
	}
	for at := 0; at < len(text); {
		token, end := r.token(text, at)
		w := r.word(token)
		if idiom := w.idiom(text[at:]); idiom > 0 {
			end = at + idiom
		} else if w.Role == UnitRole && len(token) > 1 {
			names = append(names, w.Value)
		}
		at = max(end, at+1)
	}
	slices.Sort(names)
	return names
}

// CanOccur reports whether a reader with the lexeme can find it in a text.
func (l Lexeme) CanOccur() bool {
	switch {
	case l.Text == "":
		return false
	case l.Role == IdiomRole:
		return true
	case l.Role == OppositeRole:
		return newPhrase(l).canOccur()
	case l.Role == FunctionRole:
		return wordEnd(l.Text, 0) == len(l.Text)
	}
	r := NewReader(Lexis{l}, ".")
	if l.Role == UnitRole {
		text := "5 " + l.Text
		unit, end := r.unit(text, 1)
		return unit == l.Value && end == len(text)
	}
	token, _ := r.token(l.Text, 0)
	return token == l.Text
}
