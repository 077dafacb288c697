package i18n

import (
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
type lexis struct {
	Units     map[string]map[string][]string `yaml:"units,optional"`
	Numbers   map[string]map[string][]string `yaml:"numbers,optional"`
	Negations map[string][]string            `yaml:"negations,optional"`
	Ranges    map[string][]string            `yaml:"ranges,optional"`
	Suffixes  map[string][]string            `yaml:"suffixes,optional"`
	Clocks    map[string][]string            `yaml:"clocks,optional"`
	Idioms    map[string][]string            `yaml:"idioms,optional"`
	Calling   map[string][]string            `yaml:"calling,optional"`
}

// citing is the part of words.yaml by which a text is found to name a work or a share:
//
//	between-authors: {no: [og], en: [and]}         # Hodges and Richardson (1996)
//	after-author: {no: [mfl], en: [et al]}         # Hodges et al. (1996)
//	shares: {no: [prosent], en: [percent, per cent]}
type citing struct {
	Between map[string][]string `yaml:"between-authors,optional"`
	After   map[string][]string `yaml:"after-author,optional"`
	Shares  map[string][]string `yaml:"shares,optional"`
}

// Citing is how a language names the authors of a work in running text, besides by
// "&", and writes shares, besides by "%".
type Citing struct {
	Between []string // the names of two authors
	After   []string // the name of the first of several, without a point
	Shares  []string // after a number
}

func (c citing) of(l lang.Lang) Citing {
	in := string(l)
	return Citing{Between: c.Between[in], After: c.After[in], Shares: c.Shares[in]}
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
	return list
}

// lists contain the words of each language by what they are a list of.
type lists map[string]map[string][]string

// lists returns all lists of words.yaml that are there. An empty list is a list.
func (in *file) lists() lists {
	all := lists{}
	maps.Copy(all, in.Units)
	maps.Copy(all, in.Numbers)
	named := lists{
		"negations":       in.Negations,
		"ranges":          in.Ranges,
		"suffixes":        in.Suffixes,
		"clocks":          in.Clocks,
		"idioms":          in.Idioms,
		"calling":         in.Calling,
		"between-authors": in.Between,
		"after-author":    in.After,
		"shares":          in.Shares,
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

// checkLexes reports words that have two meanings, or cannot occur in a text.
func checkLexes(f source.File, languages []Language) (probs diag.List) {
	for _, l := range languages {
		seen := map[string]bool{}
		for _, w := range l.Lexis {
			if !w.CanOccur() {
				p := diag.Errorf(f.Path, 0, "%q cannot occur in a text as a word of units or numbers", w.Text)
				probs = append(probs, p.Hintf("write one word of letters; for phrases there are idioms"))
			}
			if seen[w.Text] {
				p := diag.Errorf(f.Path, 0, "the word %q has two meanings in %q", w.Text, l.Lang)
				probs = append(probs, p.Hintf("keep it under one of units, numbers and negations"))
			}
			seen[w.Text] = true
		}
	}
	return probs
}
