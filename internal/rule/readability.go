package rule

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/readability"
)

// targets are values of readability by formula, which a language names in words.yaml. Pain
// makes reading harder, so steps and warning signs have targets of their own, and a text
// far beyond those stops the build.
var targets = map[string]struct{ page, steps, flags, beyond float64 }{
	"lix":            {page: 40, steps: 30, flags: 35, beyond: 8},
	"flesch-kincaid": {page: 8, steps: 8, flags: 8, beyond: 8},
}

// fewest is how many words a text must have for its readability to mean much.
const fewest = 30

// stepsID and flagsName are the section and the page with the stricter targets.
const (
	stepsID   = "steps"
	flagsName = "red-flags"
)

// A Measure is the readability of a page or of one of its sections.
type Measure struct {
	readability.Counts
	Formula string  `json:"formula"`
	Value   float64 `json:"value"`
	Target  float64 `json:"target"`
}

// isText reports whether a page is text, as lists of works and terms are not.
func isText(e *site.Entry) bool { return !e.Kind.Traits().Listing }

// isSteps reports whether a section has the steps of an exercise.
func isSteps(e *site.Entry, s markdown.Section) bool {
	return e.Kind == page.ExerciseKind && s.ID == stepsID
}

// target returns the target of a page as a whole.
func target(e *site.Entry) float64 {
	t := targets[e.Language.Readability]
	if e.Name() == flagsName {
		return t.flags
	}
	return t.page
}

// measure returns the readability of counts in the language of e.
func measure(e *site.Entry, c readability.Counts, target float64) Measure {
	formula, value := e.Language.Readability, c.Grade()
	if formula == "lix" {
		value = c.LIX()
	}
	return Measure{Counts: c, Formula: formula, Value: value, Target: target}
}

// MeasurePage returns the readability of a whole page. It is zero for a page that
// is not text.
func MeasurePage(e *site.Entry) Measure {
	if !isText(e) {
		return Measure{}
	}
	var whole readability.Counts
	for _, section := range e.Sections {
		whole = whole.Add(section.Counts)
	}
	return measure(e, whole, target(e))
}

// readable: see targets.
func readable(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		if !isText(e) {
			continue
		}
		t := targets[e.Language.Readability]
		for _, section := range e.Sections {
			if isSteps(e, section) {
				m := measure(e, section.Counts, t.steps)
				probs = append(probs, tooHard(e, "the steps", m, t.beyond, []markdown.Section{section})...)
			}
		}
		what, beyond := "this page", math.Inf(1)
		if e.Name() == flagsName {
			what, beyond = "the red flags", t.beyond
		}
		probs = append(probs, tooHard(e, what, MeasurePage(e), beyond, e.Sections)...)
	}
	return probs
}

// tooHard warns of a text over its target, at its longest sentence. A text that is beyond
// the target by more than a limit is an error.
func tooHard(e *site.Entry, what string, m Measure, beyond float64, sections []markdown.Section) (probs diag.List) {
	tooFar := m.Value > m.Target+beyond
	if m.Value <= m.Target || m.Words < fewest && !tooFar {
		return nil
	}
	name := map[string]string{"lix": "LIX", "flesch-kincaid": "Flesch-Kincaid grade"}[m.Formula]
	p := diag.Warnf(e.Path, e.Title.Offset, "%s: %s %.0f, over the target of %.0f", what, name, m.Value, m.Target)
	if tooFar {
		p.Severity = diag.Error
	}
	var longest markdown.Sentence
	for _, s := range sections {
		if s.Longest.Words > longest.Words {
			longest = s.Longest
		}
	}
	p.Hint = fmt.Sprintf("write shorter sentences and words; the longest sentence has %d words", longest.Words)
	p.Offset = longest.Offset
	return diag.List{p}
}

// A Row is one line of the readability report: a section of a page, or the
// whole page.
type Row struct {
	Path    string `json:"file"`
	Section string `json:"section"` // the id of its heading; "" before the first, or of the page
	Whole   bool   `json:"whole"`   // the row is of the whole page
	Measure
	Plain float64 `json:"plain"` // the value with each term of the glossary as a short word
}

// Readability returns the rows of each page: the whole page, and its sections. The pages must
// have been parsed with their prose kept.
func Readability(s *site.Site) (rows []Row) {
	terms := map[lang.Lang]*regexp.Regexp{}
	for _, e := range s.Entries {
		if own, ok := e.Own.(*page.Glossary); ok {
			terms[e.Lang] = termPattern(own.Terms)
		}
	}
	for _, e := range s.Entries {
		if isText(e) {
			rows = append(rows, pageRows(e, terms[e.Lang])...)
		}
	}
	return rows
}

func pageRows(e *site.Entry, terms *regexp.Regexp) []Row {
	var whole, plain readability.Counts
	rows := []Row{{}} // the first is of the whole page
	for _, section := range e.Sections {
		if section.Words == 0 {
			continue
		}
		without := withoutTerms(section.Text, terms)
		whole, plain = whole.Add(section.Counts), plain.Add(without)
		goal := target(e)
		if isSteps(e, section) {
			goal = targets[e.Language.Readability].steps
		}
		rows = append(rows, Row{
			Path:    e.Path,
			Section: section.ID,
			Measure: measure(e, section.Counts, goal),
			Plain:   measure(e, without, goal).Value,
		})
	}
	rows[0] = Row{
		Path:    e.Path,
		Whole:   true,
		Measure: measure(e, whole, target(e)),
		Plain:   measure(e, plain, target(e)).Value,
	}
	return rows
}

// termPattern matches the words of a glossary, longest first.
func termPattern(terms []page.Term) *regexp.Regexp {
	var forms []string
	for _, t := range terms {
		for _, s := range t.Words() {
			forms = append(forms, regexp.QuoteMeta(s.Text))
		}
	}
	slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) })
	return regexp.MustCompile(`(?i)(^|[^\pL])(?:` + strings.Join(forms, "|") + `)([^\pL]|$)`)
}

// withoutTerms counts sentences with each term as one short word.
func withoutTerms(sentences []string, terms *regexp.Regexp) (c readability.Counts) {
	for _, s := range sentences {
		if terms != nil {
			s = terms.ReplaceAllString(s, "${1}x$2")
		}
		for part := range readability.Sentences(s) {
			c = c.Add(part.Counts)
		}
	}
	return c
}
