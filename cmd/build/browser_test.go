package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rygghandboka/internal/test/browser"
	"rygghandboka/internal/translation"
)

// An edited site is one that is served while a test writes.
type edited struct {
	t            testing.TB
	src, address string
}

// write replaces text in a file of the site.
func (e *edited) write(file, old, new string) {
	e.t.Helper()
	name := filepath.Join(e.src, filepath.FromSlash(file))
	data, err := os.ReadFile(name)
	if err != nil {
		e.t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		e.t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(name, bytes.Replace(data, []byte(old), []byte(new), 1), 0o644); err != nil {
		e.t.Fatal(err)
	}
}

const (
	plank = "content/no/exercises/plank.md"
	panel = `document.querySelector("serve-panel")?.shadowRoot`
)

// openPlank serves the handbook and opens a page of it.
func openPlank(t testing.TB) (*browser.Tab, *edited) {
	t.Helper()
	tab := browser.Open(t, 1000, 700)
	e := startServe(t)
	tab.Go(e.address + "no/ovelser/planken/")
	tab.Wait(panel + `?.querySelector(".bar") != null`)
	return tab, e
}

// notReloaded checks that the heading is the one that rememberHeading has remembered.
func notReloaded(t *testing.T, tab *browser.Tab) {
	t.Helper()
	if !browser.Eval[bool](tab, `window.heading.isConnected`) {
		t.Error("the page was loaded anew")
	}
}

// What an author sees in a browser: the page changes in its place, problems come and go,
// and nothing is lost that the reader had open or typed.
func TestBrowser(t *testing.T) {
	tab, e := openPlank(t)
	for _, part := range []struct {
		name string
		test func(*testing.T, *browser.Tab, *edited)
	}{
		{"bar", testBar},
		{"text", testText},
		{"details", testDetails},
		{"far away", testFarAway},
		{"problems", testProblems},
		{"one language", testOneLanguage},
		{"style", testStyle},
		{"layout", testLayout},
		{"beside", testBeside},
		{"compare", testCompare},
		{"reviews", testReviews},
		{"ten tabs", testTenTabs},
	} {
		t.Run(part.name, func(t *testing.T) { part.test(t, tab, e) })
	}
}

func testBar(t *testing.T, tab *browser.Tab, _ *edited) {
	bar := browser.Eval[string](tab, panel+`.querySelector(".bar").textContent`)
	for _, want := range []string{"no/exercises/plank.md", "words, lix", "en: confirmed", "not reviewed", "beside"} {
		if !strings.Contains(bar, want) {
			t.Errorf("the bar does not contain %q: %s", want, bar)
		}
	}
	for _, what := range ask[[]string](tab, "page/violations") {
		t.Error(what)
	}
}

func testText(t *testing.T, tab *browser.Tab, e *edited) {
	act(tab, "serve/rememberHeading")
	e.write(plank, "Skyv gulvet", "Skyyv gulvet")
	tab.Wait(`document.body.textContent.includes("Skyyv")`)
	notReloaded(t, tab)
	// What is above may grow: a notice is put there. What the author looks at stays where it is.
	top := browser.Eval[float64](tab, `document.querySelector("#steps").getBoundingClientRect().top`)
	if top < -1 || top > 1 {
		t.Errorf("the steps have moved by %g", top)
	}
	e.write(plank, "Skyyv gulvet", "Skyv gulvet")
	tab.Wait(`!document.body.textContent.includes("Skyyv")`)
}

func testDetails(t *testing.T, tab *browser.Tab, e *edited) {
	const glossary = "content/no/glossary.md"
	tab = tab.More()
	tab.Go(e.address + "no/ordliste/")
	tab.Wait(panel + ` != null`)
	browser.Eval[bool](tab, `(document.querySelector("main details").open = true)`)
	e.write(glossary, "definition: Musklene", "definition: Alle musklene")
	tab.Wait(`document.querySelector("main").textContent.includes("Alle musklene")`)
	if !browser.Eval[bool](tab, `document.querySelector("main details").open`) {
		t.Error("what was open is shut")
	}
	e.write(glossary, "definition: Alle musklene", "definition: Musklene")
}

func testFarAway(t *testing.T, tab *browser.Tab, e *edited) {
	const heading = "## Hva vet vi? {#evidence}\n"
	browser.Eval[bool](tab, `(scrollTo(0, 0), true)`)
	e.write(plank, heading, heading+"\nHelt nytt avsnitt.\n")
	tab.Wait(`document.body.textContent.includes("Helt nytt avsnitt.")`)
	wait(tab, "serve/isInView", "Helt nytt")
	notReloaded(t, tab)
}

func testProblems(t *testing.T, tab *browser.Tab, e *edited) {
	e.write(plank, "Helt nytt avsnitt.", "Se [[nowhere]].")
	tab.Wait(panel + `.querySelector(".stopped")?.textContent.includes('there is no page "nowhere"')`)
	link := browser.Eval[string](tab, panel+`.querySelector(".stopped a").href`)
	if !strings.HasPrefix(link, "vscode://file/") || !strings.Contains(link, "/"+plank+":") {
		t.Errorf("the link to the editor is %s", link)
	}
	if !browser.Eval[bool](tab, `document.body.textContent.includes("Helt nytt avsnitt.")`) {
		t.Error("the last good page is gone")
	}
	e.write(plank, "Se [[nowhere]].", "")
	tab.Wait(`!document.body.textContent.includes("Helt nytt avsnitt.")`)
	tab.Wait(noProblems)
}

const noProblems = panel + `.querySelector(".problems") == null`

func testOneLanguage(_ *testing.T, tab *browser.Tab, e *edited) {
	e.write(plank, "20–30 sekunder", "20–35 sekunder")
	tab.Wait(`/35[ \u00a0]sekunder/.test(document.body.textContent)`)
	tab.Wait(panel + `.querySelector(".problems:not(.stopped)")?.textContent.includes("20–35+")`)
	e.write(plank, "20–35 sekunder", "20–30 sekunder")
	tab.Wait(noProblems)
}

func testStyle(t *testing.T, tab *browser.Tab, e *edited) {
	e.write("static/css/site.css", "\nh1 {", "\nh1 { letter-spacing: 7px !important;")
	tab.Wait(`getComputedStyle(document.querySelector("h1")).letterSpacing === "7px"`)
	if n := browser.Eval[int](tab, `document.querySelectorAll("link[rel=stylesheet]").length`); n != 4 {
		t.Errorf("%d style sheets", n)
	}
	notReloaded(t, tab)
}

func testLayout(_ *testing.T, tab *browser.Tab, e *edited) {
	const layout = "layouts/partials/title.html"
	e.write(layout, "<h1>", "<h1>{{.Nope}}")
	tab.Wait(panel + `.querySelector(".stopped")?.textContent.includes("title.html")`)
	e.write(layout, "<h1>{{.Nope}}", "<h1>")
	tab.Wait(noProblems)
}

func testBeside(_ *testing.T, tab *browser.Tab, e *edited) {
	tab = tab.More()
	tab.Go(e.address + "_serve/beside?file=" + plank)
	wait(tab, "serve/framesLoaded", "evidence")
	act(tab, "serve/scrollFirstFrame", "evidence")
	tab.Wait(call("serve/framesApart", "evidence") + ` < 60`)
}

// Who has seen both texts confirms them with a button, and nobody else can.
func testCompare(t *testing.T, tab *browser.Tab, e *edited) {
	tab = tab.More()
	tab.Go(e.address + "_serve/compare?page=exercises/plank")
	tab.Wait(`document.querySelector("main").textContent === "Everything is confirmed."`)
	e.write(plank, "20–30 sekunder", "20–35 sekunder")
	tab.Wait(`document.querySelector("main .failed, main ol")?.textContent.includes("20–35")`)
	e.write("content/en/exercises/plank.md", "20–30 seconds", "20–35 seconds")
	tab.Wait(`document.querySelector("main h2")?.textContent === "exercises/plank#progress critical"`)
	texts := browser.Eval[string](tab, `document.querySelector(".texts").innerText`)
	for _, want := range []string{"Når kan du gå videre?", "When can you move on?"} {
		if !strings.Contains(texts, want) {
			t.Errorf("%q is not shown in %s", want, texts)
		}
	}
	if got := browser.Eval[string](tab, `document.querySelector("ins").textContent`); got != "20–35" {
		t.Errorf("marked is %q", got)
	}
	browser.Eval[bool](tab, `(document.querySelector("#by").value = "Prøve [Prøvesen]", true)`)
	act(tab, "page/click", "main button")
	tab.Wait(`document.querySelector("main .failed").textContent.includes("a name has no brackets")`)
	browser.Eval[bool](tab, `(document.querySelector("#by").value = "Prøve Prøvesen", true)`)
	act(tab, "page/click", "main button")
	tab.Wait(`document.querySelector("main").textContent === "Everything is confirmed."`)
	lock, err := os.ReadFile(filepath.Join(e.src, translation.LockPath))
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`(?m)^exercises/plank#progress no \[\d{4}-\d\d-\d\d Prøve Prøvesen\] `).Match(lock) {
		t.Error("the lock does not say who has confirmed the section")
	}
}

