package main

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

const (
	aboutPage    = "no/om/"
	aboutHeading = "Hvem gir den ut?"
	corrected    = "Rettet overskrift"
)

// correctedAbout returns the page with a heading that is corrected.
func (r *reader) correctedAbout() []byte {
	r.t.Helper()
	return r.corrected(aboutPage, aboutHeading+"</h2>", corrected+"</h2>")
}

// readCorrected reads the corrected page, and waits until it is kept.
func (r *reader) readCorrected() {
	r.t.Helper()
	r.p.fail(noEdition(at("/"+aboutPage, html(r.correctedAbout()))))
	r.open(r.tab, aboutPage+"?from=print")
	r.sees(corrected)
	r.keeps("/no edition 1 read", "/"+aboutPage, kept{Text: corrected})
}

// What was read last is what is there without a network, however its address is written.
func TestKeptIsWhatWasRead(t *testing.T) {
	r := newReader(t)
	r.readCorrected()
	r.p.fail(noNetwork)
	for _, address := range []string{
		aboutPage,
		"no/om",
		aboutPage + "index.html",
		aboutPage + "?x=1",
		aboutPage + "#who",
	} {
		r.open(r.tab, "no/offline.html") // so that an address with a # is a new visit
		r.open(r.tab, address)
		r.sees(corrected)
	}
}

// A page that has moved leads to where it is now, without a network too: whether by
// a redirect of the host or by a page in its place.
func TestKeptMoves(t *testing.T) {
	r := newReader(t)
	r.p.fail(noEdition(at("/no/personvern/", func(w http.ResponseWriter, req *http.Request) {
		http.Redirect(w, req, "/no/om/", http.StatusMovedPermanently)
	})))
	r.open(r.tab, "no/personvern/")
	r.sees("Hvem gir den ut?")
	r.keeps("/no edition 1 read", "/no/personvern/", kept{Location: "/no/om/"})
	r.p.fail(noNetwork)
	r.open(r.tab, "no/personvern/")
	r.sees("Hvem gir den ut?")

	src := edit(t)
	src.write("content/no/about.md", "slug: om\n", "slug: om-boka\naliases: [no/om/]\n")
	r.p.build(src.src)
	r.p.fail(noEdition(nil))
	r.open(r.tab, "no/om/")
	r.tab.Wait(`location.pathname === "/no/om-boka/"`)
	r.keeps("/no edition 1 read", "/no/om/", kept{Text: "refresh"})
	r.keeps("/no edition 1 read", "/no/om-boka/", kept{Text: "Hvem gir den ut?"})
	r.p.fail(noNetwork)
	r.open(r.tab, "no/om/")
	r.tab.Wait(`location.pathname === "/no/om-boka/"`)
	r.sees("Hvem gir den ut?")
}

// A page that was read anew brings what it needs: style sheets, scripts and figures that
// the edition on the device does not have. It goes on even if the network dies under it,
// for the text matters most.
func TestKeptBringsItsFigures(t *testing.T) {
	r := newReader(t)
	src := edit(t)
	src.write("static/css/figure.css", "--skin: #f0c9ab", "--skin: #f0c9ac")
	src.write("static/css/site.css", "h1 { font-size", "h1 { word-spacing: 7px; font-size")
	src.write("static/js/handout/state.js", "export ", "export const isNew = true;\nexport ")
	r.p.build(src.src)
	r.p.fail(noEdition(nil))
	r.open(r.tab, "no/ovelser/planken/")
	figure := browser.Eval[string](r.tab, `new URL([...document.images].at(-1).src).pathname`)
	r.keeps("/no edition 1 read", figure, kept{Text: "<svg"})
	r.open(r.tab, "no/utdelingsark/")
	module := fileWith(t, r.p.dir, "js/handout/state.*.js", "isNew")
	r.keeps("/no edition 1 read", module, kept{Text: "export"})
	r.p.fail(noNetwork)
	r.open(r.tab, "no/ovelser/planken/")
	wait(r.tab, "page/loadAllPictures")
	if got := browser.Eval[string](r.tab, wordSpacing); got != "7px" {
		t.Errorf("the new style is not used: %s", got)
	}
	r.open(r.tab, "no/ovelser/diagonalloft/") // not read since, so it is as it was
	wait(r.tab, "page/loadAllPictures")
	if got := browser.Eval[string](r.tab, wordSpacing); got != "0px" {
		t.Errorf("a page that has not been read has the new style: %s", got)
	}

	half := func(w http.ResponseWriter, req *http.Request) bool {
		return strings.HasPrefix(req.URL.Path, "/figures/") && noNetwork(w, req)
	}
	r.p.fail(noEdition(half))
	r.open(r.tab, "no/ovelser/diagonalloft/")
	r.keeps("/no edition 1 read", "/no/ovelser/diagonalloft/", kept{Text: "<h1>"})
	r.p.fail(noEdition(func(w http.ResponseWriter, req *http.Request) bool {
		if strings.HasPrefix(req.URL.Path, "/figures/") { // of somebody else
			html([]byte("<h1>Passord</h1>"))(w, req)
			return true
		}
		return false
	}))
	r.open(r.tab, "no/ovelser/diagonalloft/")
	r.p.fail(noEdition(nil)) // the network is back: the next reading completes the page
	r.open(r.tab, "no/ovelser/diagonalloft/")
	for _, figure := range ask[[]string](r.tab, "kept/picturePaths") {
		r.keeps("/no edition 1 read", figure, kept{Text: "<svg"})
	}
	r.p.fail(noNetwork)
	r.open(r.tab, "no/ovelser/diagonalloft/")
	wait(r.tab, "page/loadAllPictures")
}

