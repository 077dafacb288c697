package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A phrase says one side of an opposite: "pust* … inn". A word that ends in * is the start
// of a word, and … stands for up to three words of the same clause.
type phrase struct {
	value string // breathe in: the opposite and the side
	words []string
}

const (
	gap      = "…"
	gapWords = 3
)

func newPhrase(l Lexeme) phrase { return phrase{l.Value, strings.Fields(strings.ToLower(l.Text))} }

// canOccur reports whether a text can contain the phrase: it starts and ends with a word, and
// each word has letters.
func (p phrase) canOccur() bool {
	n := len(p.words)
	if n == 0 || p.words[0] == gap || p.words[n-1] == gap {
		return false
	}
	for _, w := range p.words {
		stem := strings.TrimSuffix(w, "*")
		if w != gap && (len(stem) < 2 && stem != w || wordEnd(stem, 0) != len(stem) || stem == "") {
			return false
		}
	}
	return true
}

// Opposite returns the name of the opposite that a fact is a side of: breathe.
func (f Fact) Opposite() string {
	name, _, _ := strings.Cut(f.Value, " ")
	return name
}

// opposites adds the sides of opposites that a text states in the words from an offset on,
// where a word starts. They are not shorter than an idiom there.
func (r *Reader) opposites(facts []Fact, text string, at, idiom int) []Fact {
	first := len(facts)
next:
	for _, p := range r.phrases[start(text[at:])] {
		if end := p.match(text, at); end < 0 || end-at < idiom {
			continue
		}
		for _, f := range facts[first:] {
			if f.Value == p.value {
				continue next
			}
		}
		facts = append(facts, Fact{Opposite, int32(at), p.value})
	}
	return facts
}

// match returns where the phrase ends that starts at an offset of a text, or -1 if none does.
func (p phrase) match(text string, at int) (end int) {
	skip := 0 // how many words may come before the next of the phrase, none of which starts it again
	for _, w := range p.words {
		if w == gap {
			skip += gapWords
			continue
		}
		for ; ; skip-- {
			end = wordEnd(text, at)
			same := isForm(text[at:end], w)
			if end == at || !same && (skip == 0 || isForm(text[at:end], p.words[0])) {
				return -1
			}
			at = end + spaces(text[end:])
			if same {
				break
			}
		}
		skip = 0
	}
	return end
}

// isForm reports whether a word of a text is that of a phrase, whatever its case.
func isForm(word, form string) bool {
	if stem, cut := strings.CutSuffix(form, "*"); cut {
		return len(word) >= len(stem) && strings.EqualFold(word[:len(stem)], stem)
	}
	return strings.EqualFold(word, form)
}

// wordEnd returns where the letters end that start at an offset.
func wordEnd(text string, at int) int {
	for at < len(text) {
		c, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(c) {
			break
		}
		at += n
	}
	return at
}

// spaces returns how long the space, or the hyphen, is that a text starts with.
func spaces(text string) int {
	if strings.HasPrefix(text, "-") {
		return len("-")
	}
	return len(text) - len(strings.TrimLeftFunc(text, isSpace))
}
