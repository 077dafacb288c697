package words

import (
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/fact"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/source"
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
//	idioms: {no: [på alle fire], en: [at once]} # here fire and once are no numbers
type lexis struct {
	Units     map[string]map[string][]string `yaml:"units,optional"`
	Numbers   map[string]map[string][]string `yaml:"numbers,optional"`
	Negations map[string][]string            `yaml:"negations,optional"`
	Ranges    map[string][]string            `yaml:"ranges,optional"`
	Suffixes  map[string][]string            `yaml:"suffixes,optional"`
	Idioms    map[string][]string            `yaml:"idioms,optional"`
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
	write(x.Idioms[string(l)], "idiom")
	return fact.Lexis(b.String())
}

// check reports languages that a row lacks or that are not listed, and words
// that mean two things.
func (x lexis) check(f source.File, languages []Language) (probs diag.List) {
	rows := maps.Clone(x.Units)
	if rows == nil {
		rows = map[string]map[string][]string{}
	}
	maps.Copy(rows, x.Numbers)
	for name, row := range map[string]map[string][]string{"negations": x.Negations, "ranges": x.Ranges, "suffixes": x.Suffixes, "idioms": x.Idioms} {
		if row != nil {
			rows[name] = row
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		at := max(Place(f, name), Place(f, `"`+name+`"`))
		for _, l := range languages {
			if _, ok := rows[name][string(l.Lang)]; !ok {
				probs = append(probs, diag.Errorf(f.Path, at, "%q has no words in %q", name, l.Lang).Hintf("if there are none, write %s: []", l.Lang))
			}
		}
		for in := range rows[name] {
			if !slices.ContainsFunc(languages, func(l Language) bool { return l.Lang == lang.Lang(in) }) {
				probs = append(probs, diag.Errorf(f.Path, at, "%q has words in %q, which is no language here", name, in))
			}
		}
	}
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
