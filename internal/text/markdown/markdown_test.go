package markdown

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	htmlparser "golang.org/x/net/html"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

var norwegian = Quotes{"«", "»", "‘", "’"}

// glossary is for term.txtar; no other archive holds its words.
var glossary = []Term{
	{"ligament", "ligament"},
	{"ligament i kneet", "knee"},
	{"ligament, korsbånd", "cross"},
	{"LCA", "cross"},
	{"nivå L5", "level"},
}

// hyphenation is for hyphen.txtar.
var hyphenation = hyphen.List{
	Parts: []string{"muskulatur", "muskel", "smerte"},
	Words: []hyphen.Word{hyphen.ParseWord("stabilisator*")},
	Warn:  16,
}

// clock is a lexis in which a time of day follows a word.
func clock(word string) fact.Lexis {
	return fact.Lexis{{Text: word, Meaning: fact.Meaning{Role: fact.ClockRole}}}
}

// The archives show each construct: the Markdown, the HTML with its holes
// written as {kind key}, and the problems.
func TestConstructs(t *testing.T) {
	nb, _ := lang.ParseTag("nb")
	c := New(Options{
		Lang:        nb,
		Quotes:      norwegian,
		Decimal:     ",",
		Lexis:       clock("kl"),
		Terms:       glossary,
		Hyphenation: hyphenation,
		Locators:    []string{"s.", "kap.", "tabell"},
	})
	golden.Pairs(t, "testdata/*.txtar", ".md", func(src string) string {
		doc, probs := c.Convert("f.md", []byte(src), 0)
		var b strings.Builder
		if probs.Errors() == 0 {
			sameWords(t, src, doc)
			b.WriteString(show(doc.Body))
		}
		for _, p := range probs.Locate(func(string) string { return src }) {
			b.WriteString(p.String() + "\n")
		}
		return b.String()
	})
}

// show writes pieces for a reader, a block to a line.
func show(body []Piece) string {
	var b strings.Builder
	for _, p := range body {
		b.WriteString(p.HTML)
		if p.Ref == nil {
			continue
		}
		switch r := p.Ref; r.Kind {
		case Citation:
			b.WriteString("{citation")
			for _, c := range r.Cites {
				fmt.Fprintf(&b, " %s@%d", c.Key, c.Offset)
				if c.Locator != "" {
					fmt.Fprintf(&b, "(%s)", c.Locator)
				}
			}
			b.WriteString("}")
		case HeadingStart:
			fmt.Fprintf(&b, "<h%d id=%q>", r.Level, r.Key)
		case HeadingEnd:
			fmt.Fprintf(&b, "</h%d>", r.Level)
		default:
			fmt.Fprintf(&b, "{%s %s}", r.Kind, r.Key)
		}
	}
	s := b.String()
	s = strings.ReplaceAll(s, hyphen.Soft, "·")
	const tags = "<p <h2 <h3 <ul <ol <li <table <tr <pre <div <blockquote <dt <dd {embed"
	for tag := range strings.FieldsSeq(tags) {
		s = strings.ReplaceAll(s, tag, "\n"+tag)
	}
	return strings.TrimPrefix(s, "\n")
}

var lineKinds = [...]string{TextLine: "text", HeadingLine: "heading", CodeLine: "code", EmbedLine: "embed"}

// What a reader reads of a document, beside its HTML.
func TestLines(t *testing.T) {
	c := New(Options{Quotes: norwegian, Decimal: ",", Terms: glossary})
	golden.Pairs(t, "testdata/lines/*.txtar", ".md", func(src string) string {
		doc, probs := c.Convert("f.md", []byte(src), 0)
		if probs.Errors() > 0 {
			t.Error(probs)
		}
		var b strings.Builder
		for _, l := range doc.Lines {
			fmt.Fprint(&b, lineKinds[l.Kind])
			if l.Kind == HeadingLine {
				fmt.Fprint(&b, " ", l.Level, " ", l.ID)
			}
			if l.Alert != "" {
				fmt.Fprint(&b, " in ", l.Alert)
			}
			if l.Item {
				b.WriteString(", an item")
			}
			fmt.Fprintf(&b, ": %s\n", l.Fill("|", func() string { return "□" }))
		}
		return b.String()
	})
}

