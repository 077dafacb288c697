package build

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rygghandboka/internal/text/markdown"
)

// urgent are the alerts for which a reader calls somebody now.
var urgent = func() (list []string) {
	for _, a := range markdown.Alarms() {
		if a.Today {
			list = append(list, "alert-"+a.Name)
		}
	}
	return list
}()

// A sign for which somebody should call now is on every page in the words of the page on
// help, or in the first of them, and at the same level. So no page can send a reader with
// the same sign somewhere else. A sheet has both languages, so they are looked at as one.
func TestSignsAreTheSameEverywhere(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	help := map[string][]string{} // by alert
	for _, out := range outs(t, "blocks/get-help") {
		for alert, signs := range urgentSigns(document(t, files[out])) {
			help[alert] = append(help[alert], signs...)
		}
	}
	compared := 0
	for name, text := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		for alert, signs := range urgentSigns(document(t, text)) {
			for _, sign := range signs {
				compared++
				begins := func(whole string) bool { return strings.HasPrefix(whole, strings.TrimSuffix(sign, ".")) }
				if !slices.ContainsFunc(help[alert], begins) {
					t.Errorf("%s: %q is in %s here, and not on the page on help", name, sign, alert)
				}
			}
		}
	}
	if compared < 500 {
		t.Errorf("only %d signs were compared", compared)
	}
}

// urgentSigns returns the items of the urgent alerts in a document.
func urgentSigns(doc *html.Node) map[string][]string {
	found := map[string][]string{}
	for n := range doc.Descendants() {
		for _, alert := range urgent {
			if n.Data != "div" || !hasClass(n, alert) {
				continue
			}
			for item := range n.Descendants() {
				if item.Data == "li" {
					found[alert] = append(found[alert], textIn(item))
				}
			}
		}
	}
	return found
}

// The numbers to call are those of one country, and a reader may be in another. Each
// emergency alert and each foot in which one can be called states where it is answered, and
// what to call elsewhere.
func TestNumbersSayWhereTheyAreAnswered(t *testing.T) {
	looked := 0
	abroad := inEachLanguage(t, "abroad")
	for name, text := range handbook(t, handbookOptions(t)) {
		if path.Ext(name) != ".html" {
			continue
		}
		for n := range document(t, text).Descendants() {
			if n.Data != "footer" && !hasClass(n, "alert-caution") || !calls(n) {
				continue
			}
			looked++
			text := textIn(n)
			if !strings.Contains(text, "Norge") && !strings.Contains(text, "Norway") || !strings.Contains(text, "112") {
				t.Errorf("%s: here are numbers, and not where they are answered: %.200s", name, text)
			}
			if !slices.ContainsFunc(abroad, func(sentence string) bool { return strings.Contains(text, sentence) }) {
				t.Errorf("%s: this has other words than elsewhere, for 113 and for 116 117: %.900s", name, text)
			}
		}
	}
	if looked < 150 {
		t.Errorf("only %d places were looked at", looked)
	}
}

// inEachLanguage returns a word of the layouts, in one line of text as a browser has it.
func inEachLanguage(t *testing.T, key string) (found []string) {
	t.Helper()
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range r.Site.Languages {
		word, known := r.Site.Words.Word(l.Lang, key)
		if !known {
			t.Fatalf("there is no word %q in %q", key, l.Lang)
		}
		found = append(found, word)
	}
	return found
}

// calls reports whether there is a number to call in an element.
func calls(n *html.Node) bool {
	for child := range n.Descendants() {
		for _, a := range child.Attr {
			if a.Key == "href" && strings.HasPrefix(a.Val, "tel:") {
				return true
			}
		}
	}
	return false
}

// outs returns the files of a page, one for each language.
func outs(t *testing.T, key string) (found []string) {
	t.Helper()
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range r.Site.Entries {
		if e.Key == key {
			found = append(found, e.Out)
		}
	}
	if len(found) < 2 {
		t.Fatalf("%s is in %d languages", key, len(found))
	}
	return found
}

func document(t *testing.T, text string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// hasClass reports whether an element is of a class.
func hasClass(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) {
			return true
		}
	}
	return false
}

// textIn returns the text in an element, in one line, without the definitions of terms,
// which are there only where a page has a term for the first time.
func textIn(n *html.Node) string {
	var b strings.Builder
	var write func(n *html.Node)
	write = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if !hasClass(child, "definition") {
				write(child)
			}
		}
	}
	write(n)
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00ad", "")), " ")
}
