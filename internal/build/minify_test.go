package build

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A minified page has the same document tree as the page as it was written,
// apart from white space that a browser does not show.
func TestMinifyingKeepsTheDocument(t *testing.T) {
	o := handbookOptions(t)
	small := handbook(t, o)
	o.Loose = true
	loose := handbook(t, o)
	saved := 0
	for name, text := range loose {
		if path.Ext(name) != ".html" {
			continue
		}
		saved += len(text) - len(small[name])
		if got, want := outline(t, small[name]), outline(t, text); got != want {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			t.Fatalf("%s differs:\n…%.200s\nwant\n…%.200s", name, got[max(0, i-60):], want[max(0, i-60):])
		}
	}
	if saved <= 0 {
		t.Errorf("minifying saved %d bytes", saved)
	}
}

// outline writes a document's tree, with white space as a browser shows it: none
// at the edges of blocks, one space elsewhere.
func outline(t *testing.T, text string) string {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, verbatim bool)
	walk = func(n *html.Node, verbatim bool) {
		switch n.Type {
		case html.TextNode:
			if verbatim {
				b.WriteString(n.Data)
				return
			}
			b.WriteString(spaces.ReplaceAllString(n.Data, " "))
			return
		case html.ElementNode:
			b.WriteString("<" + n.Data)
			for _, a := range n.Attr {
				value := strings.ReplaceAll(a.Val, ", ", ",")
				b.WriteString(" " + a.Key + "=" + fingerprint.ReplaceAllString(value, "."))
			}
			b.WriteString(">")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, verbatim || n.Data == "pre")
		}
		if n.Type == html.ElementNode {
			b.WriteString("</" + n.Data + ">")
		}
	}
	walk(doc, false)
	return edges.ReplaceAllString(b.String(), "$1")
}

// blockElements have no white space that is shown at their edges.
var blockElements = strings.Fields(`
	html head meta title link script body header footer main nav section article aside div p h1 h2
	h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td blockquote pre details summary figure
	figcaption template form fieldset legend label option br`)

var (
	spaces      = regexp.MustCompile(`[ \t\r\n]+`)
	fingerprint = regexp.MustCompile(`\.[0-9a-f]{10}\.|sha256-[A-Za-z0-9+/]{43}=`)
	edges       = regexp.MustCompile(` *(</?(?:` + strings.Join(blockElements, "|") + `)(?: [^>]*)?>) *`)
)
