// Package avoid reads content/shared/avoid.yaml, the words that the handbook
// does not use of a back, and finds them in text.
//
//	no:
//	  - {word: slitt rygg, reason: skremmer uten å forklare, better: aldersforandringer}
//
// A word is matched in any case, from the start of a word; the next letter must
// not go on, unless the word ends with an asterisk. A space matches any white
// space, and the sign of a quotation, so that a line break hides nothing.
package avoid

import (
	"regexp"
	"strings"

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
		if len(words) == 0 {
			continue // a pattern of no words would match everywhere
		}
		var groups []string
		for _, w := range words {
			form, open := strings.CutSuffix(strings.ToLower(w.Word.Text), "*")
			form = strings.Join(strings.Fields(regexp.QuoteMeta(form)), `[\s>]+`)
			if !open {
				form += `(?:[^\pL]|$)`
			}
			groups = append(groups, "("+form+")")
		}
		lists[language] = &List{words, regexp.MustCompile(`(?i)(?:^|[^\pL])(?:` + strings.Join(groups, "|") + ")")}
	}
	return lists, probs
}

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
				start += at + 1 // the next may start right after this one
				break
			}
		}
	}
}
