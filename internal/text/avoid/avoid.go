// Package avoid reads content/shared/avoid.yaml, the words that the handbook does
// not use, since they frighten or mean something else, and finds them in text.
//
//	no:
//	  - {word: slitt rygg, reason: skremmer uten å forklare, better: aldersforandringer}
//
// A word is matched in any case, from the start of a word; the next letter must
// not go on, unless the word ends with an asterisk. A space matches any white
// space and the marks of quotations, emphasis and links, so that neither a line
// break nor markup hides a word.
package avoid

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
)

// Path is the path of the words in the input tree.
const Path = "content/shared/avoid.yaml"

// A Word is one word to avoid.
type Word struct {
	Word   strict.Text `yaml:"word"`
	Reason strict.Text `yaml:"reason"`
	Better strict.Text `yaml:"better"`
}

// Schema returns the JSON Schema of the list.
func Schema() strict.Schema {
	return strict.SchemaOf(&map[string][]Word{})
}

// A List is the words to avoid in one language, by the letters that they start
// with: so most words of a text are skipped fast.
type List struct {
	words map[string][]pattern
}

type pattern struct {
	Word
	form *regexp.Regexp // at the start of a text
}

// Parse reads the words to avoid, by language.
func Parse(f source.File) (map[string]*List, diag.List) {
	lists := map[string]*List{}
	if len(f.Data) == 0 {
		return lists, nil
	}
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return lists, probs
	}
	var in map[string][]Word
	probs = doc.Decode(&in)
	for language, words := range in {
		l := &List{map[string][]pattern{}}
		for _, w := range words {
			if w.Word.Text == "" {
				continue // the key is missing, which Decode has reported
			}
			if !strings.ContainsFunc(w.Word.Text, unicode.IsLetter) {
				probs = append(probs, diag.Errorf(f.Path, w.Word.Offset, "%q has no letter", w.Word.Text))
				continue
			}
			l.add(w)
		}
		lists[language] = l
	}
	return lists, probs
}

// add adds a word with a letter to a list.
func (l *List) add(w Word) {
	text, open := strings.CutSuffix(w.Word.Text, "*")
	key := initials(strings.TrimLeftFunc(text, isNoLetter))
	form := strings.Join(strings.Fields(regexp.QuoteMeta(text)), gap)
	if !open {
		form += `(?:[^\pL]|$)`
	}
	l.words[key] = append(l.words[key], pattern{w, regexp.MustCompile("(?i)^" + form)})
}

// initials returns the first two letters of a word, small, or its only one.
func initials(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	if r, m := utf8.DecodeRuneInString(word[n:]); unicode.IsLetter(r) {
		n += m
	}
	return strings.ToLower(word[:n])
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }

// gap is what may be between two words: [call](x.md) **911**.
const gap = `(?:\]\]|\]\([^)\s]*\))?[\s>*_\[]+(?:[^\]|\s]*\|)?`

// A Found is a word that a text should not contain.
type Found struct {
	Word
	Offset int // in bytes
}

// Find returns the words of the list that are in a text.
func (l *List) Find(text string) (found []Found) {
	if l == nil {
		return nil
	}
	for start := 0; ; {
		at := strings.IndexFunc(text[start:], unicode.IsLetter)
		if at < 0 {
			return found
		}
		start += at
		for _, p := range l.words[initials(text[start:])] {
			if p.form.MatchString(text[start:]) {
				found = append(found, Found{p.Word, start})
				break
			}
		}
		end := strings.IndexFunc(text[start:], isNoLetter)
		if end < 0 {
			return found
		}
		start += end
	}
}
