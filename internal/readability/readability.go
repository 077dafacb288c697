// Package readability counts what readability formulas count, and works them
// out: LIX for Norwegian, the Flesch-Kincaid grade for English.
//
// Both are about the length of words and sentences only. They cannot say that a
// text is easy, but they notice one that is not.
package readability

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Counts are what the formulas need of a text.
type Counts struct {
	Words     int
	Long      int // words of more than six letters
	Sentences int
	Syllables int // as English counts them, roughly
}

// Add returns the counts of two texts together.
func (c Counts) Add(d Counts) Counts {
	return Counts{c.Words + d.Words, c.Long + d.Long, c.Sentences + d.Sentences, c.Syllables + d.Syllables}
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
	return 0.39*float64(c.Words)/float64(max(1, c.Sentences)) + 11.8*float64(c.Syllables)/float64(c.Words) - 15.59
}

// A Sentence is one sentence of a text.
type Sentence struct {
	Text   string
	Offset int // in the text, in bytes
	Counts
}

// Sentences divides a text into sentences. The end of the text ends a sentence,
// with or without a full stop: so each item of a list is one. A full stop
// inside a number or before a small letter ends none.
func Sentences(text string) (out []Sentence) {
	start := 0
	for i, r := range text {
		if r != '.' && r != '!' && r != '?' && r != ':' {
			continue
		}
		rest := strings.TrimLeft(text[i+1:], `"'»”’)]`)
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \n"))
		atEnd := strings.TrimSpace(rest) == ""
		if !atEnd && (rest[0] != ' ' && rest[0] != '\n' || unicode.IsLower(next)) {
			continue
		}
		out = appendSentence(out, text, start, i+1)
		start = i + 1
	}
	return appendSentence(out, text, start, len(text))
}

func appendSentence(out []Sentence, text string, start, end int) []Sentence {
	s := text[start:end]
	c := count(s)
	if c.Words == 0 {
		return out
	}
	lead := len(s) - len(strings.TrimLeft(s, " \n"))
	c.Sentences = 1
	return append(out, Sentence{strings.TrimSpace(s), start + lead, c})
}

// count counts words. A word holds a letter; numbers are no words.
func count(text string) (c Counts) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' }) {
		letters := 0
		for _, r := range word {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if letters == 0 {
			continue
		}
		c.Words++
		c.Syllables += syllables(strings.ToLower(word))
		if letters > 6 {
			c.Long++
		}
	}
	return c
}

// syllables counts groups of vowels in an English word, a silent e at the end
// left out.
func syllables(word string) int {
	n, inVowel := 0, false
	for _, r := range word {
		vowel := strings.ContainsRune("aeiouyæøåéèö", r)
		if vowel && !inVowel {
			n++
		}
		inVowel = vowel
	}
	if strings.HasSuffix(word, "e") && !strings.HasSuffix(word, "le") && n > 1 {
		n--
	}
	return max(1, n)
}
