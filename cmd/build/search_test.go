package main

import (
	"encoding/json"
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
func loaded(tab *browser.Tab) []string {
	return browser.Eval[[]string](tab, `performance.getEntriesByType("resource").map((e) => new URL(e.name).pathname).filter((n) => n.startsWith("/js/search/"))`)
}

// input is the field.
const input = `document.querySelector("[data-reader] input")`

// typing types into the field, as a reader does.
func typing(tab *browser.Tab, text string) {
	browser.Eval[bool](tab, fmt.Sprintf(`((field) => { field.focus(); field.value = %s; field.dispatchEvent(new Event("input", { bubbles: true })); return true; })(%s)`, quoted(text), input))
}

// quoted returns text as a string of JavaScript.
func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// ready loads a page and what search needs.
func (p *published) ready(tab *browser.Tab, page string) {
	tab.Go(p.address + page)
	typing(tab, "x")
	tab.Wait(`self.handbookSearch !== undefined`)
}

// An answer is what search shows for a question.
type answer struct {
	Level   int
	Results []struct{ Title, Kind, Href, Text, Marked string }
}

// answers asks all questions in a tab.
func answers(tab *browser.Tab, questions []string) []answer {
	data, _ := json.Marshal(questions)
	return browser.Eval[[]answer](tab, `(async (questions) => {
		const all = [];
		for (const q of questions) {
			const { level, results } = await handbookSearch(q);
			all.push({ level, results: results.map((r) => ({ title: r.title, kind: r.kind, href: r.href, text: r.pieces.map((p) => p.text).join(""), marked: r.pieces.filter((p) => p.mark).map((p) => p.text).join(" ") })) });
		}
		return all;
	})(`+string(data)+`)`)
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
		for _, s := range []struct {
			heading string
			top     int
			share   float64
			alarm   bool
		}{
			{"", 3, .95, false}, {", held out", 3, .9, false},
			{", alarm", 1, 1, true}, {", alarm, held out", 1, 1, true}, {", calm", 0, 1, false},
		} {
			list := all[language+s.heading]
			var texts []string
			for _, q := range list {
				texts = append(texts, q.text)
			}
			var missed, elsewhere []string
			for i, a := range answers(tab, texts) {
				q := list[i]
				at := -1
				for n, r := range a.Results {
					if page, id, _ := strings.Cut(strings.TrimPrefix(r.Href, p.address), "#"); page == out[q.key] {
						at = n
						if q.id != "" && id != q.id {
							elsewhere = append(elsewhere, q.text+" at "+id)
						}
					}
				}
				if at < 0 && s.top > 0 || at >= s.top && s.top > 0 || s.alarm != (a.Level > 0) && (s.alarm || s.heading == ", calm") {
					what := fmt.Sprintf("%s: %d of %d, level %d:", q.text, at+1, len(a.Results), a.Level)
					for _, r := range a.Results[:min(3, len(a.Results))] {
						what += fmt.Sprintf(" [%s #%s]", r.Title, r.Href[strings.Index(r.Href, "#")+1:])
					}
					missed = append(missed, what)
				}
			}
			share := 1 - float64(len(missed))/float64(len(list))
			t.Logf("%s%s: %.1f %% of %d; other places: %q", language, s.heading, 100*share, len(list), elsewhere)
			if len(list) == 0 || share < s.share {
				t.Errorf("%s%s: %.0f %%, missed:\n%s", language, s.heading, 100*share, strings.Join(missed, "\n"))
			} else if len(missed) > 0 {
				t.Log("missed:\n" + strings.Join(missed, "\n"))
			}
		}
	}
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
		var texts []string
		for _, q := range list {
			texts = append(texts, q.text)
		}
		if len(list) < 50 {
			t.Errorf("%s: only %d questions", language, len(list))
		}
		for i, a := range answers(tab, texts) {
			level, sign, _ := strings.Cut(list[i].key, ":")
			switch {
			case levels[level] == 0:
				t.Errorf("%s: no level is called %q", texts[i], level)
			case a.Level != levels[level]:
				t.Errorf("%s: level %d, want %s", texts[i], a.Level, level)
			case len(a.Results) == 0 || a.Results[0].Href != flags:
				t.Errorf("%s: the page on warning signs is not first: %+v", texts[i], a.Results)
			case !strings.HasPrefix(a.Results[0].Text, strings.TrimSpace(sign)):
				t.Errorf("%s: quotes %q, want %q", texts[i], a.Results[0].Text, sign)
			}
		}
	}
}

