package main

import (
	"fmt"
	"net/url"
	"os"
	"path"
	"strings"
	"testing"

	"rygghandboka/internal/build"
	"rygghandboka/internal/test/browser"
)

// loaded returns which files of search a page has loaded; what the worker keeps for readers
// without a network is not the page's.
func (p *published) loaded(tab *browser.Tab) (files []string) {
	for _, address := range ask[[]string](tab, "page/loaded") {
		if name, ours := strings.CutPrefix(address, p.address+"js/search/"); ours {
			files = append(files, name)
		}
	}
	return files
}

// ready loads a page and what search needs.
func (p *published) ready(tab *browser.Tab, page string) {
	tab.Go(p.address + page)
	act(tab, "search/typeQuestion", "x")
	tab.Wait(`self.handbookSearch !== undefined`)
}

// An answer is what search shows for a question.
type answer struct {
	Level   int
	Results []found
}

// found is one result.
type found struct{ Title, Kind, Href, Text, Marked string }

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

// An alarm is whether search is to say whom to call.
type alarm int

const (
	anyAlarm alarm = iota
	anAlarm
	noAlarm
)

var goals = []goal{
	{"", 3, .95, anyAlarm},
	{", held out", 3, .9, anyAlarm},
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

// outs returns the address of each page of a language below the site's root, by its key.
func outs(t *testing.T, language string) map[string]string {
	o := build.Options{Base: &url.URL{Scheme: "https", Host: "example.org", Path: "/"}}
	r, err := new(build.Builder).Build(os.DirFS(repository), o)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range r.Site.Entries {
		if string(e.Lang) == language {
			out[e.Key] = strings.TrimSuffix(e.Out, "index.html")
		}
	}
	return out
}

// Nothing is loaded before somebody types; then the reader, the index, and the texts of
// the results, all from this site.
func TestSearchLoadsLate(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	tab.Go(p.address + "no/ovelser/")
	tab.Wait(searchReady)
	if n := ask[int](tab, "search/topShifts"); n > 0 {
		t.Errorf("the top of the page moves %d times", n)
	}
	act(tab, "search/leaveField")
	if early := p.loaded(tab); len(early) > 0 {
		t.Errorf("before a letter is typed %q are loaded", early)
	}
	act(tab, "search/typeQuestion", "planken")
	tab.Wait(`document.querySelectorAll(".found li").length > 1`)
	files := p.loaded(tab)
	texts := 0
	for _, name := range files {
		if strings.HasPrefix(name, "no/") {
			texts++
		}
	}
	if texts == 0 || texts > 8 || texts != len(files)-2 {
		t.Errorf("%q are loaded", files)
	}
}

const (
	searchReady = `document.documentElement.dataset.search === ""`
	listClosed  = `document.querySelector(".found.open, .found a") === null`
)

// Keys lead through the list, and a result is a link.
func TestSearchField(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	tab.Go(p.address + "no/ovelser/")
	tab.Wait(searchReady)
	act(tab, "search/typeQuestion", "planken")
	tab.Wait(`document.querySelectorAll(".found li").length > 1`)
	first := ask[struct{ Status, Href, Marked string }](tab, "search/firstResult")
	isPlank := strings.HasPrefix(first.Href, p.address+"no/ovelser/planken/") && first.Marked == "Planken"
	if !isPlank || !strings.HasSuffix(first.Status, " treff") {
		t.Errorf("the first result is %+v", first)
	}
	for _, step := range []struct{ key, want string }{
		{"ArrowUp", "input-1"},
		{"ArrowDown", "a0"},
		{"ArrowDown", "a1"},
		{"ArrowUp", "a0"},
		{"ArrowUp", "input-1"},
		{"ArrowDown", "a0"},
		{"Escape", "input-1"},
	} {
		act(tab, "search/pressKey", step.key)
		if got := ask[string](tab, "search/focused"); got != step.want {
			t.Errorf("after %s the focus is on %s, not on %s", step.key, got, step.want)
		}
	}
	if !browser.Eval[bool](tab, listClosed) {
		t.Error("the list is open after Escape")
	}
	act(tab, "search/pressKey", "Enter")
	tab.Wait(`document.activeElement.localName === "a"`)
	if got := ask[string](tab, "search/focused"); got != "a0" {
		t.Errorf("after Enter the focus is on %s, not on the first result", got)
	}
	browser.Eval[bool](tab, `(document.activeElement.click(), true)`)
	tab.Wait(`document.querySelector("h1")?.textContent === "Planken"`)
}

// What a question is about decides what is shown first: whom to call, or that there is
// nothing. An empty field has no list. Nothing of it is refused by the policy of the page.
func TestSearchAnswers(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	tab.Go(p.address + "no/ovelser/planken/")
	tab.Wait(searchReady)
	for _, c := range []struct{ question, answer string }{
		{"qqqqq", "Ingen treff"},
		{"får ikke tisset", "Akutt: ring 113"},
		{"feber", "Samme dag"},
	} {
		act(tab, "search/typeQuestion", c.question)
		wait(tab, "search/lists", c.answer)
	}
	act(tab, "search/typeQuestion", "")
	tab.Wait(listClosed)
	for _, what := range ask[[]string](tab, "page/violations") {
		t.Error(what)
	}
}

// What the field, its list and its links need of a narrow screen with large letters.
func TestSearchIsLargeEnough(t *testing.T) {
	tab := browser.Open(t, 500, 800)
	p := publish(t)
	for _, size := range []string{"100%", "200%"} {
		tab.Go(p.address + "no/")
		act(tab, "page/makeNarrow", "html", size)
		act(tab, "search/typeQuestion", "kjernemuskulatur")
		tab.Wait(`document.querySelectorAll(".found li").length > 1`)
		for _, part := range ask[[]string](tab, "search/tooSmall") {
			t.Errorf("at %s too small, or cut off:\n%s", size, part)
		}
		if n := ask[int](tab, "search/width"); n > 320 {
			t.Errorf("at %s it is %d wide", size, n)
		}
	}
}

// How long a question takes in a browser, its texts loaded: a word, and the longest that is
// read.
func BenchmarkSearch(b *testing.B) {
	tab := browser.Open(b, 390, 800)
	p := publish(b)
	p.ready(tab, "no/")
	for name, q := range map[string]string{
		"word":     "korsryggsmerter",
		"sentence": "jeg har vondt i ryggen og får ikke tisset",
		"long":     strings.Repeat("ryggmuskulatrn vondt ", 500),
	} {
		b.Run(name, func(b *testing.B) {
			ask[[]answer](tab, "search/answers", []string{q})
			ms := ask[float64](tab, "search/timeQuestions", q, b.N)
			b.ReportMetric(ms/float64(b.N), "ms/query")
		})
	}
}
