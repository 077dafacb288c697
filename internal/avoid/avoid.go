// Package avoid reads content/shared/avoid.yaml, the words that the handbook
// does not use of a back, and finds them in text.
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

	"rygghandboka/internal/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/strict"
)

// Path is where the words stand in the input tree.
const Path = "content/shared/avoid.yaml"

// A Word is one word to avoid.
type Word struct {
	Word   strict.String `yaml:"word"`
	Reason strict.String `yaml:"reason"`
	Better strict.String `yaml:"better"`
}

// Schema returns the JSON Schema of the list.
func Schema() strict.Schema {
	return strict.SchemaOf(&map[string][]Word{})
}

// A List is the words to avoid in one language.
type List struct {
	words   []Word
	pattern *regexp.Regexp // one group for each word
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
		l := &List{}
		var groups []string
		for _, w := range words {
			form, open := strings.CutSuffix(w.Word.Text, "*")
			if w.Word.Text == "" {
				continue // the key is missing, and Decode has said so
			}
			if !strings.ContainsFunc(form, unicode.IsLetter) {
				probs = append(probs, diag.Errorf(f.Path, w.Word.Offset, "%q has no letter", w.Word.Text))
				continue
			}
			form = strings.Join(strings.Fields(regexp.QuoteMeta(form)), gap)
			if !open {
				form += `(?:[^\pL]|$)`
			}
			l.words, groups = append(l.words, w), append(groups, "("+form+")")
		}
		if len(groups) > 0 { // a pattern of none would match everywhere
			l.pattern = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:` + strings.Join(groups, "|") + ")")
			lists[language] = l
		}
	}
	return lists, probs
}

// gap is what may stand between two words: [call](x.md) **911**.
const gap = `(?:\]\]|\]\([^)\s]*\))?[\s>*_\[]+(?:[^\]|\s]*\|)?`

// A Found is a word that a text should not hold.
type Found struct {
	Word
	Offset int // in bytes
}

// Find returns the words of the list that stand in a text.
func (l *List) Find(text string) (found []Found) {
	if l == nil {
		return nil
	}
	for start := 0; ; {
		m := l.pattern.FindStringSubmatchIndex(text[start:])
		if m == nil {
			return found
		}
		for i, w := range l.words {
			if at := m[2+2*i]; at >= 0 {
				found = append(found, Found{w, start + at})
				start += at
				break
			}
		}
		// The next may start right after the word that this one starts with.
		next := strings.IndexFunc(text[start:], func(r rune) bool { return !unicode.IsLetter(r) })
		if next < 0 {
			return found
		}
		start += next
	}
}
