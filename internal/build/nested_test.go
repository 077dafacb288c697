package build

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A box that contains another is whole once on the screen and once on paper, on exercises and
// programmes, where the screen shows a part of it and paper another copy.
func TestNestedBoxesAreShownOnce(t *testing.T) {
	tree := grown{}.tree(t)
	for _, l := range []string{"no", "en"} {
		f := tree["content/"+l+"/blocks/stop-rules.md"]
		at := bytes.Index(f.Data, []byte("\n---\n")) + len("\n---\n")
		f.Data = slices.Concat(f.Data[:at], []byte("Nested 1.\n\n![[prevalence]]\n\nNested 2.\n\n"), f.Data[at:])
	}
	grown{}.confirm(t, tree)
	files := filesOf(t, tree, handbookOptions(t))
	pages := 0
	for name, text := range files {
		if !strings.HasPrefix(name, "en/programmes/") && !strings.HasPrefix(name, "en/exercises/") ||
			!strings.Contains(text, "Nested 1.") {
			continue
		}
		pages++
		doc := document(t, text)
		for _, sentence := range []string{"Nested 1.", "In Norway, just over 50% of all adults", "Nested 2."} {
			onScreen, onPaper := shownOn(doc, sentence)
			if onScreen != 1 || onPaper != 1 {
				t.Errorf("%s: %q is %d times on the screen and %d times on paper", name, sentence, onScreen, onPaper)
			}
		}
	}
	if pages < 20 {
		t.Errorf("only %d pages have the box", pages)
	}
}

// shownOn returns how often a text is shown on the screen, and on paper.
func shownOn(doc *html.Node, text string) (onScreen, onPaper int) {
	for n := range doc.Descendants() {
		if n.Type != html.TextNode || !strings.Contains(strings.ReplaceAll(n.Data, "\u00ad", ""), text) {
			continue
		}
		if !isBelow(n, "paper") {
			onScreen++
		}
		if !isBelow(n, "screen") {
			onPaper++
		}
	}
	return onScreen, onPaper
}

// isBelow reports whether a node is inside an element of a class.
func isBelow(n *html.Node, class string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, a := range p.Attr {
			if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) {
				return true
			}
		}
	}
	return false
}
