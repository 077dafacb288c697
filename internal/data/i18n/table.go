package i18n

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/text/lang"
)

// A Table contains all words. It is not changed after Parse.
type Table struct {
	languages  []Language
	words      map[string]map[string]string
	counts     map[string]map[string]map[string]string
	telephones Telephones
}

// Languages returns all languages in the order in which they are listed. The
// caller must not change it.
func (t *Table) Languages() []Language { return t.languages }

// Language returns one language, and whether it is known.
func (t *Table) Language(l lang.Lang) (Language, bool) {
	i := slices.IndexFunc(t.languages, func(known Language) bool { return known.Lang == l })
	if i < 0 {
		return Language{}, false
	}
	return t.languages[i], true
}

// Telephones returns the numbers that readers are told to call. The caller must not change
// them.
func (t *Table) Telephones() Telephones { return t.telephones }

// Has reports whether there is a word in some language.
func (t *Table) Has(key string) bool { return t.words[key] != nil }

// Word returns a word in a language, and whether there is such a word.
func (t *Table) Word(l lang.Lang, key string) (string, bool) {
	w, ok := t.words[key][string(l)]
	return w, ok
}

// Texts returns all that words and counts say in a language, by their keys.
func (t *Table) Texts(l lang.Lang) map[string][]string {
	texts := map[string][]string{}
	for key, by := range t.words {
		texts[key] = append(texts[key], by[string(l)])
	}
	for key, by := range t.counts {
		for _, form := range slices.Sorted(maps.Keys(by[string(l)])) {
			texts[key] = append(texts[key], by[string(l)][form])
		}
	}
	return texts
}

// Keys returns the words that start with prefix, without it.
func (t *Table) Keys(prefix string) (keys []string) {
	for key := range t.words {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			keys = append(keys, rest)
		}
	}
	slices.Sort(keys)
	return keys
}

// Count returns the phrase for a number of things, such as "3 sets": the
// plural form is that of n, and {n} is replaced by shown, such as "1–3".
func (t *Table) Count(l lang.Lang, key string, n int, shown string) string {
	forms := t.counts[key][string(l)]
	language, _ := t.Language(l)
	form, ok := forms[string(lang.Plural(language.Tag, n))]
	if !ok {
		form = forms["other"]
	}
	return strings.ReplaceAll(form, "{n}", shown)
}

// Forms returns the plural forms of a count in a language, by their CLDR names.
func (t *Table) Forms(l lang.Lang, key string) map[string]string { return t.counts[key][string(l)] }

// Date writes a day out, such as "12. mars 2026": the word date with {day},
// {month} and {year}, the month being one of the twelve in the word months. A
// zero day or month is left out.
func (t *Table) Date(l lang.Lang, year, month, day int) string {
	pattern, _ := t.Word(l, "date")
	names, _ := t.Word(l, "months")
	months := strings.Fields(names)
	switch {
	case month < 1 || month > len(months):
		return strconv.Itoa(year)
	case day < 1:
		return months[month-1] + " " + strconv.Itoa(year)
	}
	return strings.NewReplacer(
		"{day}", strconv.Itoa(day),
		"{month}", months[month-1],
		"{year}", strconv.Itoa(year),
	).Replace(pattern)
}
