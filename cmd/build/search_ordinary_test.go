package main

import (
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// askAll asks all questions below some headings of a language, and calls f with each answer.
func (p *published) askAll(
	t *testing.T, tab *browser.Tab, language string, headings []string, f func(q question, wanted string, a answer),
) {
	all := questions(t)
	p.ready(tab, language+"/")
	for _, heading := range headings {
		list := all[language+", "+heading]
		if len(list) < 30 {
			t.Errorf("%s, %s: only %d questions", language, heading, len(list))
		}
		for i, a := range ask[[]answer](tab, "search/answers", texts(list)) {
			f(list[i], list[i].key, a)
		}
	}
}

// Nobody is told to call for an ordinary question, and almost all of them have a page that
// answers among the first three results, or the word that there is none.
func TestSearchIsCalm(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	for _, language := range []string{"no", "en"} {
		out := outs(t, language)
		var missed []string
		n := 0
		headings := []string{"ordinary", "ordinary, held out"}
		p.askAll(t, tab, language, headings, func(q question, wanted string, a answer) {
			n++
			if a.Level != 0 {
				t.Errorf("%s: an alarm: %s", q.text, a)
			}
			if !p.leads(a, out, wanted) {
				missed = append(missed, q.text+": "+a.String())
			}
		})
		share := 1 - float64(len(missed))/float64(n)
		t.Logf("%s: %.1f %% of %d; missed:\n%s", language, 100*share, n, strings.Join(missed, "\n"))
		if share < .97 {
			t.Errorf("%s: %.1f %% lead where they should", language, 100*share)
		}
	}
}

// leads reports whether an answer is what queries.txt wants of an ordinary question.
func (p *published) leads(a answer, out map[string]string, wanted string) bool {
	switch wanted {
	case "anywhere":
		return true
	case "nothing here":
		return a.None != ""
	case "another language":
		return len(a.Results) > 0 && a.Results[0].Lang != ""
	}
	return slices.ContainsFunc(strings.Split(wanted, " or "), func(key string) bool {
		rank, _ := a.rank(p.address+out[key], "")
		return rank >= 1 && rank <= 3
	})
}

// Whoever needs help is told so, however they say it.
func TestSearchHelps(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	for _, language := range []string{"no", "en"} {
		p.askAll(t, tab, language, []string{"help", "help, held out"}, func(q question, wanted string, a answer) {
			isRight := func(level string) bool { return levels[level] == a.Level }
			if !slices.ContainsFunc(strings.Split(wanted, " or "), isRight) || len(a.Results) == 0 {
				t.Errorf("%s: want %s, and got %s", q.text, wanted, a)
			}
		})
	}
}
