package main

import (
	"net/url"
	"os"
	"testing"

	"rygghandboka/internal/build"
	"rygghandboka/internal/test/golden"
)

// The corpus builds without a problem once it is confirmed: what measures the program must
// not fall behind what the program refuses.
func TestCorpusBuilds(t *testing.T) {
	t.Chdir("../../..") // the layouts and the words are the handbook's
	dir := t.TempDir()
	if err := newCorpus(8).writeOurs(dir); err != nil {
		t.Fatal(err)
	}
	today := golden.Day(t, ".")
	if probs, err := confirm(dir, today); err != nil || len(probs) > 0 {
		t.Fatal(err, probs)
	}
	o := build.Options{Base: &url.URL{Scheme: "https", Host: "example.org", Path: "/"}, Today: today}
	confirmed, err := new(build.Builder).Build(os.DirFS(dir), o)
	if err != nil {
		t.Fatal(err)
	}
	if len(confirmed.Problems) > 0 {
		t.Error(confirmed.Problems)
	}
	if len(confirmed.Outputs) == 0 {
		t.Error("the corpus has no site")
	}
}
