// Package fact reads from a text what a translation must keep and what needs no
// knowledge of the language but a list of words: numbers with their units, and
// words that deny.
//
//	"Hold i 5–10 sekunder, ikke lenger." → number "5 second", number "10 second", negation "not"
//	"Hold for 5–10 seconds, no longer."  → the same
//
// So two texts in two languages can be compared without being understood.
package fact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind is a kind of fact.
type Kind uint8

const (
	Number    Kind = iota // "2.5", "5 second", "10 %": the unit by its name in words.yaml
	Negation              // "not"
	Telephone             // "116117"
	Citation              // "maher-2017", "maher-2017, 4"
	Link                  // "bird-dog#steps", "https://example.org/"
	Term                  // the id of a word that the glossary explains
)

// String returns what a message calls a fact of this kind.
func (k Kind) String() string {
	return [...]string{"number", "negation", "telephone number", "citation", "link", "term"}[k]
}

// A Fact is one thing that a text says.
type Fact struct {
	Kind   Kind
	Offset int32  // where it stands, in bytes
	Value  string // the same in all languages
}

// A Lexis is the words of a language that are facts, a line each: the word, a
// tab, and what it is:
//
//	unit second   sekunder
//	number 4      fire
//	one           én, which is a number only before a unit: én time
//	not           ikke
//	range         til, as in 5 til 10 sekunder
//	suffix        th, as in 20th
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

// Read returns the facts of a plain text, in order. Offsets are in the text.
func (r *Reader) Read(text string) (facts []Fact) {
	ranged := false // the number before is the first of a range, and has the unit of the second
	for at := 0; at < len(text); {
		if text[at] == ' ' {
			at++
			continue
		}
		token, end := r.token(text, at)
		w := r.word(token)
		idiom := w.idiom(text[at:])
		value, kind := r.number(token, w)
		switch {
		case idiom > 0:
			end = at + idiom
		case kind == "number" || kind == "one":
			unit, after := r.unit(text, end)
			if kind == "one" && unit == "" {
				break
			}
			facts = append(facts, Fact{Number, int32(at), join(value, unit)})
			if n := len(facts); ranged {
				facts[n-2].Value = join(facts[n-2].Value, unit)
			}
			sign := r.rangeSign(text[after:])
			ranged = unit == "" && sign > 0
			end = after + sign
		case kind == "not":
			facts = append(facts, Fact{Negation, int32(at), "not"})
		}
		at = max(end, at+1)
	}
	return facts
}

// number returns the value of a word or number, and what it is.
func (r *Reader) number(token string, w word) (value, kind string) {
	if w.meaning == "" {
		if hasDigit(token) {
			return r.value(token), "number"
		}
		return "", ""
	}
	kind, value, _ = strings.Cut(w.meaning, " ")
	if kind == "one" {
		value = "1"
	}
	return value, kind
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

func join(value, unit string) string { return strings.TrimSuffix(value+" "+unit, " ") }

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

// isPlain reports whether a word is of small ASCII letters, as most are.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < 'a' || text[i] > 'z' {
			return false
		}
	}
	return true
}

// token returns the word or number at an offset, and where it ends; "" if there
// is none. A number may hold points, commas and colons between digits, and
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

// inside reports whether the sign of n bytes at an offset stands between two
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
	kind, _, _ := strings.Cut(r.meaning(letters), " ")
	return kind == "suffix" || kind == "unit"
}

// unit returns the unit that stands at an offset, after at most one space or
// hyphen, and where it ends; "" and the offset if none does.
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
	if unit, ok := strings.CutPrefix(r.meaning(text[start:end]), "unit "); ok {
		return unit, end
	}
	return "", at
}

// unitSigns are what units hold besides letters.
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
		if r.meaning(word) == "range" && strings.HasPrefix(rest[end:], " ") {
			next, _ := r.token(rest, end+1)
			if _, kind := r.number(next, r.word(next)); kind == "number" {
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
