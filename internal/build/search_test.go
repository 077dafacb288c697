package build

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/search"
)

// packed is how many bytes of a file a browser loads.
func packed(t *testing.T, data string) int {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(data))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// What a reader loads of the search in a language, whatever the question: no more than
// 35 kB, of which what is on each page is next to nothing.
func TestSearchIsSmall(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	size, texts := map[string]int{}, map[string][]int{}
	for name, data := range files {
		switch dir, base := path.Split(name); {
		case dir == "js/" && strings.HasPrefix(base, "search."):
			size["field"] = packed(t, data)
		case dir == "js/search/":
			what, _, _ := strings.Cut(base, ".")
			size[what] = packed(t, data)
		case path.Dir(path.Clean(dir)) == "js/search":
			texts[path.Base(dir)] = append(texts[path.Base(dir)], packed(t, data))
		}
	}
	if size["field"] == 0 || size["field"] >= 600 {
		t.Errorf("each page loads %d bytes", size["field"])
	}
	for _, language := range []string{"no", "en"} {
		list := texts[language]
		slices.Sort(list)
		slices.Reverse(list)
		largest := 0
		for _, n := range list[:8] {
			largest += n
		}
		sum := size["reader"] + size[language] + largest
		t.Logf("%s: reader %d, index %d, the largest eight of %d texts %d, in all %d bytes",
			language, size["reader"], size[language], len(list), largest, sum)
		if size["reader"] == 0 || size[language] == 0 || sum > 35_000 {
			t.Errorf("%s: %d bytes", language, sum)
		}
	}
}

// What is searched of a page: its own text by its headings, as sentences, without the
// boxes, the numbers of works and code; facts of an exercise and terms by their names.
func TestSearched(t *testing.T) {
	golden.Archives(t, "testdata/searched/*.txtar", func(t *testing.T, a *txtar.Archive, update bool) {
		in, _, _ := trees(t, a)
		last := &a.Files[len(a.Files)-1]
		delete(in, last.Name)
		confirm(t, in)
		r, err := new(Builder).Build(in, options())
		if err != nil || r.Problems.Errors() > 0 {
			t.Fatal(err, r.Problems)
		}
		got := written(r)
		if want := string(last.Data); got != want && !update {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		last.Data = []byte(got)
	})
}

// written lists what is searched of all pages.
func written(r *Result) string {
	var b strings.Builder
	for _, e := range r.Site.Entries {
		p := r.Site.Searched(e)
		fmt.Fprintf(&b, "%s %q %q %q low: %v\n", p.Address, p.Title, p.Kind, p.Names, p.Low)
		for _, s := range p.Sections {
			fmt.Fprintf(&b, "  %q %q %q key: %v\n", s.ID, s.Heading, s.Names, s.Key)
			for _, text := range s.Text {
				fmt.Fprintf(&b, "    %s\n", text)
			}
			for _, sign := range s.Signs {
				fmt.Fprintf(&b, "    level %d: %s\n", sign.Level, sign.Text)
			}
		}
	}
	return b.String()
}

const oneLanguage = `languages:
  - folder: no
    tag: nb
    name: Norsk
    collation: da
    quotes: [«, », ‘, ’]
    decimal: ","
    readability: lix
    stemmer: norwegian
`

// Every letter of a page is searched that a browser would show of its own text, but for
// blocks of code, in the same order, wherever tags and holes are between them.
func FuzzSearched(f *testing.F) {
	f.Add("Tekst **fet** `kode` og [lenke](https://example.org/).\n\n> [!NOTE]\n> Merk: dette.\n\n" +
		"## Del {#del}\n\n- {#a} Ett.\n- To [[one]].\n")
	f.Add("| a | b |\n| --- | --- |\n| 1 | \\<b> &amp; |\n\n![[box]]\n\n" +
		"Term\n: Det.\n\n```yaml\nkode: a\n```\n")
	files := map[string]string{
		i18n.Path:             oneLanguage,
		"content/no/one.md":   "---\nkind: article\ntitle: En\nsummary: S.\n---\nTekst.\n",
		"content/no/box.md":   "---\nkind: factbox\ntitle: Boks\nsummary: S.\n---\nBoks.\n",
		"content/no/index.md": "",
	}
	f.Fuzz(func(t *testing.T, body string) {
		files["content/no/index.md"] = "---\nkind: home\ntitle: Hjem\nsummary: S.\n---\n" + body
		in := fstest.MapFS{}
		for name, data := range files {
			in[name] = &fstest.MapFile{Data: []byte(data)}
		}
		r, err := new(Builder).Build(in, options())
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range r.Site.Entries {
			if e.Key != "index" || e.HasErrors {
				continue
			}
			got := ""
			for _, s := range r.Site.Searched(e).Sections[1:] { // after the summary
				got += s.Heading + strings.Join(s.Text, "")
			}
			if want := ownText(t, e); onlyLetters(got) != onlyLetters(want) {
				t.Errorf("of %q is searched\n%s\nand shown\n%s", body, onlyLetters(got), onlyLetters(want))
			}
		}
	})
}

func onlyLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, text)
}

// ownText returns the text of a page's body as a browser reads it, without blocks of code.
func ownText(t *testing.T, e *site.Entry) string {
	var b strings.Builder
	n := 0
	for _, piece := range e.Body {
		b.WriteString(piece.HTML)
		if piece.Ref == nil {
			continue
		}
		switch piece.Ref.Kind {
		case markdown.HeadingStart:
			b.WriteString("<h2>")
		case markdown.HeadingEnd:
			b.WriteString("</h2>")
		case markdown.LinkTitle, markdown.AlertTitle:
			b.WriteString(html.EscapeString(e.Targets[n].Text))
		}
		n++
	}
	doc, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Data != "pre" {
				walk(c)
			}
		}
	}
	walk(doc)
	return text.String()
}

// How long the index of the handbook takes, for each language.
func BenchmarkSearchIndex(b *testing.B) {
	r, err := new(Builder).Build(os.DirFS(repository), options())
	if err != nil {
		b.Fatal(err)
	}
	for language, stemmer := range map[string]string{"no": "norwegian", "en": "english"} {
		b.Run(language, func(b *testing.B) {
			for b.Loop() {
				x := search.New(search.Language{Lang: lang.Lang(language), Stemmer: stemmer}, r.Site.Search)
				for i, e := range r.Site.Entries {
					if string(e.Lang) == language {
						p := r.Site.Searched(e)
						parts := search.Parts(p.Sections, len(r.Site.Entries)/2)
						x.Add(i, p, parts, make([]string, len(parts)))
					}
				}
				if _, probs := x.File(search.Messages{}, func(string) []int { return nil }); len(probs) > 0 {
					b.Fatal(probs)
				}
			}
		})
	}
}