// The text of a heading is the one that is shown, also beside signs that escape others.
func TestHeadingText(t *testing.T) {
	doc, probs := New(Options{}).Convert("f.md", []byte("## A `\\*` \\* &amp; b\n"), 0)
	if want := `A \* * & b`; len(probs) > 0 || doc.Headings[0].Text != want {
		t.Errorf("%q, want %q; %v", doc.Headings[0].Text, want, probs)
	}
}

// sameWords checks that the lines of a document hold the words of its HTML, as a browser's
// algorithm reads it: tags and holes part them.
func sameWords(t *testing.T, src string, doc Document) {
	t.Helper()
	shown := string([]rune(filled(doc.Body))) // in UTF-8, as package source sees to
	parsed, err := htmlparser.Parse(strings.NewReader(shown))
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for n := range parsed.Descendants() {
		if n.Type == htmlparser.TextNode {
			want = append(want, strings.Fields(hyphen.Strip(n.Data))...)
		}
	}
	holes := 0
	for _, l := range doc.Lines {
		text := l.Fill(" ", func() string { holes++; return " " })
		got = append(got, strings.Fields(text)...)
		if l.Text == "" || l.Text != strings.Join(strings.Fields(l.Text), " ") {
			t.Errorf("of %q the line %q is not one line", src, l.Text)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("of %q the lines hold\n%q, and is shown\n%q", src, got, want)
	}
	if n := len(TextHoles(doc.Body)); n != holes {
		t.Errorf("of %q the lines have %d holes, and the HTML %d", src, holes, n)
	}
}

// filled returns a body as HTML whose holes hold no text.
func filled(body []Piece) string {
	var b strings.Builder
	for _, p := range body {
		b.WriteString(p.HTML)
		if p.Ref == nil {
			continue
		}
		switch {
		case p.Ref.Kind == HeadingStart:
			fmt.Fprintf(&b, "<h%d>", p.Ref.Level)
		case p.Ref.Kind == HeadingEnd:
			fmt.Fprintf(&b, "</h%d>", p.Ref.Level)
		case p.Ref.Kind.isText():
			b.WriteString("<wbr>")
		}
	}
	return b.String()
}

func TestOffsetsCountFromTheFile(t *testing.T) {
	src := "---\ntitle: 2020\n---\nSe [@a] og\n\n# Feil\n"
	doc, probs := New(Options{}).Convert("f.md", []byte(src), strings.Index(src, "Se"))
	if at := doc.Body[0].Ref.Offset; src[at:at+2] != "@a" {
		t.Errorf("the citation is placed at %q", src[at:])
	}
	if len(probs) != 1 || src[probs[0].Offset:] != "# Feil\n" {
		t.Errorf("%v", probs)
	}
}

// A number or a word that goldmark or a printer would change is caught by the
// comparison alone, whatever the checks of the syntax tree say.
func TestConservation(t *testing.T) {
	for src, html := range map[string]string{
		"Ta 25 mg":           "<p>Ta 52 mg</p>",
		"Ta 25 mg, 3 ganger": "<p>Ta 25 mg</p>",
		"Ta 25 mg på nytt":   "<p>Ta 25 mg 2 ganger</p>",
		"1. en\n3. to\n":     "<ol><li>en</li><li>to</li></ol>",
		"2,5":                "<p>25</p>",
		"Ring ikke 113":      "<p>Ring 113</p>",
		"Du er nummen.":      "<p>Du er</p>",
		"Du er":              "<p>Du er nummen.</p>",
		"| 1 | 2 |":          "<td>1</td>",
	} {
		c := &checker{file: "f.md", src: []byte(src)}
		if c.conserve(0, []Piece{{HTML: html}}); c.probs.Errors() != 1 {
			t.Errorf("%q shown as %q: %v", src, html, c.probs)
		}
	}
}

// What is lost is placed where it is, an entity being one place.
func TestConservationPlace(t *testing.T) {
	const src = "a &eacute;&eacute; b Du er nummen"
	c := &checker{file: "f.md", src: []byte(src)}
	c.conserve(0, []Piece{{HTML: "<p>a éé b Du er nummXn</p>"}})
	if len(c.probs) != 1 || src[c.probs[0].Offset:] != "en" {
		t.Errorf("%v", c.probs)
	}
}

// The longest sentence is placed at its start, also after quotation marks, which
// are longer on the page than in the source.
func TestLongestSentence(t *testing.T) {
	const src = `"a" "b" "c" "d" "e" *f*. Den lange *setningen* er lengst av alle. Den korte.`
	doc, _ := New(Options{Quotes: norwegian}).Convert("f.md", []byte(src), 0)
	if at := doc.Sections[0].Longest.Offset; !strings.HasPrefix(src[at:], "Den lange") {
		t.Errorf("placed at %q", src[at:])
	}
}

func FuzzConvert(f *testing.F) {
	f.Add("Ta 2<x og y>3 [@a; @b, s. 4] [[k|t]]\n\n![[e]]\n\n> [!WARNING]\n> 1\n\n" +
		"## H {#h}\n\n| a |\n|--|\n| 1 | 2 |\n")
	f.Add("1. a\n2. b\n   - c\n\n```go\nx := 1\n```\n\nt\n:   d\n\n[a]: b\n")
	f.Add("> [!QUOTE]\n> `1` *2*3 &#50; \\_ <https://a.b/1>\n")
	f.Add("## [a *b*]{lang=en} {#c}\n\n[x [y]{lang=la} `]`]{lang=en-GB} [z]{lang=nb *[q*]{lang=la}\n")
	f.Add("[@a, s. 4, 6; @b][@a] [see @a-2000, @b], @{c-2000} [[k|@d-2000]] \\@e\n")
	f.Add("Et ligament i\nkneet, *ligament*, **LCA**[@a]\n")
	f.Add("Ta &#x202E;21&shy; 5-6 [a&rlm;](mailto:a&lrm;@b.c) `&shy;`\n\n```html\n&zwj;\n```\n\n\u202e\ue000")
	c := New(Options{Quotes: norwegian, Decimal: ",", Terms: glossary})
	f.Fuzz(func(t *testing.T, src string) {
		doc, probs := c.Convert("f.md", []byte(src), 0)
		if probs.Errors() == 0 {
			sameWords(t, src, doc)
		}
		for _, p := range probs {
			if p.Offset < 0 || p.Offset > len(src) || p.Message == "" {
				t.Errorf("%+v", p)
			}
		}
		for _, s := range doc.BareKeys {
			if sign := map[bool]byte{false: '@', true: '['}[s.NoSign]; src[s.Offset] != sign {
				t.Errorf("%+v", s)
			}
		}
		for _, p := range doc.Body {
			if strings.ContainsAny(p.HTML, open+shut) {
				t.Errorf("a hole was not cut out: %q", p.HTML)
			}
			for _, r := range diag.Unseen(html.UnescapeString(p.HTML)) {
				if probs.Errors() == 0 && string(r) != hyphen.Soft && string(r) != wordJoiner {
					t.Errorf("%q holds %U", p.HTML, r)
				}
			}
		}
	})
}

// Which words are before a time of day, whose point is no decimal point, depends on the language.
func TestTimeOfDay(t *testing.T) {
	for _, c := range []struct {
		lexis    fact.Lexis
		text     string
		warnings int
	}{
		{clock("kl"), "Ring kl. 10.30.", 0},
		{clock("um"), "Rufen Sie um 10.30 an.", 0},
		{clock("kl"), "Rufen Sie um 10.30 an.", 1},
		{clock("um"), "Ring kl. 10.30.", 1},
		{nil, "CC BY-SA 4.0 og 4.0.", 1},
	} {
		_, probs := New(Options{Decimal: ",", Lexis: c.lexis}).Convert("f.md", []byte(c.text), 0)
		if len(probs) != c.warnings {
			t.Errorf("%q with %v: %v, want %d warnings", c.text, c.lexis, probs, c.warnings)
		}
	}
}