func testReviews(_ *testing.T, tab *browser.Tab, e *edited) {
	tab = tab.More()
	tab.Go(e.address + "_serve/reviews")
	const link = `document.querySelector("main a[href='/_serve/review/no/exercises/plank/']")`
	tab.Wait(link + `?.textContent === "not reviewed"`)
}

func testTenTabs(_ *testing.T, tab *browser.Tab, e *edited) {
	var tabs []*browser.Tab
	for range 10 {
		more := tab.More()
		more.Go(e.address + "no/ovelser/planken/")
		tabs = append(tabs, more)
	}
	e.write(plank, "title: Planken", "title: Planken nå")
	for _, more := range tabs {
		more.Wait(`document.title.startsWith("Planken nå")`)
	}
}

// BenchmarkSaveToScreen measures how long it takes from the end of a save until the
// page in a browser has changed. An author saves no more often than twice a second.
func BenchmarkSaveToScreen(b *testing.B) {
	tab, e := openPlank(b)
	act(tab, "serve/watchChanges")
	var all []float64
	before := "Skyv gulvet"
	for i := 0; b.Loop(); i++ {
		after := fmt.Sprintf("Skyv gulvet %c", 'a'+i%26)
		ask[bool](tab, "serve/clearChanges")
		e.write(plank, before, after)
		saved := float64(time.Now().UnixMicro()) / 1000
		all = append(all, ask[float64](tab, "serve/firstChange")-saved)
		before = after
	}
	slices.Sort(all)
	b.ReportMetric(all[0], "ms-min")
	b.ReportMetric(all[len(all)/2], "ms-median")
	b.ReportMetric(all[len(all)*95/100], "ms-p95")
	b.ReportMetric(0, "ns/op") // which would count the pauses
}
