package i18n

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
)

// A comparison compares words and counts in all languages that lack none: another unit, or
// another number, would be in the dose of every exercise, and a lost "not" on every page.
type comparison struct {
	*Table
	file      source.File
	languages []Language // the first is what the others are compared with
	readers   map[lang.Lang]*fact.Reader
	problems  diag.List
}

// disagreements reports words and counts with different meanings in two languages. A language
// that lacks words cannot be compared yet.
func (t *Table) disagreements(
	f source.File, languages []Language, readers map[lang.Lang]*fact.Reader,
) diag.List {
	c := comparison{Table: t, file: f, languages: languages, readers: readers}
	for _, key := range slices.Sorted(maps.Keys(t.words)) {
		c.compare(key, func(l lang.Lang) (string, []string) {
			text := t.words[key][string(l)]
			return text, c.meaning(l, text)
		})
	}
	for _, key := range slices.Sorted(maps.Keys(t.counts)) {
		c.count(key)
	}
	return c.problems
}

// count compares the phrase of a count for numbers whose plural forms differ in some
// language. A phrase for 1 may have no number of its own: once a day.
func (c *comparison) count(key string) {
	for _, l := range c.languages {
		for form, text := range c.Forms(l.Lang, key) {
			if marks := placeholder.FindAllString(text, -1); form != "one" && !slices.Equal(marks, []string{"{n}"}) {
				c.report(key, text, "%q has %s in %q, and needs {n} once", key, listed(marks), l.Lang)
				return
			}
		}
	}
	for _, n := range []int{5, 2, 1} {
		agrees := c.compare(key, func(l lang.Lang) (text string, meaning []string) {
			text = c.Count(l, key, n, strconv.Itoa(n))
			if n > 1 {
				return c.Count(l, key, n, "{n}"), c.meaning(l, text)
			}
			for _, f := range c.readers[l].Read(text) {
				meaning = append(meaning, f.Value)
			}
			return c.Count(l, key, n, "{n}"), meaning
		})
		if !agrees {
			return
		}
	}
}

// compare compares a text of a key in all languages, and reports the first that differs.
func (c *comparison) compare(key string, read func(l lang.Lang) (text string, meaning []string)) bool {
	var first []string
	for i, l := range c.languages {
		text, meaning := read(l.Lang)
		if i == 0 {
			first = meaning
			continue
		}
		if !slices.Equal(meaning, first) {
			here, there := without(meaning, first), without(first, meaning)
			c.report(key, text, "%q has %s in %q, but %s in %q", key,
				listed(here), l.Lang, listed(there), c.languages[0].Lang)
			return false
		}
	}
	return true
}

func (c *comparison) report(key, text, format string, args ...any) {
	p := diag.Errorf(c.file.Path, offsetOf(c.file, key, text), format, args...)
	c.problems = append(c.problems, p.Hintf("make the two agree; "+
		"if a unit or a negation is none here, list the phrase under idioms"))
}

// placeholder matches what is replaced by a value: {n}, and # and * in part-of.
var placeholder = regexp.MustCompile(`\{[^}]*\}|[#*]`)

// meaning returns what a text has in every language: placeholders, numbers, units and
// negations, sorted.
func (c *comparison) meaning(l lang.Lang, text string) []string {
	marks := placeholder.FindAllString(text, -1)
	meaning := append(marks, c.readers[l].Names(placeholder.ReplaceAllString(text, "·"))...)
	slices.Sort(meaning)
	return meaning
}

// without returns what is in one list more often than in another.
func without(list, other []string) (left []string) {
	other = slices.Clone(other)
	for _, name := range list {
		if i := slices.Index(other, name); i >= 0 {
			other = slices.Delete(other, i, i+1)
		} else {
			left = append(left, name)
		}
	}
	return left
}

// listed writes a list in a message.
func listed(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(quoted, ", ")
}
