package translation

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"rygghandboka/internal/page"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// Whether a change may hurt somebody decides whether a translation that is out of
// date is an error or a warning.

// anyCritical reports whether anything in a section is critical.
func anyCritical(versions []version) bool {
	return slices.ContainsFunc(versions, func(v version) bool {
		isCritical := func(b markdown.Block) bool { return b.Critical }
		return v.critical || slices.ContainsFunc(v.blocks, isCritical)
	})
}

// critical reports whether a change in one of the versions is critical: on a
// critical page, in a critical record, in or next to a critical block, of the markup of
// one, of a number or a word beside it, or of a word in the lexis.
func (c *checker) critical(versions []version) bool {
	return slices.ContainsFunc(versions, func(v version) bool {
		if v.critical || v.key.Lang == NoLang {
			return v.critical
		}
		return slices.ContainsFunc(v.changes, func(change change) bool {
			return touchesCritical(v, change) || c.matters(v, change)
		})
	})
}

// touchesCritical reports whether a change is in a critical block, or right
// beside one.
func touchesCritical(v version, c change) bool {
	first, last := max(0, c.from-1), min(len(v.words)-1, c.from+len(c.added))
	for i := first; i <= last; i++ {
		for _, b := range v.blocks {
			if b.Critical && b.Offset <= v.words[i].Offset && v.words[i].Offset <= b.End {
				return true
			}
		}
	}
	return false
}

// matters reports whether a change of words is of numbers, units or negations. A change
// of nothing but markup and punctuation does not matter.
func (c *checker) matters(v version, change change) bool {
	reader := c.readers[v.key.Lang]
	if reader == nil {
		return true
	}
	removed, added := strings.Join(change.removed, " "), strings.Join(change.added, " ")
	if letters(removed) == letters(added) && !strings.Contains(removed+added, "tel:") {
		return false
	}
	before := known(reader.Known, change.removed)
	after := known(reader.Known, change.added)
	if !maps.Equal(before, after) || turns(reader, v.words, change) {
		return true
	}
	words := slices.Concat(change.removed, change.added)
	return slices.ContainsFunc(words, isMarkup) || besideNumber(v.words, change)
}

// beside is how many words before and after a change a phrase of the lexis may have in it.
const beside = 8

// turns reports whether the sides of opposites are others after a change than before it.
func turns(r *fact.Reader, words []page.Word, c change) bool {
	end := c.from + len(c.added)
	before := texts(words[max(0, c.from-beside):c.from])
	after := texts(words[end:min(len(words), end+beside)])
	state := func(changed []string) []fact.Fact {
		return r.Read(strings.Join(slices.Concat(before, changed, after), " "))
	}
	was, is := state(c.removed), state(c.added)
	return len(without(was, is, fact.Opposite))+len(without(is, was, fact.Opposite)) > 0
}

// letters returns the letters and digits of a text.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, text)
}

// known counts the words that matter.
func known(matters func(string) bool, words []string) map[string]int {
	count := map[string]int{}
	for _, w := range words {
		if matters(w) {
			count[letters(w)]++
		}
	}
	return count
}

// isMarkup reports whether a word is the mark of an alert or an id.
func isMarkup(word string) bool {
	return strings.HasPrefix(word, "[!") || strings.HasPrefix(word, "{#")
}

// besideNumber reports whether there is a number right before or after a change:
// what has changed may be its unit, or a word such as "under".
func besideNumber(words []page.Word, c change) bool {
	end := c.from + len(c.added)
	return c.from > 0 && strings.ContainsFunc(words[c.from-1].Text, unicode.IsNumber) ||
		end < len(words) && strings.ContainsFunc(words[end].Text, unicode.IsNumber)
}
