package main

import (
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// An answer is what search shows for a question.
type answer struct {
	Level   int
	None    string // what the handbook has nothing on
	Results []found
}

// found is one result.
type found struct{ Title, Kind, Href, Lang, Text, Marked string }

// String names the level and the first results.
func (a answer) String() string {
	text := fmt.Sprintf("level %d:", a.Level)
	for _, r := range a.Results[:min(3, len(a.Results))] {
		text += fmt.Sprintf(" [%s %s]", r.Title, r.Href)
	}
	return text
}

// A question is one line of internal/text/search/testdata/queries.txt.
type question struct{ text, key, id string }

// questions returns all, by their headings.
func questions(t *testing.T) map[string][]question {
	text, err := os.ReadFile(path.Join(repository, "internal/text/search/testdata/queries.txt"))
	if err != nil {
		t.Fatal(err)
	}
	all, heading := map[string][]question{}, ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if h, ok := strings.CutPrefix(line, "== "); ok {
			heading = h
		} else if heading != "" && line != "" {
			ask, key, _ := strings.Cut(line, " -> ")
			key, id, _ := strings.Cut(key, "#")
			all[heading] = append(all[heading], question{ask, key, id})
		}
	}
	return all
}

// Of the questions in the list almost all have their page among the first three results;
// a warning sign has the page on warning signs first, always.
func TestSearchFinds(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	all := questions(t)
	for _, language := range []string{"no", "en"} {
		p.ready(tab, language+"/")
		out := outs(t, language)
		for _, g := range goals {
			list := all[language+g.heading]
			var missed, elsewhere []string
			for i, a := range ask[[]answer](tab, "search/answers", texts(list)) {
				rank, exact := a.rank(p.address+out[list[i].key], list[i].id)
				if !g.met(a, rank) {
					missed = append(missed, fmt.Sprintf("%s: %d of %d, %s", list[i].text, rank, len(a.Results), a))
				}
				if rank > 0 && !exact {
					elsewhere = append(elsewhere, list[i].text)
				}
			}
			share := 1 - float64(len(missed))/float64(len(list))
			t.Logf("%s%s: %.1f %% of %d", language, g.heading, 100*share, len(list))
			t.Logf("at another place of the page: %q; missed:\n%s", elsewhere, strings.Join(missed, "\n"))
			if len(list) == 0 || share < g.share {
				t.Errorf("%s%s: %.1f %% are found, want %.1f %%", language, g.heading, 100*share, 100*g.share)
			}
		}
	}
}

// A goal is what share of the questions below a heading must be answered well: with their
// page among the first results, if top is not 0, and with an alarm or without one.
type goal struct {
	heading string
	top     int
	share   float64
	alarm   alarm
}

// An alarm is whether search is to show whom to call.
type alarm int

const (
	anyAlarm alarm = iota
	anAlarm
	noAlarm
)

var goals = []goal{
	{"", 3, .97, anyAlarm},
	{", held out", 3, .97, anyAlarm},
	{", alarm", 1, 1, anAlarm},
	{", alarm, held out", 1, 1, anAlarm},
	{", calm", 0, 1, noAlarm},
}

// met reports whether an answer is good, in which the page has a rank.
func (g goal) met(a answer, rank int) bool {
	early := g.top == 0 || rank >= 1 && rank <= g.top
	return early && (g.alarm == anyAlarm || (a.Level > 0) == (g.alarm == anAlarm))
}

// rank returns the number of the last result that leads to a page, from 1, or 0, and
// whether it leads to the section that is wanted, if one is.
func (a answer) rank(page, id string) (rank int, exact bool) {
	for i, r := range a.Results {
		address, section, _ := strings.Cut(r.Href, "#")
		if address == page {
			rank, exact = i+1, id == "" || section == id
		}
	}
	return rank, exact
}

// texts returns what is asked.
func texts(list []question) (all []string) {
	for _, q := range list {
		all = append(all, q.text)
	}
	return all
}

// levels are the levels of help, as queries.txt names them.
var levels = map[string]int{"urgent": 1, "soon": 2, "book": 3}

// A question is answered at the level that the boxes have for it, with the page on warning
// signs first, and with the very sign quoted.
func TestSearchAnswersAsTheBoxesDo(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	all := questions(t)
	for _, language := range []string{"no", "en"} {
		p.ready(tab, language+"/")
		flags := p.address + outs(t, language)["factboxes/red-flags"] + "#where"
		list := all[language+", sign"]
		if len(list) < 50 {
			t.Errorf("%s: only %d questions", language, len(list))
		}
		for i, a := range ask[[]answer](tab, "search/answers", texts(list)) {
			level, sign, _ := strings.Cut(list[i].key, ":")
			switch {
			case levels[level] == 0:
				t.Errorf("%s: no level is called %q", list[i].text, level)
			case a.Level != levels[level]:
				t.Errorf("%s: level %d, want %s", list[i].text, a.Level, level)
			case len(a.Results) == 0 || a.Results[0].Href != flags:
				t.Errorf("%s: the page on warning signs is not first: %+v", list[i].text, a.Results)
			case !strings.HasPrefix(a.Results[0].Text, strings.TrimSpace(sign)):
				t.Errorf("%s: quotes %q, want %q", list[i].text, a.Results[0].Text, sign)
			}
		}
	}
}
