package resource

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// composerData is the data with which a browser composes handouts: see
// static/js/handout/composer.js. It is a script that exports one value, so that it is loaded
// under the site's policy, on that page only, and works from a disk.
type composerData struct {
	Languages  []composerLanguage   `json:"languages"`
	Exercises  []*composerExercise  `json:"exercises"`
	Programmes []*composerProgramme `json:"programmes"`
	Bounds     map[string]int       `json:"bounds"` // of what can be typed, by part of a dosage
}

type composerLanguage struct {
	Tag    string                       `json:"tag"`
	Name   string                       `json:"name"`
	URL    string                       `json:"url"` // of the composer
	Words  map[string]string            `json:"words"`
	Counts map[string]map[string]string `json:"counts"`
}

type composerExercise struct {
	Key    string                  `json:"key"`
	Stage  int                     `json:"stage"`
	Floor  bool                    `json:"floor"`
	Figure *composerFigure         `json:"figure,omitempty"`
	Dose   map[string]any          `json:"dose"`
	Text   map[string]composerText `json:"text"` // by language tag
}

type composerFigure struct {
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

type composerText struct {
	Title    string   `json:"title"`
	URL      string   `json:"url"`
	Dosage   string   `json:"dosage"` // the sentence that the handbook makes
	Position string   `json:"position"`
	Start    string   `json:"start"`
	Steps    []string `json:"steps"`
	Mistakes []string `json:"mistakes"`
	Shows    string   `json:"shows"`    // the text alternative of the figure
	Cautions []string `json:"cautions"` // who should ask first
	Find     string   `json:"find"`     // what it is found by beside its title
}

type composerProgramme struct {
	Title     map[string]string `json:"title"` // by language tag
	Exercises []string          `json:"exercises"`
}

// Composer returns the file of the data, nil if the site has no page that composes
// handouts.
func Composer(s *site.Site) (*public.File, error) {
	urls := composerURLs(s)
	if len(urls) == 0 {
		return nil, nil
	}
	exercises, programmes := composerPages(s)
	data := composerData{
		Languages:  composerLanguages(s, urls),
		Exercises:  sortedByKey(exercises),
		Programmes: sortedByKey(programmes),
		Bounds:     bounds(),
	}
	text, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	text = fmt.Appendf(nil, "export default %s;", text)
	return &public.File{
		Path:      fmt.Sprintf("js/handout/data.%.5x.js", sha256.Sum256(text)),
		Render:    public.Bytes(text),
		Immutable: true,
		Offline:   true,
	}, nil
}

func sortedByKey[T any](m map[string]T) (list []T) {
	for _, key := range slices.Sorted(maps.Keys(m)) {
		list = append(list, m[key])
	}
	return list
}

// composerURLs returns the addresses of the pages that compose handouts, by language tag.
func composerURLs(s *site.Site) map[string]string {
	urls := map[string]string{}
	for _, e := range s.Entries {
		if e.Kind == page.HandoutKind {
			urls[e.Language.Tag.String()] = e.URL
		}
	}
	return urls
}

// What the script needs of words.yaml: words with a prefix, other words, and those that
// depend on a number.
var (
	composerPrefixes = []string{"composer-", "handout-", "dose-"}
	composerWords    = []string{
		"per-side", "at-least", "goal", "sets-of", "site", "not-reviewed", "advice", "licence", "stage",
		"cautions",
	}
	composerCounts = []string{"sets", "repetitions", "hold", "duration", "distance", "per-day", "per-week"}
)

func composerLanguages(s *site.Site, urls map[string]string) (list []composerLanguage) {
	keys := slices.Clone(composerWords)
	for _, prefix := range composerPrefixes {
		for _, key := range s.Words.Keys(prefix) {
			keys = append(keys, prefix+key)
		}
	}
	for _, l := range s.Languages {
		list = append(list, newComposerLanguage(s.Words, l, keys, urls[l.Tag.String()]))
	}
	return list
}

func newComposerLanguage(words *i18n.Table, l i18n.Language, keys []string, url string) composerLanguage {
	language := composerLanguage{
		Tag:    l.Tag.String(),
		Name:   l.Name,
		URL:    url,
		Words:  map[string]string{},
		Counts: map[string]map[string]string{},
	}
	for _, key := range keys {
		language.Words[key], _ = words.Word(l.Lang, key) // what is missing has been reported
	}
	for _, key := range composerCounts {
		language.Counts[key] = words.Forms(l.Lang, key)
	}
	return language
}

// composerPages returns the exercises and the programmes, by key, with their texts in all
// languages.
func composerPages(s *site.Site) (map[string]*composerExercise, map[string]*composerProgramme) {
	exercises, programmes := map[string]*composerExercise{}, map[string]*composerProgramme{}
	for _, e := range s.Entries {
		key, tag := e.Name(), e.Language.Tag.String()
		switch {
		case e.OffMenu:
		case e.Exercise() != nil:
			if exercises[key] == nil {
				exercises[key] = newComposerExercise(e)
			}
			exercises[key].Text[tag] = newComposerText(e)
		case e.Kind == page.ProgrammeKind:
			if programmes[key] == nil {
				programmes[key] = &composerProgramme{Title: map[string]string{}, Exercises: exerciseKeys(e)}
			}
			programmes[key].Title[tag] = e.Title.Text
		}
	}
	return exercises, programmes
}

// newComposerExercise returns an exercise without its texts.
func newComposerExercise(e *site.Entry) *composerExercise {
	facts := e.Exercise()
	x := &composerExercise{
		Key:   e.Name(),
		Stage: facts.Stage,
		Floor: facts.Floor,
		Dose:  dosage(facts.Dose),
		Text:  map[string]composerText{},
	}
	if f := facts.Figure; f != nil {
		x.Figure = &composerFigure{f.URL, f.FileWidth, f.FileHeight}
	}
	return x
}

func newComposerText(e *site.Entry) composerText {
	facts := e.Exercise()
	text := composerText{
		Title:    e.Title.Text,
		URL:      e.URL,
		Dosage:   facts.Dosage,
		Position: facts.Position,
		Start:    strings.Join(e.Texts(page.StartSection, markdown.TextBlock), " "),
		Steps:    e.Texts(page.StepsSection, markdown.StepBlock),
		Mistakes: e.Texts(page.MistakesSection, markdown.ItemBlock),
		Cautions: []string{}, // an empty list in JSON, not null
		Find:     strings.Join(foundBy(e), " "),
	}
	for _, c := range facts.Cautions {
		text.Cautions = append(text.Cautions, c.Title)
	}
	if facts.Figure != nil {
		text.Shows = facts.Figure.Shows()
	}
	return text
}

// foundBy returns the words by which an exercise is found beside its title: its other names,
// what it trains, with what and how.
func foundBy(e *site.Entry) (words []string) {
	if own, ok := e.Own.(*page.Exercise); ok {
		for _, name := range own.OtherNames {
			words = append(words, name.Text)
		}
	}
	facts := e.Exercise()
	for _, key := range facts.FilterKeys { // muscle-gluteus-maximus
		words = append(words, strings.ReplaceAll(key, "-", " "))
	}
	for _, m := range facts.Muscles {
		words = append(words, m.Title)
	}
	words = append(words, facts.Groups...)
	words = append(words, facts.Position)
	return append(words, facts.Equipment...)
}
