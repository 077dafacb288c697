package markdown

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var example = regexp.MustCompile("(?ms)^(`{3,})markdown\n(.*?)^`{3,}$")

// What doc/syntax shows authors is read without a problem.
func TestSyntaxPages(t *testing.T) {
	pages, err := filepath.Glob("../../../doc/syntax/*.md")
	if err != nil {
		t.Fatal(err)
	}
	c, examples := New(Options{Quotes: norwegian, Locators: []string{"p.", "chap."}}), 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range example.FindAllSubmatch(text, -1) {
			body := m[2]
			if len(m[1]) > 3 { // a fence in a fence
				body = append(body, m[1][:3]...)
			}
			examples++
			if _, probs := c.Convert(page, body, 0); len(probs) > 0 {
				t.Errorf("%s: %v", page, probs.Locate(func(string) string { return string(body) }))
			}
		}
	}
	if examples < 8 {
		t.Errorf("only %d examples", examples)
	}
}
