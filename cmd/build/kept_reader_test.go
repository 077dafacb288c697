package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// A reader has a browser in which the worker of a language answers, and a host whose
// answers a test can change.
type reader struct {
	t   *testing.T
	tab *browser.Tab
	p   *published

	settled int // how often settle was called
}

// newReader returns one whose device has the whole Norwegian edition.
func newReader(t *testing.T) *reader {
	t.Helper()
	r := &reader{t: t, tab: browser.Open(t, 800, 900), p: publish(t)}
	r.open(r.tab, "no/")
	r.tab.Wait(installed)
	r.open(r.tab, "no/") // now the worker answers
	r.tab.Wait(`navigator.serviceWorker.controller != null`)
	return r
}

func (r *reader) open(tab *browser.Tab, page string) {
	r.t.Helper()
	tab.Go(r.p.address + page)
}

// sees waits until the page shows a text.
func (r *reader) sees(text string) {
	r.t.Helper()
	wait(r.tab, "page/contains", "body", text)
}

// kept is what is wanted of an answer in a cache; what is empty is not looked at.
type kept struct {
	Text     string `json:"text"` // that it contains
	Status   int    `json:"status"`
	Location string `json:"location"` // the end of the address that it leads to
}

// keeps waits until a cache has such an answer for an address.
func (r *reader) keeps(cache, path string, want kept) {
	r.t.Helper()
	wait(r.tab, "kept/isKept", cache, path, want)
}

type fault = func(http.ResponseWriter, *http.Request) bool

// noNetwork breaks every connection off.
func noNetwork(w http.ResponseWriter, r *http.Request) bool {
	if conn, _, err := w.(http.Hijacker).Hijack(); err == nil {
		conn.Close()
	}
	return true
}

// noEdition keeps the browser from hearing of a new edition, and hands the rest on.
func noEdition(next fault) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, "/worker.js") {
			w.WriteHeader(http.StatusServiceUnavailable)
			return true
		}
		return next != nil && next(w, r)
	}
}

// at answers for one page and no other.
func at(path string, answer http.HandlerFunc) fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		if r.URL.Path != path {
			return false
		}
		answer(w, r)
		return true
	}
}

// corrected returns a page of the host with other words in it.
func (r *reader) corrected(page, old, new string) []byte {
	r.t.Helper()
	text, err := os.ReadFile(filepath.Join(r.p.dir, page, "index.html"))
	if err != nil {
		r.t.Fatal(err)
	}
	if !bytes.Contains(text, []byte(old)) {
		r.t.Fatalf("%s does not contain %q", page, old)
	}
	return bytes.Replace(text, []byte(old), []byte(new), 1)
}

func html(text []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "max-age=600") // as some hosts do
		w.Write(text)
	}
}

// settle waits until the worker has kept another page, which was read later.
func (r *reader) settle() {
	r.t.Helper()
	r.settled++
	const page = "no/fakta/"
	mark := fmt.Sprintf("<h1>%d ", r.settled)
	r.p.fail(noEdition(at("/"+page, html(r.corrected(page, "<h1>", mark)))))
	r.open(r.tab, page)
	r.keeps("/no edition 1 read", "/"+page, kept{Text: mark})
}
