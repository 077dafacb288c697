package i18n

import (
	"maps"
	"slices"
	"strings"

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
type lexis struct {
	Units     map[string]map[string][]string `yaml:"units,optional"`
	Numbers   map[string]map[string][]string `yaml:"numbers,optional"`
	Negations map[string][]string            `yaml:"negations,optional"`
	Ranges    map[string][]string            `yaml:"ranges,optional"`
	Suffixes  map[string][]string            `yaml:"suffixes,optional"`
	Clocks    map[string][]string            `yaml:"clocks,optional"`
	Idioms    map[string][]string            `yaml:"idioms,optional"`
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
func (x lexis) of(l lang.Lang) fact.Lexis {
	var b strings.Builder
	write := func(words []string, meaning string) {
		for _, w := range words {
			b.WriteString(w + "\t" + meaning + "\n")
		}
	}
	for _, unit := range slices.Sorted(maps.Keys(x.Units)) {
		write(x.Units[unit][string(l)], "unit "+unit)
	}
	for _, n := range slices.Sorted(maps.Keys(x.Numbers)) {
		meaning := "number " + n
		if n == "1" {
			meaning = "one"
		}
		write(x.Numbers[n][string(l)], meaning)
	}
	write(x.Negations[string(l)], "not")
	write(x.Ranges[string(l)], "range")
	write(x.Suffixes[string(l)], "suffix")
	write(x.Clocks[string(l)], "clock")
	write(x.Idioms[string(l)], "idiom")
	return fact.Lexis(b.String())
}

// lists hold the words of each language by what they are a list of.
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

// strays reports lists in languages that are not listed.
func (all lists) strays(f source.File, t *Table) (probs diag.List) {
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for in := range all[name] {
			if _, known := t.Language(lang.Lang(in)); !known {
				probs = append(probs, diag.Errorf(f.Path, Place(f, name), "%q has words in %q, which is no language here", name, in))
			}
		}
	}
	return probs
}

// check reports words that mean two things, or that can be in no text.
func (x lexis) check(f source.File, languages []Language) (probs diag.List) {
	for _, l := range languages {
		seen := map[string]bool{}
		for line := range strings.Lines(string(x.of(l.Lang))) {
			word, meaning, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if !fact.Matches(word, meaning) {
				probs = append(probs, diag.Errorf(f.Path, 0, "%q can stand in no text as a word of units or numbers", word).Hintf("write one word of letters; for phrases there are idioms"))
			}
			if seen[word] {
				probs = append(probs, diag.Errorf(f.Path, 0, "the word %q means two things in %q", word, l.Lang).Hintf("keep it under one of units, numbers and negations"))
			}
			seen[word] = true
		}
	}
	return probs
}