// outs returns the address of each page of a language below the site's root, by its key.
func outs(t *testing.T, language string) map[string]string {
	r, err := new(build.Builder).Build(os.DirFS(repository), build.Options{Base: &url.URL{Scheme: "https", Host: "example.org", Path: "/"}})
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
// the results, all from this site. The field does not move the page, and keys lead through
// the list.
func TestSearchField(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	tab.Go(p.address + "no/ovelser/")
	tab.Wait(`document.documentElement.dataset.search === ""`)
	if n := browser.Eval[int](tab, `new Promise(done => { const o = new PerformanceObserver(() => {}); o.observe({ type: "layout-shift", buffered: true }); setTimeout(() => done(o.takeRecords().filter((e) => e.sources.some((s) => s.node?.parentElement?.closest("header.top"))).length), 0) })`); n > 0 {
		t.Errorf("the top of the page moves %d times", n)
	}
	browser.Eval[bool](tab, `(`+input+`.focus(), `+input+`.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true })), true)`)
	if early := loaded(tab); len(early) > 0 {
		t.Errorf("before a letter is typed %q are loaded", early)
	}
	typing(tab, "planken")
	tab.Wait(`document.querySelectorAll(".found li").length > 1`)
	files := loaded(tab)
	texts := 0
	for _, name := range files {
		if strings.HasPrefix(name, "/js/search/no/") {
			texts++
		}
	}
	if texts == 0 || texts > 8 || texts != len(files)-2 {
		t.Errorf("%q are loaded", files)
	}
	first := browser.Eval[struct{ Status, Href, Marked string }](tab, `({ status: document.querySelector(".found [role=status]").textContent, href: document.querySelector(".found a").getAttribute("href"), marked: document.querySelector(".found mark").textContent })`)
	if !strings.HasSuffix(first.Status, " treff") || !strings.HasPrefix(first.Href, p.address+"no/ovelser/planken/") || first.Marked != "Planken" {
		t.Errorf("the first result is %+v", first)
	}
	press := func(key string) {
		browser.Eval[bool](tab, `(document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "`+key+`", bubbles: true, cancelable: true })), true)`)
	}
	focus := func(want string) {
		t.Helper()
		if got := browser.Eval[string](tab, `document.activeElement.localName + [...document.querySelectorAll(".found a")].indexOf(document.activeElement)`); got != want {
			t.Errorf("the focus is on %s, not %s", got, want)
		}
	}
	for _, step := range []struct{ key, want string }{{"ArrowUp", "input-1"}, {"ArrowDown", "a0"}, {"ArrowDown", "a1"}, {"ArrowUp", "a0"}, {"ArrowUp", "input-1"}, {"ArrowDown", "a0"}, {"Escape", "input-1"}} {
		press(step.key)
		focus(step.want)
	}
	if open := browser.Eval[bool](tab, `document.querySelector(".found.open, .found a") !== null`); open {
		t.Error("the list is open after Escape")
	}
	press("Enter")
	tab.Wait(`document.activeElement.localName === "a"`)
	focus("a0")
	browser.Eval[bool](tab, `(document.activeElement.click(), true)`)
	tab.Wait(`document.querySelector("h1")?.textContent === "Planken" && document.documentElement.dataset.search === ""`)
	p.asks(t, tab, "qqqqq", "Ingen treff")
	p.asks(t, tab, "får ikke tisset", "Akutt: ring 113")
	p.asks(t, tab, "feber", "Samme dag")
	typing(tab, "")
	tab.Wait(`document.querySelector(".found.open, .found a") === null`)
	if n := browser.Eval[int](tab, `new Promise(done => { const o = new ReportingObserver(() => {}, { types: ["csp-violation"], buffered: true }); o.observe(); setTimeout(() => done(o.takeRecords().length), 0) })`); n > 0 {
		t.Errorf("%d violations of the Content-Security-Policy", n)
	}
}

// asks types a question and waits for an answer.
func (p *published) asks(t *testing.T, tab *browser.Tab, question, answer string) {
	typing(tab, question)
	tab.Wait(`document.querySelector(".found")?.textContent.includes(` + quoted(answer) + `)`)
}

// What the field, its list and its links need of a narrow screen with large letters.
func TestSearchIsLargeEnough(t *testing.T) {
	tab := browser.Open(t, 500, 800)
	p := publish(t)
	for _, size := range []string{"100%", "200%"} {
		tab.Go(p.address + "no/")
		browser.Eval[bool](tab, `(document.documentElement.style.cssText = "width: 320px; font-size: `+size+`", true)`)
		typing(tab, "kjernemuskulatur")
		tab.Wait(`document.querySelectorAll(".found li").length > 1`)
		if bad := browser.Eval[string](tab, `[...document.querySelectorAll(".search input, .search a")].filter((e) => { const r = e.getBoundingClientRect(); return r.height < 44 || r.left < 0 || r.right > 320; }).map((e) => e.outerHTML).join("\n")`); bad != "" {
			t.Errorf("at %s too small, or cut off:\n%s", size, bad)
		}
		if wide := browser.Eval[int](tab, `Math.max(document.querySelector("header.top").scrollWidth, document.querySelector(".found").scrollWidth)`); wide > 320 {
			t.Errorf("at %s it is %d wide", size, wide)
		}
	}
}

// How long a question takes in a browser, its texts loaded: a word, and the longest that is
// read.
func BenchmarkSearch(b *testing.B) {
	tab := browser.Open(b, 390, 800)
	p := publish(b)
	p.ready(tab, "no/")
	for name, q := range map[string]string{"word": "korsryggsmerter", "sentence": "jeg har vondt i ryggen og får ikke tisset", "long": strings.Repeat("ryggmuskulatrn vondt ", 500)} {
		b.Run(name, func(b *testing.B) {
			answers(tab, []string{q})
			ms := browser.Eval[float64](tab, fmt.Sprintf(`(async () => { const start = performance.now(); for (let i = 0; i < %d; i++) await handbookSearch(%s); return performance.now() - start; })()`, b.N, quoted(q)))
			b.ReportMetric(ms/float64(b.N), "ms/query")
		})
	}
}
