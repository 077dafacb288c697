package main

import (
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

const (
	installed   = `navigator.serviceWorker.getRegistration().then((r) => r?.active?.state === "activated")`
	wordSpacing = `getComputedStyle(document.querySelector("h1")).wordSpacing`
)

// After one visit the pages of that language are there without a network, with what
// they show; a notice takes the place of a page that is not kept.
func TestOffline(t *testing.T) {
	tab := browser.Open(t, 800, 900)
	p := publish(t)
	tab.Go(p.address + "no/")
	tab.Wait(installed)
	for _, asked := range p.requests() {
		if strings.HasPrefix(asked, "/en/") || strings.HasPrefix(asked, "/share/") || strings.HasSuffix(asked, ".pdf") {
			t.Errorf("the worker has asked for %s", asked)
		}
	}
	p.fail(func(w http.ResponseWriter, r *http.Request) bool {
		w.WriteHeader(http.StatusTooManyRequests)
		return true
	})
	tab.Go(p.address + "no/om/")
	tab.Wait(`document.querySelector("h1")?.innerText.includes("håndboka")`)
	p.server.Close()
	for page, want := range map[string]string{
		"no/om":                          "Hvem gir den ut?",
		"no/ovelser/planken/index.html":  "Planken",
		"no/ovelser/diagonalloft/":       "Diagonalløft",
		"no/fakta/rode-flagg/?x=1":       "113",
		"no/ovelser/planken/#steps":      "Planken",
		"no/finnes-ikke/":                "Du er uten nett",
		"no/utdelingsark/#v1;x=bird-dog": "Diagonalløft",
	} {
		tab.Go(p.address + page)
		wait(tab, "page/contains", "main", want)
		wait(tab, "page/picturesComplete")
		weight := browser.Eval[string](tab, `getComputedStyle(document.querySelector("h1")).fontWeight`)
		if weight != "650" {
			t.Errorf("%s has lost its style", page)
		}
		if n := ask[int](tab, "page/missingPictures", "img"); n > 0 {
			t.Errorf("%s: %d pictures are missing", page, n)
		}
	}
}

// A new edition takes the place of the one before only once the reader agrees, and what
// has not changed is not fetched again.
func TestOfflineUpdate(t *testing.T) {
	tab := browser.Open(t, 800, 900)
	p := publish(t)
	tab.Go(p.address + "en/about/")
	tab.Wait(installed)
	tab.Go(p.address + "en/about/") // now the worker answers
	tab.Wait(`navigator.serviceWorker.controller != null`)

	e := edit(t)
	e.write("static/css/site.css", "h1 { font-size", "h1 { word-spacing: 7px; font-size")
	p.build(e.src)
	p.requests()
	tab.Go(p.address + "en/about/")
	tab.Wait(`document.querySelector("[data-worker] button") != null`)
	fetched := p.requests()
	unchanged := func(s string) bool {
		return strings.HasPrefix(s, "/js/") || strings.HasPrefix(s, "/figures/")
	}
	if slices.ContainsFunc(fetched, unchanged) {
		t.Errorf("files that have not changed were fetched again: %q", fetched)
	}
	act(tab, "kept/acceptEdition")
	tab.Wait(`window.before === undefined && document.readyState === "complete"`)
	if got := browser.Eval[string](tab, wordSpacing); got != "7px" {
		t.Errorf("the new style is not used: %s", got)
	}
	tab.StopWorkers() // the one before may be busy
	tab.Wait(`caches.keys().then(keys => keys.length === 1)`)
}

// A network that asks for a password answers with a page of its own. That is not taken
// for a page of the handbook, and nothing of what has been fetched is left.
func TestOfflineRefusesWhatIsNotOurs(t *testing.T) {
	tab := browser.Open(t, 800, 900)
	p := publish(t)
	asked := make(chan bool, 10)
	p.fail(func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != "/en/facts/red-flags/" {
			return false
		}
		io.WriteString(w, "<h1>Password</h1>")
		asked <- true
		return true
	})
	tab.Go(p.address + "en/about/")
	<-asked
	<-asked // the second time past all that stores answers on the way
	wait(tab, "kept/nothingIsKept")
	p.fail(nil)
	tab.Go(p.address + "en/about/")
	tab.Wait(installed)
}
