package search

import (
	"fmt"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/markdown"
)

// Path is the file of the list in the input tree.
const Path = "content/shared/search.yaml"

// A List adds to the search what the text of the pages does not have.
type List struct {
	Alarm   strict.Text   `yaml:"alarm,optional" doc:"the page or page#section shown first for an alarm word"`
	Instead []strict.Text `yaml:"instead,optional" doc:"pages that are offered when nothing is found"`

	// These are by language.
	Synonyms map[string][]Synonym     `yaml:"synonyms,optional"`
	Calm     map[string][]strict.Text `yaml:"calm,optional" doc:"words in warning signs that alone are no alarm"`
	Doubt    map[string][]strict.Text `yaml:"doubt,optional" doc:"with these words no phrase is less urgent"`
}

// A Synonym is the handbook's word for what people type.
type Synonym struct {
	Typed []strict.Text `yaml:"typed" doc:"words, or phrases in any order; =legs is that exact word"`
	With  []strict.Text `yaml:"with,optional" doc:"words or phrases, one of which must be typed too"`
	Means strict.Text   `yaml:"means" doc:"a word or phrase that the handbook has"`
	Alarm Level         `yaml:"alarm,optional" doc:"how urgent it is, whatever words it has"`
}

// A Level is how urgent a warning sign is, as the reader gets it: 1 for the most urgent alarm,
// and so on to one more than there are, for no sign.
type Level int

// None is the level of what is given none.
const None Level = 0

var alarms = markdown.Alarms()

// LevelOf returns the level of an alert, or None.
func LevelOf(alert string) Level {
	return Level(1 + slices.IndexFunc(alarms, func(a markdown.Alert) bool { return a.Name == alert }))
}

// levelNames returns what an author can write as a level, in the order of the levels.
func levelNames() (names []string) {
	for _, a := range alarms {
		names = append(names, a.Alarm)
	}
	return append(names, "calm")
}

// UnmarshalText reads a level.
func (l *Level) UnmarshalText(text []byte) error {
	names := levelNames()
	i := slices.Index(names, string(text))
	if i < 0 {
		last := len(names) - 1
		return fmt.Errorf("alarm is %s or %s, not %q", strings.Join(names[:last], ", "), names[last], text)
	}
	*l = Level(i + 1)
	return nil
}

// JSONSchema returns the values of a Level.
func (Level) JSONSchema() strict.Schema { return strict.Schema{"enum": levelNames()} }

// Schema returns the JSON Schema of the list.
func Schema() strict.Schema { return strict.SchemaOf(&List{}) }

// Parse reads the list. A missing file is an empty list.
func Parse(f source.File) (*List, diag.List) {
	l := &List{}
	if len(f.Data) == 0 {
		return l, nil
	}
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return l, probs
	}
	return l, doc.Decode(l)
}

// AlarmPage returns the name of the page on warning signs, and the id of its section or "".
func (l *List) AlarmPage() (page, section string) {
	page, section, _ = strings.Cut(l.Alarm.Text, "#")
	return page, section
}

// A synonym is a Synonym with stems instead of words.
type synonym struct {
	typed, means []string
	exact        []string // words that are typed as they are
	alarm        Level
}

// words returns what is typed as the reader gets it: numbers of stems, and words.
func (s synonym) words(stems vocabulary) []any {
	list := []any{}
	for _, n := range stems.numbers(s.typed) {
		list = append(list, n)
	}
	for _, word := range s.exact {
		list = append(list, word)
	}
	return list
}

// typed returns all phrases of a synonym: each of Typed with each of With.
func (s Synonym) typed() []strict.Text {
	if len(s.With) == 0 {
		return s.Typed
	}
	var list []strict.Text
	for _, typed := range s.Typed {
		for _, with := range s.With {
			list = append(list, strict.Text{Text: typed.Text + " " + with.Text, Offset: typed.Offset})
		}
	}
	return list
}

// split returns the stems of what is typed, and the words that are typed as they are.
func (x *Index) split(typed string) (stems, exact []string) {
	for _, field := range strings.Fields(typed) {
		word, is := strings.CutPrefix(field, "=")
		if !is {
			stems = append(stems, x.stemsOf(field)...)
			continue
		}
		for w := range words(word) {
			exact = append(exact, fold(w))
		}
	}
	return stems, exact
}

// doubt returns the words of doubt.
func (x *Index) doubt() []string {
	list := []string{}
	for _, word := range x.list.Doubt[string(x.Lang)] {
		for w := range words(word.Text) {
			list = append(list, fold(w))
		}
	}
	return list
}

// synonyms returns those of the language, once all pages have been added. One that leads
// to a word that is on no page is a problem.
func (x *Index) synonyms() (list []synonym, probs diag.List) {
	for _, s := range x.list.Synonyms[string(x.Lang)] {
		means := x.stemsOf(s.Means.Text)
		if len(means) == 0 || len(s.Typed) == 0 {
			probs = append(probs, diag.Errorf(Path, s.Means.Offset,
				"nothing is typed, or %q has no word of two letters", s.Means.Text))
			continue
		}
		if slices.ContainsFunc(means, func(stem string) bool { return len(x.postings[stem]) == 0 }) {
			probs = append(probs, diag.Errorf(Path, s.Means.Offset,
				"no page in %q has the words %q", x.Lang, s.Means.Text).Hintf("write words that the handbook has"))
		}
		for _, typed := range s.typed() {
			stems, exact := x.split(typed.Text)
			switch {
			case len(stems)+len(exact) == 0:
				probs = append(probs, diag.Errorf(Path, typed.Offset, "%q has no word of two letters", typed.Text))
			case slices.Equal(stems, means) && len(exact) == 0 && s.Alarm == None:
				probs = append(probs, diag.Errorf(Path, typed.Offset,
					"%q finds %q without this", typed.Text, s.Means.Text).Hintf("remove it"))
			default:
				list = append(list, synonym{typed: stems, means: means, exact: exact, alarm: s.Alarm})
			}
		}
	}
	return list, probs
}
