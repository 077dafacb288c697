package main

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// stranger is a page of somebody else.
var stranger = []byte(`<!doctype html><title>Wi-Fi</title><h1>Passord</h1>`)

// A wrong answer is one that must not take the place of what is kept.
type wrongAnswer struct {
	name   string
	answer http.HandlerFunc
	sees   string // what the reader sees of it
}

// wrongAnswers returns the answers of somebody else, and of a network that dies on the way.
func (r *reader) wrongAnswers() []wrongAnswer {
	return []wrongAnswer{
		{"a page of somebody else", html(stranger), "Passord"},
		{"an error", badGateway, corrected},
		{"another kind of file", r.plainText, "Uformatert"},
		{"half a page", r.halfPage, corrected},
		{"half a page without its length", r.quietHalfPage, "Halv side"},
		{"a way to a page of somebody else", toLogin, "Passord"},
		{"a part", r.part, "En del"},
	}
}

func badGateway(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusBadGateway)
	w.Write(stranger)
}

func toLogin(w http.ResponseWriter, req *http.Request) {
	http.Redirect(w, req, "/login", http.StatusFound)
}

func (r *reader) plainText(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain")
	w.Write(r.corrected(aboutPage, aboutHeading, "Uformatert"))
}

func (r *reader) halfPage(w http.ResponseWriter, _ *http.Request) {
	right := r.correctedAbout()
	w.Header().Set("Content-Type", "text/html")
	w.Header().Set("Content-Length", "100000")
	w.Write(right[:len(right)/2])
}

func (r *reader) quietHalfPage(w http.ResponseWriter, req *http.Request) {
	w.Header().Set("Connection", "close")
	half, _, _ := bytes.Cut(r.corrected(aboutPage, aboutHeading, "Halv side"), []byte("<footer"))
	html(half)(w, req)
}

func (r *reader) part(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	w.Header().Set("Content-Range", "bytes 0-9/10")
	w.WriteHeader(http.StatusPartialContent)
	w.Write(r.corrected(aboutPage, aboutHeading, "En del"))
}

// What somebody else has answered, or a network that died on the way, changes nothing.
func TestKeptIsNotWhatOthersAnswer(t *testing.T) {
	r := newReader(t)
	r.readCorrected()
	for _, c := range r.wrongAnswers() {
		r.p.fail(noEdition(func(w http.ResponseWriter, req *http.Request) bool {
			return at("/"+aboutPage, c.answer)(w, req) || at("/login", html(stranger))(w, req)
		}))
		r.open(r.tab, aboutPage)
		r.sees(c.sees)
		r.settle()
		r.p.fail(noNetwork)
		r.open(r.tab, aboutPage)
		got := browser.Eval[string](r.tab, `document.querySelector("main").innerText`)
		if !strings.Contains(got, corrected) {
			t.Errorf("after %s, without a network: %.100s", c.name, got)
		}
	}
}

// A page that was withdrawn is not kept, until it is there again.
func TestKeptIsNotWhatWasWithdrawn(t *testing.T) {
	r := newReader(t)
	r.readCorrected()
	for _, status := range []int{http.StatusNotFound, http.StatusGone} {
		r.p.fail(noEdition(at("/"+aboutPage, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(status)
			w.Write(stranger)
		})))
		r.open(r.tab, aboutPage)
		r.sees("Passord")
		r.keeps("/no edition 1 read", "/"+aboutPage, kept{Status: http.StatusGone})
		r.p.fail(noNetwork)
		r.open(r.tab, aboutPage)
		r.sees("Du er uten nett")
		r.p.fail(noEdition(nil)) // it was a mistake: the page is there again
		r.open(r.tab, aboutPage)
		r.sees(aboutHeading)
		r.keeps("/no edition 1 read", "/"+aboutPage, kept{Text: aboutHeading})
	}
}
