package main

import (
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"rygghandboka/internal/build"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/translation"
)

// The corpus builds without a problem once it is confirmed: what measures the program must
// not fall behind what the program refuses.
func TestCorpusBuilds(t *testing.T) {
	t.Chdir("../../..") // the layouts and the words are the handbook's
	dir := t.TempDir()
	if err := newCorpus(8).writeOurs(dir); err != nil {
		t.Fatal(err)
	}
	o := build.Options{Base: &url.URL{Scheme: "https", Host: "example.org", Path: "/"}, Today: golden.Day(t, ".")}
	first, err := new(build.Builder).Build(os.DirFS(dir), o)
	if err != nil {
		t.Fatal(err)
	}
	proposals, probs, err := first.Propose(nil, true)
	if err != nil || probs.Errors() > 0 {
		t.Fatal(err, probs)
	}
	lock := first.Confirm(proposals, translation.Stamp{})
	if err := os.WriteFile(filepath.Join(dir, translation.LockPath), lock.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
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
