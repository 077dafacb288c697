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
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind is a kind of fact.
type Kind string

const (
	Number    Kind = "number"   // "2.5", "5 second", "10 %": the unit by its name in words.yaml
	Negation  Kind = "negation" // "not"
	Telephone Kind = "telephone number"
	Citation  Kind = "citation" // "maher-2017", "maher-2017, 4"
	Link      Kind = "link"     // "bird-dog#steps", "https://example.org/"
	Term      Kind = "term"     // the id of a word that the glossary explains
)

// A Fact is one thing that a text says.
type Fact struct {
	Kind   Kind
	Value  string // the same in all languages
	Offset int    // where it stands, in bytes
}

// A Lexis is the words of a language that are facts, a line each: the word, a
// tab, and what it is: "unit second", "number 4", "one" (a number only before a
// unit: én time), "not", or "idiom" for a phrase in which such a word means
// something else (at once). It is one string so that options can be compared.
type Lexis string

// A Reader reads the facts of texts in one language. It is safe for use by
// several goroutines.
type Reader struct {
	decimal  rune
	meanings map[string]string
	idioms   []string
}

// NewReader returns a reader. decimal is the decimal mark, a point or a comma.
func NewReader(l Lexis, decimal string) *Reader {
	r := &Reader{decimal: '.', meanings: map[string]string{}}
	if decimal == "," {
		r.decimal = ','
	}
	for line := range strings.Lines(string(l)) {
		word, meaning, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if meaning == "idiom" {
			r.idioms = append(r.idioms, word)
		} else {
			r.meanings[word] = meaning
		}
	}
	return r
}

// Read returns the facts of a plain text, in order. Offsets are in the text.
func (r *Reader) Read(text string) (facts []Fact) {
	ranged := false // the number before is the first of a range, and has the unit of the second
	for at := 0; at < len(text); {
		token, end := r.token(text, at)
		switch {
		case token == "":
		case r.idiom(text[at:]) > 0:
			end = at + r.idiom(text[at:])
		case hasDigit(token):
			unit, after := r.unit(text, end)
			facts = append(facts, Fact{Number, join(r.value(token), unit), at})
			if n := len(facts); ranged {
				facts[n-2].Value = join(facts[n-2].Value, unit)
			}
			end = after
			ranged = unit == "" && rangeSign(text[end:]) > 0
			end += rangeSign(text[end:])
		default:
			facts = r.word(facts, token, text, at, end)
		}
		at = max(end, at+1)
	}
	return facts
}

// idiom returns how long the idiom is that text starts with, or 0.
func (r *Reader) idiom(text string) int {
	for _, i := range r.idioms {
		if len(text) >= len(i) && strings.EqualFold(text[:len(i)], i) {
			return len(i)
		}
	}
	return 0
}

// word adds what a word that is no number in digits says.
func (r *Reader) word(facts []Fact, word, text string, at, end int) []Fact {
	meaning, n, _ := strings.Cut(r.meaning(word), " ")
	switch meaning {
	case "not":
		facts = append(facts, Fact{Negation, "not", at})
	case "number":
		unit, _ := r.unit(text, end)
		facts = append(facts, Fact{Number, join(n, unit), at})
	case "one":
		if unit, _ := r.unit(text, end); unit != "" {
			facts = append(facts, Fact{Number, join("1", unit), at})
		}
	}
	return facts
}

func join(value, unit string) string { return strings.TrimSuffix(value+" "+unit, " ") }

// meaning returns what a word is, whatever its case and apostrophe.
func (r *Reader) meaning(word string) string {
	if m, ok := r.meanings[word]; ok {
		return m
	}
	if strings.Contains(word, "’") {
		word = strings.ReplaceAll(word, "’", "'")
	}
	return r.meanings[strings.ToLower(word)]
}

// token returns the word or number at an offset, and where it ends; "" if there
// is none. A number may hold points, commas and colons between digits, and
// spaces between groups of three; letters next to its digits belong to it.
func (r *Reader) token(text string, at int) (string, int) {
	end, digits := at, false
	for end < len(text) {
		c, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case isDigit(c):
			digits = true
		case unicode.IsLetter(c):
			if digits && r.isUnit(text[end:]) {
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
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
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
		if !unicode.IsLetter(c) && !strings.ContainsRune("%‰°", c) {
			break
		}
		end += n
	}
	if unit, ok := strings.CutPrefix(r.meaning(text[start:end]), "unit "); ok {
		return unit, end
	}
	return "", at
}

func (r *Reader) isUnit(text string) bool {
	unit, _ := r.unit(text, 0)
	return unit != ""
}

// rangeSign returns how long the dash of a range is that text starts with, and
// that a digit follows; or 0.
func rangeSign(text string) int {
	dash := strings.TrimLeft(text, "–-")
	n := len(text) - len(dash)
	if after := strings.TrimPrefix(dash, "\u2060"); n > 0 && digitsAt(after) > 0 {
		return len(text) - len(after)
	}
	return 0
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isSpace(c rune) bool { return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\n' }

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
