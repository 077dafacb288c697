package pdf

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/tools/txtar"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/test/browser"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/test/matterhorn"
)

// printed prints the page of an archive.
func printed(t *testing.T, a *txtar.Archive) []byte {
	t.Helper()
	var site []public.File
	for _, f := range a.Files {
		site = append(site, public.File{Path: f.Name, Render: public.Bytes(f.Data)})
	}
	base := &url.URL{Scheme: "https", Host: "example.org", Path: "/"}
	sheets := []public.PDF{{URL: "/no/prove/", Path: "prove.pdf"}}
	files, probs, err := Print(t.Context(), site, base, sheets, browser.Chromium(t), func(int) {})
	if err != nil || len(probs) > 0 {
		t.Fatal(err, probs)
	}
	data, _ := files[0].Render()
	return data
}

// A printed page has the tree of its archive and no faults, and the same bytes when it is
// printed again.
func TestPrint(t *testing.T) {
	golden.Archives(t, "testdata/page.txtar", func(t *testing.T, a *txtar.Archive, update bool) {
		data := printed(t, a)
		f, err := matterhorn.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range f.Faults() {
			t.Error(fault)
		}
		if !bytes.Equal(data, printed(t, a)) {
			t.Error("other bytes the second time")
		}
		got := treeText(t, data)
		last := &a.Files[len(a.Files)-1]
		if update {
			last.Data = []byte(got)
		}
		if string(last.Data) != got {
			t.Errorf("the tree is\n%s", got)
		}
	})
}

// treeText returns the structure tree of a file as text, with the descriptions of links.
func treeText(t *testing.T, data []byte) string {
	t.Helper()
	d, err := parse(data)
	if err != nil {
		t.Fatal(err)
	}
	top, err := d.readTree()
	if err != nil {
		t.Fatal(err)
	}
	s := &structurer{}
	for _, page := range d.pages {
		p, err := d.painting(d.dict(page))
		if err != nil {
			t.Fatal(err)
		}
		s.paintings = append(s.paintings, p)
	}
	var b strings.Builder
	writeText(&b, d, s, top, 0)
	return b.String()
}

func writeText(b *strings.Builder, d *document, s *structurer, e *element, depth int) {
	indent := strings.Repeat("  ", depth)
	b.WriteString(indent + e.kind)
	for _, key := range []string{"Lang", "Alt", "ActualText"} {
		if text := d.textOf(e.entries[key]); text != "" {
			fmt.Fprintf(b, " %s=%q", key, text)
		}
	}
	for _, o := range d.array(e.entries["A"]) {
		for key, value := range d.dict(o) {
			if key != "O" {
				fmt.Fprintf(b, " %s=%v", key, value)
			}
		}
	}
	b.WriteString("\n")
	for _, k := range e.kids {
		switch v := k.(type) {
		case *element:
			writeText(b, d, s, v, depth+1)
		case *mark:
			fmt.Fprintf(b, "%s  %q\n", indent, s.shown(v).text)
		case *annotation:
			link := d.dict(v.ref)
			fmt.Fprintf(b, "%s  link %q %s\n", indent, d.textOf(link["Contents"]), d.textOf(link["Lang"]))
		}
	}
}

// Content that is not as Chromium writes it is refused, not lost.
func TestBrokenContent(t *testing.T) {
	for content, want := range map[string]string{
		"(a \\) b) Tj":       "Tj",
		"[<00> 3 (x)] TJ":    "TJ",
		"/P <</MCID 1>> BDC": "BDC",
		"(open Tj":           "",
		"<< /A [1 2 Tj":      "",
		"BI /W 1 ID x EI":    "",
	} {
		steps, err := operators([]byte(content))
		if (err == nil) != (want != "") || err == nil && (len(steps) != 1 || steps[0].name != want) {
			t.Errorf("%s: %v, %v", content, steps, err)
		}
	}
}

// A space is added to a line if a word ends with it and another line follows.
func TestSpaced(t *testing.T) {
	f := &font{wide: true, text: map[int]string{1: "ord", 2: "ord-", 3: " ", 4: "a/b"}}
	bare := &font{wide: true, text: map[int]string{1: "ord"}}
	for content, want := range map[string]bool{
		"/F 10 Tf 1 0 0 -1 5 20 Tm <0001> Tj 1 0 0 -1 5 32 Tm <0001> Tj":          true,
		"/F 10 Tf 1 0 0 -1 5 20 Tm [<0003> 1 <0001>] TJ 1 0 0 1 5 8 Tm <0001> Tj": true,
		"/F 10 Tf 1 0 0 -1 5 20 Tm <0001> Tj 1 0 0 -1 50 20 Tm <0001> Tj":         false, // the same line
		"/F 10 Tf 1 0 0 -1 5 20 Tm <0001> Tj 1 0 0 -1 9 16 Tm <0001> Tj":          false, // raised
		"/F 10 Tf 1 0 0 -1 5 20 Tm <0002> Tj 1 0 0 -1 5 32 Tm <0001> Tj":          false, // a hyphen
		"/F 10 Tf 1 0 0 -1 5 20 Tm <00010003> Tj 1 0 0 -1 5 32 Tm <0001> Tj":      false, // has one
		"/F 10 Tf 1 0 0 -1 5 20 Tm <0004> Tj 1 0 0 -1 5 32 Tm <0001> Tj":          false, // an address
		"/G 10 Tf 1 0 0 -1 5 20 Tm <0001> Tj 1 0 0 -1 5 32 Tm <0001> Tj":          false, // no space in the font
	} {
		p := &painting{content: []byte(content)}
		p.steps, _ = operators(p.content)
		out := string(p.spaced(map[string]*font{"/F": f, "/G": bare}))
		added := strings.Contains(out, "\n<0003> Tj")
		if added != want || strings.Replace(out, "\n<0003> Tj", "", 1) != content {
			t.Errorf("%s: %s", content, out)
		}
	}
}

// Strings are read with their escapes.
func TestStringOf(t *testing.T) {
	for written, want := range map[string]string{
		`(a\(b\)\\)`: `a(b)\`, `(\101\n)`: "A\n", `<4142>`: "AB", `<4 1 5>`: "AP", `(x(y)z)`: "x(y)z",
	} {
		if got := stringOf([]byte(written)); string(got) != want {
			t.Errorf("%s: %q", written, got)
		}
	}
}

// A text is written so that it can be read again.
func TestTextString(t *testing.T) {
	for _, text := range []string{"", "Løft (rygg)", "𝄞"} {
		if got := (&document{}).textOf(textString(text)); got != text {
			t.Errorf("%q is %q", got, text)
		}
	}
	if _, ok := textString("x").(types.HexLiteral); !ok {
		t.Error("not in digits")
	}
}
