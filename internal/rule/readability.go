package rule

import (
	"fmt"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/page"
	"rygghandboka/internal/readability"
	"rygghandboka/internal/site"
)

// Targets of readability. A language names its formula in words.yaml; the
// figures are of that formula. Whoever is in pain reads worse than on other
// days, so steps and warning signs have targets of their own, and far beyond
// those the build fails.
var targets = map[string]struct{ page, steps, flags, beyond float64 }{
	"lix":            {page: 40, steps: 30, flags: 35, beyond: 8},
	"flesch-kincaid": {page: 8, steps: 8, flags: 8, beyond: 8},
}

// fewest is how many words a text must have for its readability to mean much.
const fewest = 20

// stepsID and flagsName say what the stricter targets are for.
const (
	stepsID   = "steps"
	flagsName = "red-flags"
)

// A Measure is the readability of a page or of one of its sections.
type Measure struct {
	readability.Counts
	Formula string
	Value   float64
	Target  float64
}

// Measured returns the readability of counts in the language of e.
func Measured(e *site.Entry, c readability.Counts, target float64) Measure {
	m := Measure{c, e.Language.Readability, c.Grade(), target}
	if m.Formula == "lix" {
		m.Value = c.LIX()
	}
	return m
}

// readable: see targets. Lists of works and terms are not read as text.
func readable(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		if e.Kind == page.References || e.Kind == page.Glossary {
			continue
		}
		t := targets[e.Language.Readability]
		var whole readability.Counts
		for _, section := range e.Sections {
			whole = whole.Add(section.Counts)
			if e.Kind == page.Exercise && section.ID == stepsID {
				probs = append(probs, tooHard(e, "the steps", Measured(e, section.Counts, t.steps), t.beyond, []markdown.Section{section})...)
			}
		}
		if e.Name() == flagsName {
			probs = append(probs, tooHard(e, "the red flags", Measured(e, whole, t.flags), t.beyond, e.Sections)...)
		} else {
			probs = append(probs, tooHard(e, "this page", Measured(e, whole, t.page), 1000, e.Sections)...)
		}
	}
	return probs
}

// tooHard warns of a text over its target, and names its longest sentences. A
// text that is beyond the target by more than a limit is an error.
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
		for _, l := range s.Longest {
			if l.Words > longest.Words {
				longest = l
			}
		}
	}
	p.Hint = fmt.Sprintf("write shorter sentences and words; the longest sentence has %d words", longest.Words)
	p.Offset = longest.Offset
	return diag.List{p}
}
