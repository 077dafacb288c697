package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// listedVerbs is what the README says is in cmd/build.
var listedVerbs = regexp.MustCompile(`(?s)cmd/build/ +the command: (.*?)\n    \S`)

// The README names all verbs.
func TestREADMENamesVerbs(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(repository, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	m := listedVerbs.FindSubmatch(text)
	if m == nil {
		t.Fatal("the README does not list the verbs")
	}
	listed := strings.FieldsFunc(string(m[1]), func(r rune) bool { return strings.ContainsRune(", \n", r) })
	var all []string
	for _, v := range verbs() {
		all = append(all, v.name())
	}
	slices.Sort(listed)
	slices.Sort(all)
	if !slices.Equal(listed, all) {
		t.Errorf("the README lists %q, and there are %q", listed, all)
	}
}
