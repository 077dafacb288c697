// Package readability computes readability formulas: LIX for Norwegian, the Flesch-Kincaid
// grade for English.
//
// Both measure only the length of words and sentences. They cannot show that a text is easy,
// but they detect one that is not.
package readability

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Counts are the input of the formulas.
type Counts struct {
	Words     int `json:"words"`
	Long      int `json:"long"` // words of more than six letters
	Sentences int `json:"sentences"`
	Syllables int `json:"syllables"` // as English counts them, roughly
}

// Add returns the counts of two texts together.
func (c Counts) Add(d Counts) Counts {
	return Counts{
		Words:     c.Words + d.Words,
		Long:      c.Long + d.Long,
		Sentences: c.Sentences + d.Sentences,
		Syllables: c.Syllables + d.Syllables,
	}
}

// LIX returns the läsbarhetsindex of C. H. Björnsson (Läsbarhet, 1968): words in
// a sentence, and the percentage of words of more than six letters. Below 30 is
// very easy, 40 is newspaper text, above 60 is hard. It is 0 for no words.
func (c Counts) LIX() float64 {
	if c.Words == 0 {
		return 0
	}
	return float64(c.Words)/float64(max(1, c.Sentences)) + 100*float64(c.Long)/float64(c.Words)
}

// Grade returns the Flesch-Kincaid grade level (J. P. Kincaid and others,
// Research Branch Report 8-75, 1975): about the years of American school that a
// reader needs. It is 0 for no words.
func (c Counts) Grade() float64 {
	if c.Words == 0 {
		return 0
	}
	words, sentences := float64(c.Words), float64(max(1, c.Sentences))
	return 0.39*words/sentences + 11.8*float64(c.Syllables)/words - 15.59
}

// A Sentence is one sentence of a text.
type Sentence struct {
	Text   string
	Offset int // in the text, in bytes
	Counts
}

// Sentences divides a text into sentences, and counts each.
func Sentences(text string) iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		for at, sentence := range Divide(text) {
			c := count(sentence)
			c.Sentences = 1
			if !yield(Sentence{sentence, at, c}) {
				return
			}
		}
	}
}

// Divide divides a text into sentences, each with its offset in the text, in bytes. The end of
// the text ends a sentence, with or without a full stop: so each item of a list is one. A full
// stop inside a number or before a lower-case letter ends none. What has no word is no
// sentence.
func Divide(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for start := 0; start < len(text); {
			end := sentenceEnd(text, start)
			s := strings.TrimLeft(text[start:end], " \n")
			if strings.ContainsFunc(s, isLetter) && !yield(end-len(s), strings.TrimRight(s, " \n")) {
				return
			}
			start = end
		}
	}
}

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127 && unicode.IsLetter(r)
}

// sentenceEnd returns the end of the sentence that starts at an offset.
func sentenceEnd(text string, start int) int {
	for i := start; i < len(text); i++ {
		switch text[i] {
		case '.', '!', '?', ':':
			rest := strings.TrimLeft(text[i+1:], `"'»”’)]`)
			if rest == "" {
				return len(text)
			}
			if rest[0] != ' ' && rest[0] != '\n' {
				continue
			}
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \n"))
			if !unicode.IsLower(next) {
				return len(text) - len(rest)
			}
		}
	}
	return len(text)
}

// count counts words. A word has a letter; numbers are no words.
func count(text string) (c Counts) {
	w := word{}
	for _, r := range text {
		if isLetter(r) {
			w.letter(unicode.ToLower(r))
			continue
		}
		if r != '-' && r != '’' && r != '\'' {
			c.end(&w)
		}
	}
	c.end(&w)
	return c
}

// end counts a word that has ended.
func (c *Counts) end(w *word) {
	if w.letters > 0 {
		c.Words++
		c.Syllables += w.syllables()
		if w.letters > 6 {
			c.Long++
		}
	}
	*w = word{}
}

// A word is what has been read of a word.
type word struct {
	letters    int
	vowels     int  // groups of vowels
	last, next rune // the two last letters
}

func (w *word) letter(r rune) {
	w.letters++
	if isVowel(r) && !isVowel(w.next) {
		w.vowels++
	}
	w.last, w.next = w.next, r
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'æ', 'ø', 'å', 'é', 'è', 'ö':
		return true
	}
	return false
}

// syllables returns the groups of vowels, a silent e at the end of an English
// word left out.
func (w *word) syllables() int {
	n := w.vowels
	if w.next == 'e' && w.last != 'l' && n > 1 && !isVowel(w.last) {
		n--
	}
	return max(1, n)
}
