package i18n

import (
	"iter"
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
)

// lexis is the part of words.yaml by which a text is compared with its
// translation:
//
//	units:
//	  week: {no: [uke, uker], en: [week, weeks]}
//	numbers:
//	  "1": {no: [én, ett], en: [one]} # only before a unit
//	  "4": {no: [fire], en: [four]}
//	negations: {no: [ikke], en: [not, don't]}
//	ranges: {no: [til], en: [to]} # 5 to 10 weeks
//	suffixes: {no: [], en: [th]}  # the 20th week
//	clocks: {no: [kl], en: []}    # kl. 10.30
//	idioms: {no: [på alle fire], en: [at once]} # here fire and once are no numbers
//	calling: {no: [ring], en: [call]} # ring 113
//	opposites:
//	  breathe: # a * is the rest of a word, … up to three words
//	    in: {no: [pust* … inn], en: [breathe … in]}
//	    out: {no: [pust* … ut], en: [breathe … out]}
//	function-words: {no: [og, det], en: [and, the]} # of most sentences of a language, and of no other
type lexis struct {
	Units     map[string]map[string][]string `yaml:"units,optional"`
	Numbers   map[string]map[string][]string `yaml:"numbers,optional"`
	Negations map[string][]string            `yaml:"negations,optional"`
	Ranges    map[string][]string            `yaml:"ranges,optional"`
	Suffixes  map[string][]string            `yaml:"suffixes,optional"`
	Clocks    map[string][]string            `yaml:"clocks,optional"`
	Idioms    map[string][]string            `yaml:"idioms,optional"`
	Calling   map[string][]string            `yaml:"calling,optional"`
	Functions map[string][]string            `yaml:"function-words,optional"`

	Opposites map[string]map[string]map[string][]string `yaml:"opposites,optional"`
}

// citing is the part of words.yaml by which a text is found to name a work or a share:
//
//	between-authors: {no: [og], en: [and]}         # Hodges and Richardson (1996)
//	after-author: {no: [mfl], en: [et al]}         # Hodges et al. (1996)
//	shares: {no: [prosent], en: [percent, per cent]}
//	sizes: {no: [bredde*], en: [width*]}           # 100 % of the width is no share
type citing struct {
	Between map[string][]string `yaml:"between-authors,optional"`
	After   map[string][]string `yaml:"after-author,optional"`
	Shares  map[string][]string `yaml:"shares,optional"`
	Sizes   map[string][]string `yaml:"sizes,optional"`
}

// Citing is how a language names the authors of a work in running text, besides by
// "&", and writes shares, besides by "%".
type Citing struct {
	Between []string // the names of two authors
	After   []string // the name of the first of several, without a point
	Shares  []string // after a number
	Sizes   []string // in a sentence whose "%" is of a size; a * is the rest of a word
}

func (c citing) of(l lang.Lang) Citing {
	in := string(l)
	return Citing{Between: c.Between[in], After: c.After[in], Shares: c.Shares[in], Sizes: c.Sizes[in]}
}

// of returns the lexis of one language.
func (x lexis) of(l lang.Lang) (list fact.Lexis) {
	add := func(words map[string][]string, role fact.Role, value string) {
		for _, w := range words[string(l)] {
			list = append(list, fact.Lexeme{Text: w, Meaning: fact.Meaning{Role: role, Value: value}})
		}
	}
	for _, unit := range slices.Sorted(maps.Keys(x.Units)) {
		add(x.Units[unit], fact.UnitRole, unit)
	}
	for _, n := range slices.Sorted(maps.Keys(x.Numbers)) {
		role := fact.NumberRole
		if n == "1" {
			role = fact.OneRole
		}
		add(x.Numbers[n], role, n)
	}
	add(x.Negations, fact.NegationRole, "")
	add(x.Ranges, fact.RangeRole, "")
	add(x.Suffixes, fact.SuffixRole, "")
	add(x.Clocks, fact.ClockRole, "")
	add(x.Idioms, fact.IdiomRole, "")
	add(x.Calling, fact.CallingRole, "")
	for side, words := range x.sides() {
		add(words, fact.OppositeRole, side)
	}
	return append(list, x.functions(string(l))...)
}

// sides returns the sides of the opposites, with the name of the opposite before that of the
// side, in order.
func (x lexis) sides() iter.Seq2[string, map[string][]string] {
	return func(yield func(string, map[string][]string) bool) {
		for _, opposite := range slices.Sorted(maps.Keys(x.Opposites)) {
			sides := x.Opposites[opposite]
			for _, side := range slices.Sorted(maps.Keys(sides)) {
				if !yield(opposite+" "+side, sides[side]) {
					return
				}
			}
		}
	}
}

// functions returns the function words of all languages, as those of one see them.
func (x lexis) functions(own string) (list fact.Lexis) {
	for _, in := range slices.Sorted(maps.Keys(x.Functions)) {
		meaning := fact.Meaning{Role: fact.FunctionRole, Value: in}
		if in == own {
			meaning.Value = ""
		}
		for _, w := range x.Functions[in] {
			list = append(list, fact.Lexeme{Text: w, Meaning: meaning})
		}
	}
	return list
}

// lists contain the words of each language by what they are a list of.
type lists map[string]map[string][]string

// lists returns all lists of words.yaml that are there. An empty list is a list.
func (in *file) lists() lists {
	all := lists{}
	maps.Copy(all, in.Units)
	maps.Copy(all, in.Numbers)
	maps.Insert(all, in.sides())
	named := lists{
		"negations":       in.Negations,
		"ranges":          in.Ranges,
		"suffixes":        in.Suffixes,
		"clocks":          in.Clocks,
		"idioms":          in.Idioms,
		"calling":         in.Calling,
		"function-words":  in.Functions,
		"between-authors": in.Between,
		"after-author":    in.After,
		"shares":          in.Shares,
		"sizes":           in.Sizes,
	}
	for name, list := range named {
		if list != nil {
			all[name] = list
		}
	}
	return all
}

// unknown reports lists in languages that are not listed.
func (all lists) unknown(f source.File, t *Table) (probs diag.List) {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for in := range all[name] {
			if _, known := t.Language(lang.Lang(in)); !known {
				probs = append(probs, unknownLanguage(f, name, in))
			}
		}
	}
	return probs
}
