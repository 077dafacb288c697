package markdown

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rygghandboka/internal/text/hyphen"
)

// A specExample is an example of a specification: Markdown and its HTML.
type specExample struct {
	Example        int
	Markdown, HTML string
}

// What the specification of CommonMark, or of GitHub's extensions, gives a meaning has that
// meaning here, or is refused. The exceptions have a reason.
func TestSpec(t *testing.T) {
	exceptions := map[string]string{
		"CommonMark 548": "[[foo]] is a link to a page",
		"CommonMark 590": "![[foo]] embeds a page",
	}
	c := New(Options{Quotes: Quotes{Open: `"`, Close: `"`, InnerOpen: "'", InnerClose: "'"}})
	equal, refused := 0, 0
	for name, list := range specExamples(t) {
		for _, e := range list {
			doc, probs := c.Convert("f.md", []byte(e.Markdown), 0)
			if len(probs) > 0 {
				refused++
				checkPlaces(t, fmt.Sprint(name, e.Example), e.Markdown, probs[0].Offset)
				continue
			}
			got, want := shape(t, show(doc.Body)), shape(t, e.HTML)
			key := fmt.Sprint(name, " ", e.Example)
			if slices.Equal(got, want) == (exceptions[key] != "") {
				t.Errorf("%s: %q\ngot  %q\nwant %q", key, e.Markdown, got, want)
			}
			equal++
		}
	}
	t.Logf("%d equal, %d refused", equal, refused)
	if equal < 250 {
		t.Errorf("only %d examples are the same", equal)
	}
}

func checkPlaces(t *testing.T, name, text string, offset int) {
	if offset < 0 || offset > len(text) {
		t.Errorf("%s: a problem at %d of %d", name, offset, len(text))
	}
}

// specExamples returns the examples that goldmark has in its module, by file.
func specExamples(t *testing.T) map[string][]specExample {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := strings.TrimSpace(string(out))
	data, err := os.ReadFile(filepath.Join(dir, "_test", "spec.json"))
	if err != nil {
		t.Fatal(err)
	}
	var commonMark []specExample
	if err := json.Unmarshal(data, &commonMark); err != nil {
		t.Fatal(err)
	}
	all := map[string][]specExample{"CommonMark": commonMark}
	for _, name := range []string{"table", "strikethrough", "tasklist", "linkify", "definition_list", "footnote"} {
		data, err := os.ReadFile(filepath.Join(dir, "extension", "_test", name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = extensionExamples(string(data))
	}
	return all
}

// extensionExamples reads goldmark's own form of examples.
func extensionExamples(text string) (list []specExample) {
	const between, end = "//- - - - - - - - -//", "//= = = = = = = = = = = = = = = = = = = = = = = =//"
	for part := range strings.SplitSeq(text, end) {
		pieces := strings.Split(part, between+"\n")
		if len(pieces) < 3 {
			continue
		}
		list = append(list, specExample{len(list) + 1, pieces[1], pieces[2]})
	}
	return list
}

// shape returns the blocks of HTML with the lines of text in and between them. What the handbook
// adds is left out: ids, classes, word joiners, and addresses that only the whole site knows.
func shape(t *testing.T, text string) (lines []string) {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var line strings.Builder
	end := func() {
		text := aroundBreak.ReplaceAllString(line.String(), "<br>")
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, text)
		}
		line.Reset()
	}
	var walk func(n *html.Node, pre bool)
	walk = func(n *html.Node, pre bool) {
		switch {
		case n.Type == html.TextNode:
			line.WriteString(browserText(n.Data, pre))
			return
		case n.Type != html.ElementNode, slices.Contains(unseenElements, n.Data):
		case slices.Contains(inlineElements, n.Data):
			line.WriteString("<" + n.Data + ">")
			if n.Data == "br" {
				return
			}
			defer line.WriteString("</" + n.Data + ">")
		default:
			end()
			lines = append(lines, "<"+n.Data+">")
			defer func() {
				end()
				lines = append(lines, "</"+n.Data+">")
			}()
		}
		for child := range n.ChildNodes() {
			walk(child, pre || n.Data == "pre")
		}
	}
	walk(doc, false)
	return lines
}

var (
	unseenElements = []string{"html", "head", "body", "span", "div"}
	inlineElements = []string{"a", "br", "code", "del", "em", "strong"}
)

// browserText returns text as a browser shows it, with plain quotation marks.
func browserText(text string, pre bool) string {
	text = plainQuotes.Replace(hyphen.Strip(text))
	if pre {
		return strings.TrimRight(text, "\n")
	}
	return space.ReplaceAllString(text, " ")
}

var (
	space       = regexp.MustCompile(`[ \t\n\x{a0}]+`)
	aroundBreak = regexp.MustCompile(` ?<br> ?`)
	plainQuotes = strings.NewReplacer(wordJoiner, "", "’", "'")
)