// fileWith returns the path, from the root of the site, of the file that a pattern names and
// that contains a text: what a build replaces is still there for a while.
func fileWith(t *testing.T, dir, pattern, what string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range found {
		if text, err := os.ReadFile(name); err == nil && bytes.Contains(text, []byte(what)) {
			return "/" + strings.Trim(filepath.ToSlash(strings.TrimPrefix(name, dir)), "/")
		}
	}
	t.Fatalf("no file %s contains %s", pattern, what)
	return ""
}

// A worker keeps its own language only.
func TestKeptIsOneLanguage(t *testing.T) {
	r := newReader(t)
	r.p.fail(noEdition(nil))
	r.open(r.tab, "en/about/")
	r.sees("Who publishes it?")
	r.settle()
	for _, stray := range ask[[]string](r.tab, "kept/strayFiles") {
		t.Error(stray)
	}
}

// Once a new edition is on the device, its text is what is shown without a network, though
// no reader has agreed to it. What was read after it is newer, and stays when they do.
func TestKeptEditions(t *testing.T) {
	r := newReader(t)
	src := edit(t)
	src.write("static/css/site.css", "h1 { font-size", "h1 { word-spacing: 7px; font-size")
	r.p.build(src.src)
	other := r.tab.More()
	r.open(other, "no/ordliste/")
	r.open(r.tab, "no/om/")
	for _, tab := range []*browser.Tab{r.tab, other} {
		tab.Wait(`document.querySelector("[data-worker] button") != null`)
	}
	r.p.fail(noNetwork)
	r.open(r.tab, "no/personvern/")
	if got := browser.Eval[string](r.tab, wordSpacing); got != "7px" {
		t.Errorf("the old edition is shown: %s", got)
	}

	r.p.fail(noEdition(at("/no/om/", html(r.corrected("no/om", "Hvem gir den ut?</h2>", "Rettet overskrift</h2>")))))
	r.open(r.tab, "no/om/")
	r.keeps("/no edition 2 read", "/no/om/", kept{Text: "Rettet overskrift"})
	for _, tab := range []*browser.Tab{r.tab, other} { // in the one, and then in the other
		act(tab, "kept/acceptEdition")
		tab.Wait(`window.before === undefined && document.readyState === "complete"`)
	}
	r.tab.StopWorkers()
	r.tab.Wait(`caches.keys().then((names) => names.join() === "/no edition 2,/no edition 2 read")`)
	wait(r.tab, "kept/workerIsActive")
	r.p.fail(noNetwork)
	r.open(r.tab, "no/om/")
	r.sees("Rettet overskrift")
	r.open(r.tab, "no/ordliste/")
	r.sees("Ordliste")
}

// A reader who has waited for the network, and reads what was kept, is notified when the
// network has something else after all.
func TestKeptIsLate(t *testing.T) {
	r := newReader(t)
	right := r.corrected("no/om", "Hvem gir den ut?</h2>", "Rettet overskrift</h2>")
	comes := make(chan bool)
	r.p.fail(noEdition(at("/no/om/", func(w http.ResponseWriter, req *http.Request) {
		<-comes
		html(right)(w, req)
	})))
	r.open(r.tab, "no/om/")
	r.sees("Hvem gir den ut?")
	close(comes)
	r.tab.Wait(`document.querySelector("[data-worker] button") != null`)
	r.p.fail(noNetwork)
	act(r.tab, "page/click", "[data-worker] button")
	r.sees("Rettet overskrift")
}
