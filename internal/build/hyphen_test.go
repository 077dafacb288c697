package build

import (
	"bytes"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/source"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

// testdata/hyphenation lists all long words that the handbook shows, with a bar at each
// break, so that an author sees in the difference what a new part does. Words in
// another language than the page's are left out, and so are works, which are in many,
// and the layouts' own words. The longest have their breaks wherever they are shown.
func TestBreaksOfLongWords(t *testing.T) {
	text, err := os.ReadFile("../../" + i18n.HyphenPath)
	if err != nil {
		t.Fatal(err)
	}
	hyphenation, probs := i18n.ParseHyphens(source.File{Path: i18n.HyphenPath, Data: text})
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	found := map[string]map[string]bool{"no": {}, "en": {}}
	for name, doc := range pages(t) {
		language, _, _ := strings.Cut(name, "/")
		list := found[language]
		if list == nil {
			continue
		}
		h := hyphen.New(hyphenation.Lists[lang.Lang(language)])
		for text := range shown(doc) {
			for word := range strings.FieldsFuncSeq(text, notInWord) {
				whole := hyphen.Strip(strings.ToLower(word))
				letters := len([]rune(whole))
				if letters < hyphen.Narrow {
					continue
				}
				divided := h.Text(whole, hyphen.Narrow)
				if divided != whole || letters >= hyphen.Running {
					list[strings.ReplaceAll(divided, hyphen.Soft, "|")] = true
				}
				if letters >= hyphen.Running && strings.ToLower(word) != divided {
					t.Errorf("%s: %q is shown without its breaks", name, word)
				}
			}
		}
	}
	golden.Archives(t, "testdata/hyphenation/*.txtar", func(t *testing.T, a *txtar.Archive, update bool) {
		for i, f := range a.Files {
			list := slices.Sorted(maps.Keys(found[f.Name]))
			got := []byte(strings.Join(list, "\n") + "\n")
			if update {
				a.Files[i].Data = got
			} else if !bytes.Equal(got, f.Data) {
				t.Errorf("%s: got\n%s", f.Name, got)
			}
		}
	})
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && string(r) != hyphen.Soft }

// Soft hyphens are nowhere but in what is seen: not in titles, attributes, code, scripts
// and files that programs read. Figures have those of their own labels.
func TestSoftHyphensAreOnlySeen(t *testing.T) {
	for name, text := range handbook(t, handbookOptions(t)) {
		if path.Ext(name) != ".html" && path.Ext(name) != ".svg" && strings.Contains(text, hyphen.Soft) {
			t.Errorf("%s has a soft hyphen", name)
		}
	}
	seen := 0
	for name, doc := range pages(t) {
		for n := range doc.Descendants() {
			for _, a := range n.Attr {
				if strings.Contains(a.Val, hyphen.Soft) {
					t.Errorf("%s: a soft hyphen in %s=%q", name, a.Key, a.Val)
				}
			}
			if n.Type != html.TextNode || !strings.Contains(n.Data, hyphen.Soft) {
				continue
			}
			seen++
			if slices.Contains([]string{"title", "desc", "script", "style", "code", "pre"}, n.Parent.Data) {
				t.Errorf("%s: a soft hyphen in %s: %q", name, n.Parent.Data, n.Data)
			}
		}
	}
	if seen < 300 {
		t.Errorf("only %d texts have soft hyphens", seen)
	}
}

// pages returns the pages of the handbook.
func pages(t *testing.T) map[string]*html.Node {
	docs := map[string]*html.Node{}
	for name, text := range handbook(t, handbookOptions(t)) {
		if path.Ext(name) != ".html" {
			continue
		}
		doc, err := html.Parse(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = doc
	}
	return docs
}

// shown calls yield for the texts of a page that are to have breaks.
func shown(n *html.Node) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		var walk func(n *html.Node)
		walk = func(n *html.Node) {
			if n.Type == html.TextNode {
				yield(n.Data)
			}
			if n.Type == html.ElementNode && (slices.Contains([]string{"head", "script", "style", "code", "pre", "svg", "template", "option"}, n.Data) || aside(n)) {
				return
			}
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				walk(c)
			}
		}
		walk(n)
	}
}

// aside reports whether an element is in another language, or holds works or what
// describes a link.
func aside(n *html.Node) bool {
	for _, a := range n.Attr {
		switch {
		case a.Key == "lang" && n.Data != "html",
			a.Key == "class" && slices.Contains([]string{"works", "references", "work", "definition", "bottom", "lines paper"}, a.Val):
			return true
		}
	}
	return false
}
