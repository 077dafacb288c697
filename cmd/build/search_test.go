package main

import (
	"net/http"
	"net/url"
	"os"
	"slices"
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
		{"svømming", "Håndboka har ikke noe om «svømming»"},
		{"mattress", "English"},
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

// Whom to call is a link that calls, beside the page with the signs and the country.
func TestSearchCalls(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	for _, c := range []struct{ page, question, call, signs, abroad string }{
		{"no/", "får ikke tisset", "tel:113", "no/fakta/rode-flagg/#where", "Numrene er norske."},
		{"no/", "can't pee", "tel:113", "en/facts/red-flags/#where", "Numrene er norske."},
		{"en/", "fever", "tel:116117", "en/facts/red-flags/#where", "These numbers are Norwegian."},
		{"en/", "999", "tel:113", "en/facts/red-flags/#where", "These numbers are Norwegian."},
	} {
		tab.Go(p.address + c.page)
		act(tab, "search/typeQuestion", c.question)
		wait(tab, "search/lists", c.abroad)
		got := browser.Eval[[]string](tab, `[...document.querySelectorAll(".found p a")].map((link) => link.href)`)
		if want := []string{c.call, p.address + c.signs}; !slices.Equal(got, want) {
			t.Errorf("%s: the links are %q, want %q", c.question, got, want)
		}
	}
}

// A download that fails says so, and the next letter tries again.
func TestSearchThatFails(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	p.fail(func(w http.ResponseWriter, r *http.Request) bool {
		isIndex := strings.HasPrefix(r.URL.Path, "/js/search/no.")
		if isIndex {
			w.Header().Set("Cache-Control", "no-store")
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		return isIndex
	})
	tab.Go(p.address + "no/")
	act(tab, "search/typeQuestion", "planken")
	tab.Wait(`document.querySelector(".found [role=status]")?.textContent.startsWith("Søket ble ikke lastet")`)
	p.fail(nil)
	act(tab, "search/typeQuestion", "planken")
	tab.Wait(`document.querySelectorAll(".found li").length > 1`)
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
