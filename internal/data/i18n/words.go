// Package i18n reads layouts/words.yaml: the languages, and every word that
// the layouts and the program itself put on a page.
//
//	languages:
//	  - {folder: no, tag: nb, name: Norsk, collation: da, quotes: [«, », ‘, ’], decimal: ",", readability: lix}
//	  - {folder: en, tag: en, name: English, collation: en, quotes: [“, ”, ‘, ’], decimal: ".",
//	     readability: flesch-kincaid, stemmer: english}
//	words:
//	  skip: {no: Til innholdet, en: Skip to the content}
//	counts:
//	  sets: {no: {one: "{n} serie", other: "{n} serier"}, en: {one: "{n} set", other: "{n} sets"}}
//
// A language is a folder under content/ and a column here, and no code: the words by
// which the program analyses a text, such as "og" between two authors, are here too
// (lexis.go, checked in lexeme.go). All that a language lacks is one problem. A telephone number in a word is
// one of those under telephones, and an alert has its own (telephone.go). A range rises
// (range.go).
//
// It also reads content/shared/hyphens.yaml, the hyphenation of long words (hyphen.go).
package i18n

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
)

// Path is the path of the words in the input tree.
const Path = "layouts/words.yaml"

// file is the shape of words.yaml.
type file struct {
	Languages []language                              `yaml:"languages"`
	Words     map[string]map[string]string            `yaml:"words"`
	Counts    map[string]map[string]map[string]string `yaml:"counts"`

	Telephones []country `yaml:"telephones,optional" doc:"all numbers to call, first where readers are"`
	lexis
	citing
}

// language is one language of words.yaml.
type language struct {
	Folder      strict.Text   `yaml:"folder"`
	Tag         tag           `yaml:"tag"`
	Name        string        `yaml:"name"`
	Collation   tag           `yaml:"collation"`
	Quotes      []strict.Text `yaml:"quotes"`
	Decimal     decimal       `yaml:"decimal"`
	Readability formula       `yaml:"readability"`
	Stemmer     stemmer       `yaml:"stemmer,optional" doc:"stems words for search: norwegian, english and so on"`
}

// Schema returns the JSON Schema of words.yaml.
func Schema() strict.Schema { return strict.SchemaOf(&file{}) }

// Parse parses words.yaml.
func Parse(f source.File) (*Table, diag.List) {
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return &Table{}, probs
	}
	var in file
	probs = doc.Decode(&in)
	languages, more := in.languages(f.Path)
	probs = append(probs, more...)
	t := &Table{languages, in.Words, in.Counts, in.telephones()}
	all := in.lists()
	complete, gaps := t.gaps(f, all)
	readers := map[lang.Lang]*fact.Reader{}
	for _, l := range t.languages {
		readers[l.Lang] = fact.NewReader(l.Lexis, l.Decimal)
	}
	return t, slices.Concat(probs, gaps, t.unknown(f), all.unknown(f, t), checkLexes(f, t.languages),
		t.disagreements(f, complete, readers), t.falling(f, readers), in.checkTelephones(f), t.telephoneWords(f))
}

// languages returns the languages that are valid.
func (in *file) languages(file string) (list []Language, probs diag.List) {
	listed := map[string]bool{}
	for _, l := range in.Languages {
		p := l.problem(file, listed[l.Folder.Text])
		if p != nil {
			probs = append(probs, *p)
			continue
		}
		listed[l.Folder.Text] = true
		folder := lang.Lang(l.Folder.Text)
		out := Language{
			Lang:        folder,
			Tag:         l.Tag.Tag,
			Name:        l.Name,
			Collation:   l.Collation.Tag,
			Decimal:     string(l.Decimal),
			Lexis:       in.lexis.of(folder),
			Citing:      in.citing.of(folder),
			Readability: string(l.Readability),
			Stemmer:     string(l.Stemmer),
		}
		for i, q := range l.Quotes {
			out.Quotes[i] = q.Text
		}
		list = append(list, out)
	}
	return list, probs
}

// problem returns why a language is invalid, or nil.
func (l language) problem(file string, isListed bool) *diag.Problem {
	var p diag.Problem
	switch {
	case isListed:
		p = diag.Errorf(file, l.Folder.Offset, "the language %q is listed twice", l.Folder.Text)
	case len(l.Quotes) != 4:
		p = diag.Errorf(file, l.Folder.Offset, "%q has %d quotation marks", l.Folder.Text, len(l.Quotes)).
			Hintf("list four: outer opening and closing, inner opening and closing")
	default:
		return nil
	}
	return &p
}

// Offset returns where a word, a count or a list is in words.yaml, in bytes, or 0.
func Offset(f source.File, word string) int {
	if opposite, _, isSide := strings.Cut(word, " "); isSide && !strings.Contains(string(f.Data), `"`+word) {
		word = opposite
	}
	for _, before := range []string{"\n  ", "\n  \"", "\n"} {
		key := before + word + strings.TrimLeft(before, "\n ") + ":"
		if i := strings.Index(string(f.Data), key); i >= 0 {
			return i + len(before) - len(strings.TrimLeft(before, "\n "))
		}
	}
	return 0
}
