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
	Ordinary map[string][]strict.Text `yaml:"ordinary,optional" doc:"words that only look like alarm words"`
	Doubt    map[string][]strict.Text `yaml:"doubt,optional" doc:"with these words no phrase is less urgent"`
	Filler   map[string][]strict.Text `yaml:"filler,optional" doc:"words that say nothing of what is sought"`
}

// A Synonym is the handbook's word, or its page, for what people type.
type Synonym struct {
	Typed []strict.Text `yaml:"typed" doc:"words or phrases; =legs is exact; cancer* and *cancer are parts"`
	With  []strict.Text `yaml:"with,optional" doc:"words or phrases, one of which must be typed too"`
	Means strict.Text   `yaml:"means,optional" doc:"a word or phrase that the handbook has"`
	Page  strict.Text   `yaml:"page,optional" doc:"the page or page#section that answers"`
	Alarm Level         `yaml:"alarm,optional" doc:"how urgent it is, whatever words it has"`
	None  bool          `yaml:"none,optional" doc:"the handbook has nothing on it; what is found is only near"`
}

// Offset returns where a synonym says what it leads to.
func (s Synonym) Offset() int { return max(s.Means.Offset, s.Page.Offset) }

// PageName returns the name of the page that answers, "" if there is none.
func (s Synonym) PageName() string {
	name, _ := splitPage(s.Page.Text)
	return name
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
func (l *List) AlarmPage() (page, section string) { return splitPage(l.Alarm.Text) }

// splitPage divides page#section.
func splitPage(text string) (page, section string) {
	page, section, _ = strings.Cut(text, "#")
	return page, section
}
