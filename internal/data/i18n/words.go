// Package i18n reads layouts/words.yaml: the languages, and every word that
// the layouts and the program itself put on a page.
//
//	languages:
//	  - {folder: no, tag: nb, name: Norsk, collation: da, quotes: [«, », ‘, ’], decimal: ",", readability: lix}
//	  - {folder: en, tag: en, name: English, collation: en, quotes: [“, ”, ‘, ’], decimal: ".", readability: flesch-kincaid, stemmer: english}
//	words:
//	  skip: {no: Til innholdet, en: Skip to the content}
//	counts:
//	  sets: {no: {one: "{n} serie", other: "{n} serier"}, en: {one: "{n} set", other: "{n} sets"}}
//
// A language is a folder under content/ and a column here, and no code: what differs
// between languages in how a text is read, such as "og" between two authors, is here
// too (lexis.go). What a language lacks is one problem for the language, and a
// telephone number in a word that is not listed under telephones is one too.
//
// It also reads content/shared/hyphens.yaml, the hyphenation of long words (hyphen.go).
package i18n

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/search"
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
	Lexis     fact.Lexis // by which its texts are compared with translations
	Citing    Citing

	Readability string // the formula: lix or flesch-kincaid
	Stemmer     string // one of search.Stemmers, or "" if there is none for the language
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
		Decimal   decimal         `yaml:"decimal"`

		Readability formula `yaml:"readability"`
		Stemmer     stemmer `yaml:"stemmer,optional" doc:"what finds the stems of words for search: norwegian, english and so on"`
	} `yaml:"languages"`
	Words  map[string]map[string]string            `yaml:"words"`
	Counts map[string]map[string]map[string]string `yaml:"counts"`

	Telephones []string `yaml:"telephones,optional" doc:"all telephone numbers that words may name"`
	lexis
	citing
}

// A formula is the name of a readability formula.
type formula string

func (f *formula) UnmarshalText(text []byte) error {
	if *f = formula(text); *f != "lix" && *f != "flesch-kincaid" {
		return errors.New("readability is lix or flesch-kincaid")
	}
	return nil
}

// A stemmer is the name of one.
type stemmer string

func (s *stemmer) UnmarshalText(text []byte) error {
	if *s = stemmer(text); !slices.Contains(search.Stemmers(), string(text)) {
		return fmt.Errorf("there is no stemmer %q: %s", text, diag.SuggestOr(string(text), search.Stemmers()))
	}
	return nil
}

// A decimal is the sign between the whole and the parts of a number.
type decimal string

func (d *decimal) UnmarshalText(text []byte) error {
	if *d = decimal(text); *d != "," && *d != "." {
		return errors.New("the sign is a comma or a point")
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
		folder := lang.Lang(l.Folder.Text)
		out := Language{
			Lang: folder, Tag: l.Tag.Tag, Name: l.Name, Collation: l.Collation.Tag, Decimal: string(l.Decimal),
			Lexis: in.lexis.of(folder), Citing: in.citing.of(folder),
			Readability: string(l.Readability), Stemmer: string(l.Stemmer),
		}
		if _, twice := t.Language(out.Lang); twice {
			probs = append(probs, diag.Errorf(f.Path, l.Folder.Offset, "the language %q is listed twice", out.Lang))
			continue
		}
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
	all := in.lists()
	complete, gaps := t.gaps(f, all)
	return t, slices.Concat(probs, gaps, t.unknown(f), all.unknown(f, t), checkLexes(f, t.languages),
		t.disagreements(f, complete), t.telephones(f, in.Telephones))
}

// needed are the words, and the counts, that the program itself puts on a page.
// What a layout names is checked where the layout is read.
var (
	needed = strings.Fields(`site site-short tagline reference date months per-side at-least goal sets-of part-of cited-by backlinks
		kinds-article kinds-factbox kinds-figure kinds-exercise kinds-programme kinds-page
		translation-confirmed translation-unconfirmed translation-stale translation-differs translation-missing
		work-et-al work-internet work-cited work-editor work-editors work-in work-locators`)
	neededCounts = exercise.DosageKeys()
)

// Schema returns the JSON Schema of words.yaml.
func Schema() strict.Schema { return strict.SchemaOf(&file{}) }

// gaps reports what each language lacks, in one problem: a column that is begun lacks
// almost everything. It returns the languages that lack nothing.
func (t *Table) gaps(f source.File, all lists) (complete []Language, probs diag.List) {
	for _, l := range t.languages {
		lacking := t.lacking(l.Lang, all)
		if len(lacking) == 0 {
			complete = append(complete, l)
		} else {
			probs = append(probs, gap(f, l.Lang, lacking, all))
		}
		if names, ok := t.Word(l.Lang, "months"); ok && len(strings.Fields(names)) != 12 {
			probs = append(probs, diag.Errorf(f.Path, Offset(f, "months"), "%q does not name twelve months in %q", "months", l.Lang))
		}
	}
	return complete, probs
}

// lacking returns what has no word in a language.
func (t *Table) lacking(l lang.Lang, all lists) (names []string) {
	for _, word := range with(needed, t.words) {
		if t.words[word][string(l)] == "" {
			names = append(names, word)
		}
	}
	for _, word := range with(neededCounts, t.counts) {
		if t.counts[word][string(l)]["other"] == "" {
			names = append(names, word)
		}
	}
	for name, by := range all {
		if _, ok := by[string(l)]; !ok {
			names = append(names, name)
		}
	}
	return names
}

// gap is the problem that some names have no word in a language.
func gap(f source.File, l lang.Lang, names []string, all lists) diag.Problem {
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(Offset(f, a), Offset(f, b)), strings.Compare(a, b))
	})
	const most = 5
	shown, verb := quoted(names[:min(len(names), most)]), "have"
	switch n := len(names); {
	case n == 1:
		verb = "has"
	case n > most:
		shown = append(shown, fmt.Sprintf("%d more", n-most))
	}
	list := shown[len(shown)-1]
	if before := shown[:len(shown)-1]; len(before) > 0 {
		list = strings.Join(before, ", ") + " and " + list
	}
	p := diag.Errorf(f.Path, Offset(f, names[0]), "%s %s no word in %q", list, verb, l)
	if slices.ContainsFunc(names, func(name string) bool { return all[name] != nil }) {
		return p.Hintf("if there are none for a list, write %s: []", l)
	}
	return p
}

