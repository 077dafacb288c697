package render

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// The data with which a browser makes handouts: see static/js/handout/maker.js. It is a
// script that says one value, so that it is loaded under the site's policy, on that page
// only, and works from a disk.
type makerData struct {
	Languages  []makerLanguage  `json:"languages"`
	Exercises  []makerExercise  `json:"exercises"`
	Programmes []makerProgramme `json:"programmes"`
}

type makerLanguage struct {
	Tag    string                       `json:"tag"`
	Name   string                       `json:"name"`
	URL    string                       `json:"url"` // of the page that makes handouts
	Words  map[string]string            `json:"words"`
	Counts map[string]map[string]string `json:"counts"`
}

type makerExercise struct {
	Key    string               `json:"key"`
	Stage  int                  `json:"stage"`
	Floor  bool                 `json:"floor"`
	Figure *makerFigure         `json:"figure,omitempty"`
	Dose   map[string]any       `json:"dose"`
	Text   map[string]makerText `json:"text"` // by language tag
}

type makerFigure struct {
	URL    string `json:"url"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

type makerText struct {
	Title    string   `json:"title"`
	URL      string   `json:"url"`
	Dosage   string   `json:"dosage"` // the sentence that the handbook makes
	Position string   `json:"position"`
	Start    string   `json:"start"`
	Steps    []string `json:"steps"`
	Mistakes []string `json:"mistakes"`
	Shows    string   `json:"shows"`    // the text alternative of the figure
	Cautions []string `json:"cautions"` // who should ask first
}

type makerProgramme struct {
	Title     map[string]string `json:"title"`
	Exercises []string          `json:"exercises"`
}

// A makerBox is a page of the handbook whose text goes on sheets.
type makerBox struct {
	Name    string // stop, floor or pain
	Tag     string // of its language
	Title   string
	Content template.HTML
}

var makerBoxes = map[string]string{"stop-rules": "stop", "floor-help": "floor", "pain-guide": "pain"}

// boxes returns the boxes in all languages, for the page that makes handouts.
func (p *printer) boxes() (list []makerBox, probs diag.List) {
	for _, e := range p.site.Entries {
		if name := makerBoxes[e.Name()]; name != "" {
			var body body
			pieces, targets := withoutTerms(e.Body, e.Targets)
			probs = append(probs, p.body(&body, e, pieces, targets, 2)...)
			list = append(list, makerBox{name, e.Language.Tag.String(), e.Title.Text, template.HTML(body.String())})
		}
	}
	return list, probs
}

// withoutTerms returns a body whose terms are not linked, as on paper.
func withoutTerms(body []markdown.Piece, targets []site.Target) (pieces []markdown.Piece, left []site.Target) {
	n := 0
	for _, piece := range body {
		if r := piece.Ref; r != nil {
			if r.Kind == markdown.TermStart || r.Kind == markdown.TermEnd {
				piece.Ref = nil
			} else {
				left = append(left, targets[n])
			}
			n++
		}
		pieces = append(pieces, piece)
	}
	return pieces, left
}

// maker returns the file of the data, if the site has a page that makes handouts.
func (p *printer) maker() (*Output, diag.List) {
	data := makerData{}
	for _, l := range p.site.Languages {
		language := makerLanguage{Tag: l.Tag.String(), Name: l.Name, Words: map[string]string{}, Counts: map[string]map[string]string{}}
		for _, prefix := range []string{"maker-", "handout-", "dose-"} {
			for _, key := range p.site.Words.Keys(prefix) {
				language.Words[prefix+key], _ = p.site.Words.Word(l.Lang, prefix+key)
			}
		}
		for _, key := range []string{"per-side", "at-least", "goal", "sets-of", "site", "not-reviewed", "advice", "licence", "stage", "cautions"} {
			language.Words[key], _ = p.site.Words.Word(l.Lang, key)
		}
		for _, key := range []string{"sets", "repetitions", "hold", "duration", "distance", "per-day", "per-week"} {
			language.Counts[key] = p.site.Words.Forms(l.Lang, key)
		}
		data.Languages = append(data.Languages, language)
	}
	exercises, programmes := map[string]*makerExercise{}, map[string]*makerProgramme{}
	found := false
	for _, e := range p.site.Entries {
		i := slices.IndexFunc(p.site.Languages, func(l i18n.Language) bool { return l.Lang == e.Lang })
		language := &data.Languages[i]
		switch {
		case e.Kind == page.Handout:
			language.URL, found = e.URL, true
		case e.Exercise != nil && !e.Unlisted:
			addExercise(exercises, e)
		case e.Kind == page.Programme && !e.Unlisted:
			addProgramme(programmes, e)
		}
	}
	if !found {
		return nil, nil
	}
	for _, key := range slices.Sorted(maps.Keys(exercises)) {
		data.Exercises = append(data.Exercises, *exercises[key])
	}
	for _, key := range slices.Sorted(maps.Keys(programmes)) {
		data.Programmes = append(data.Programmes, *programmes[key])
	}
	text, err := json.Marshal(data)
	if err != nil {
		return nil, diag.List{diag.Errorf(layoutPath("handout.html"), 0, "%v", err)}
	}
	text = append(append([]byte("export default "), text...), ';')
	out := fmt.Sprintf("js/handout/data.%.5x.js", sha256.Sum256(text))
	return &Output{Path: out, Print: func() ([]byte, diag.List) { return text, nil }, Immutable: true, Offline: true}, nil
}

func addExercise(all map[string]*makerExercise, e *site.Entry) {
	x := all[e.Name()]
	if x == nil {
		x = &makerExercise{Key: e.Name(), Stage: e.Exercise.Stage, Floor: e.Exercise.Floor, Dose: doseOf(e.Exercise.Dose), Text: map[string]makerText{}}
		if f := e.Exercise.Figure; f != nil {
			x.Figure = &makerFigure{f.URL, f.FileWidth, f.FileHeight}
		}
		all[x.Key] = x
	}
	cautions := []string{}
	for _, c := range e.Exercise.Cautions {
		cautions = append(cautions, c.Title)
	}
	shows := ""
	if e.Exercise.Figure != nil {
		shows = e.Exercise.Figure.Shows()
	}
	x.Text[e.Language.Tag.String()] = makerText{
		Shows:    shows,
		Cautions: cautions,
		Title:    e.Title.Text, URL: e.URL, Dosage: e.Exercise.Dosage, Position: e.Exercise.Position,
		Start:    strings.Join(e.Texts(page.StartSection, markdown.TextBlock), " "),
		Steps:    e.Texts(page.StepsSection, markdown.StepBlock),
		Mistakes: e.Texts(page.MistakesSection, markdown.ItemBlock),
	}
}

func addProgramme(all map[string]*makerProgramme, e *site.Entry) {
	p := all[e.Name()]
	if p == nil {
		p = &makerProgramme{Title: map[string]string{}}
		for _, s := range e.Steps {
			p.Exercises = append(p.Exercises, s.Exercise.Text)
		}
		all[e.Name()] = p
	}
	p.Title[e.Language.Tag.String()] = e.Title.Text
}

// doseOf returns a dosage as dose.js reads it: a range is [min, max], with true after it
// if it is open.
func doseOf(d exercise.Dosage) map[string]any {
	dose := map[string]any{}
	for _, part := range d.Parts() {
		name := strings.NewReplacer("-d", "D", "-w", "W").Replace(part.Key) // per-day is perDay
		switch r := part.Range; {
		case r.IsZero():
		case r.Open:
			dose[name] = []any{r.Min, r.Max, true}
		default:
			dose[name] = []any{r.Min, r.Max}
		}
	}
	if d.Side != "" {
		dose["side"] = true
	}
	if d.Goal {
		dose["goal"] = true
	}
	return dose
}
