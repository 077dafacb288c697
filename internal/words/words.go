// Package words reads layouts/words.yaml: the languages, and every word that
// the layouts and the program itself put on a page.
//
//	languages:
//	  - {folder: no, tag: nb, name: Norsk, collation: da, quotes: [«, », ‘, ’], decimal: ",", readability: lix}
//	  - {folder: en, tag: en, name: English, collation: en, quotes: [“, ”, ‘, ’], decimal: ".", readability: flesch-kincaid}
//	words:
//	  skip: {no: Til innholdet, en: Skip to the content}
//	counts:
//	  sets: {no: {one: "{n} serie", other: "{n} serier"}, en: {one: "{n} set", other: "{n} sets"}}
//
// A language is a folder under content/ and a column here, and no code. A word
// that lacks a language is a problem.
package words

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/source"
	"rygghandboka/internal/strict"
)

// Path is where the words stand in the input tree.
const Path = "layouts/words.yaml"

// A Language is what the program knows of one language.
type Language struct {
	Lang      lang.Lang
	Tag       lang.Tag // for lang and hreflang attributes
	Name      string   // in the language itself
	Collation lang.Tag
	Quotes    [4]string // outer open and close, inner open and close
	Decimal   string

	Readability string // the formula: lix or flesch-kincaid
}

// A Table holds all words. It is not changed after Parse.
type Table struct {
	languages []Language
	words     map[string]map[string]string
	counts    map[string]map[string]map[string]string
}

// file is the shape of words.yaml.
type file struct {
	Languages []struct {
		Folder    strict.String   `yaml:"folder"`
		Tag       tag             `yaml:"tag"`
		Name      string          `yaml:"name"`
		Collation tag             `yaml:"collation"`
		Quotes    []strict.String `yaml:"quotes"`
		Decimal   string          `yaml:"decimal"`

		Readability formula `yaml:"readability"`
	} `yaml:"languages"`
	Words  map[string]map[string]string            `yaml:"words"`
	Counts map[string]map[string]map[string]string `yaml:"counts"`
}

// A formula is the name of a readability formula.
type formula string

func (f *formula) UnmarshalText(text []byte) error {
	if *f = formula(text); *f != "lix" && *f != "flesch-kincaid" {
		return errors.New("readability is lix or flesch-kincaid")
	}
	return nil
}

type tag struct{ lang.Tag }

func (t *tag) UnmarshalText(text []byte) (err error) {
	t.Tag, err = lang.ParseTag(string(text))
	return err
}

// Parse reads words.yaml.
func Parse(f source.File) (*Table, diag.List) {
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return &Table{}, probs
	}
	var in file
	probs = doc.Decode(&in)
	t := &Table{nil, in.Words, in.Counts}
	for _, l := range in.Languages {
		out := Language{lang.Lang(l.Folder.Text), l.Tag.Tag, l.Name, l.Collation.Tag, [4]string{}, l.Decimal, string(l.Readability)}
		if len(l.Quotes) != 4 {
			probs = append(probs, diag.Errorf(f.Path, l.Folder.Offset, "%q has %d quotation marks", out.Lang, len(l.Quotes)).
				Hintf("list four: outer opening and closing, inner opening and closing"))
			continue
		}
		for i, q := range l.Quotes {
			out.Quotes[i] = q.Text
		}
		t.languages = append(t.languages, out)
	}
	return t, append(append(probs, t.gaps(f)...), t.strays(f)...)
}

// gaps reports the words that lack a language.
func (t *Table) gaps(f source.File) (probs diag.List) {
	for _, l := range t.languages {
		missing := func(word string) {
			offset := max(0, strings.Index(string(f.Data), "\n  "+word+":")+3)
			probs = append(probs, diag.Errorf(f.Path, offset, "%q has no word in %q", word, l.Lang))
		}
		for word, by := range t.words {
			if by[string(l.Lang)] == "" {
				missing(word)
			}
		}
		for word, by := range t.counts {
			if by[string(l.Lang)]["other"] == "" {
				missing(word)
			}
		}
	}
	return probs
}

// strays reports what no page would ever show, or show wrongly: words in a
// language that is not listed, plural forms that no language has, and words that
// a layout would run as a template.
func (t *Table) strays(f source.File) (probs diag.List) {
	stray := func(word, format string, args ...any) {
		offset := max(0, strings.Index(string(f.Data), "\n  "+word+":")+3)
		probs = append(probs, diag.Errorf(f.Path, offset, format, args...))
	}
	listed := func(word, name string) {
		if _, ok := t.Language(lang.Lang(name)); !ok {
			stray(word, "%q has a word in %q, which is no language here", word, name)
		}
	}
	for word, by := range t.words {
		for name, text := range by {
			listed(word, name)
			if strings.Contains(text, "{{") {
				stray(word, "%q holds {{, which layouts would run", word)
			}
		}
	}
	for word, by := range t.counts {
		for name, forms := range by {
			listed(word, name)
			for form := range forms {
				if !slices.Contains(lang.Forms, lang.Form(form)) {
					stray(word, "%q has a plural form %q", word, form)
				}
			}
		}
	}
	return probs
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

// Word returns a word in a language, and whether there is such a word.
func (t *Table) Word(l lang.Lang, key string) (string, bool) {
	w, ok := t.words[key][string(l)]
	return w, ok
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
	return strings.NewReplacer("{day}", strconv.Itoa(day), "{month}", months[month-1], "{year}", strconv.Itoa(year)).Replace(pattern)
}