func quoted(names []string) (out []string) {
	for _, name := range names {
		out = append(out, strconv.Quote(name))
	}
	return out
}

// with returns the words that are needed and those that are there.
func with[T any](needed []string, there map[string]T) []string {
	all := slices.AppendSeq(slices.Clone(needed), maps.Keys(there))
	slices.Sort(all)
	return slices.Compact(all)
}

// Offset returns where a word, a count or a list is in words.yaml, in bytes, or 0.
func Offset(f source.File, word string) int {
	for _, before := range []string{"\n  ", "\n  \"", "\n"} {
		key := before + word + strings.TrimLeft(before, "\n ") + ":"
		if i := strings.Index(string(f.Data), key); i >= 0 {
			return i + len(before) - len(strings.TrimLeft(before, "\n "))
		}
	}
	return 0
}

// unknown reports what no page would ever show, or show wrongly: words in a
// language that is not listed, plural forms that no language has, and words that
// a layout would run as a template.
func (t *Table) unknown(f source.File) (probs diag.List) {
	report := func(word, format string, args ...any) {
		probs = append(probs, diag.Errorf(f.Path, Offset(f, word), format, args...))
	}
	listed := func(word, name string) {
		if _, ok := t.Language(lang.Lang(name)); !ok {
			report(word, "%q has a word in %q, which is no language here", word, name)
		}
	}
	for word, by := range t.words {
		for name, text := range by {
			listed(word, name)
			if strings.Contains(text, "{{") {
				report(word, "%q holds {{, which layouts would run", word)
			}
		}
	}
	for word, by := range t.counts {
		for name, forms := range by {
			listed(word, name)
			for form := range forms {
				if !slices.Contains(lang.Forms, lang.Form(form)) {
					report(word, "%q has a plural form %q", word, form)
				}
			}
		}
	}
	return probs
}

// disagreements reports counts that do not say the same in all languages: another
// unit, or another number, would be in the dose of every exercise. A language that lacks
// words cannot be compared yet.
func (t *Table) disagreements(f source.File, languages []Language) (probs diag.List) {
	for _, key := range slices.Sorted(maps.Keys(t.counts)) {
		var first []string
		for i, l := range languages {
			facts := fact.NewReader(l.Lexis, l.Decimal).Names(t.Count(l.Lang, key, 5, "5"))
			if i == 0 {
				first = facts
			} else if !slices.Equal(facts, first) {
				probs = append(probs, diag.Errorf(f.Path, Offset(f, key), "%q says %q in %q, and %q in %q", key, facts, l.Lang, first, languages[0].Lang))
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
	return strings.NewReplacer("{day}", strconv.Itoa(day), "{month}", months[month-1], "{year}", strconv.Itoa(year)).Replace(pattern)
}
