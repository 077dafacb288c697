package main

import (
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rygghandboka/internal/test/browser"
)

// A page of links, which a handbook has once it has grown, is printed as any other.
func TestPaperOfLinks(t *testing.T) {
	needs(t, "pdftotext")
	e := edit(t)
	const text = "---\nkind: article\ntitle: %s %d\nsummary: Ryggen.\n---\nRyggen [@hayden-2021]. Se [[plank]].\n"
	for i := range 50 {
		for _, in := range []string{"no", "en"} {
			name := filepath.Join(e.src, "content", in, "articles", fmt.Sprintf("citing-%d.md", i))
			write(t, name, fmt.Sprintf(text, strings.Repeat("Ryggen ", 12), i))
		}
	}
	confirm := []string{"confirm", "-src", e.src, "-all", "-yes", "-by", "Test"}
	if code := run(t.Context(), confirm, io.Discard, io.Discard); code != fine {
		t.Fatalf("confirm exits %d", code)
	}
	site := publish(t)
	site.build(e.src)
	tab := browser.Open(t, 1000, 800)
	tab.Paper()
	for _, page := range []string{"no/referanser/brukt-i-hayden-2021/", "en/references/cited-in-hayden-2021/"} {
		if !slices.Contains(site.pages(), page) {
			t.Fatalf("the handbook has not grown enough for %s", page)
		}
		tab.Go(site.address + page)
		lacks(t, page, tab.Print(), ask[[][]string](tab, "page/blocks"))
	}
}

// lacks reports blocks that the text of a PDF lacks. The text is read in two orders, as it
// was painted and as it is arranged on the page: poppler moves a line now and then in either.
func lacks(t *testing.T, page string, pdf []byte, blocks [][]string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.pdf")
	write(t, name, string(pdf))
	painted, arranged := paperText(t, name, "-raw"), paperText(t, name)
	for _, pieces := range blocks {
		var form strings.Builder
		for i, piece := range pieces {
			if i > 0 {
				form.WriteString(".{0,12}?") // what a style sheet puts between
			}
			form.WriteString(regexp.QuoteMeta(bare(piece)))
		}
		block := regexp.MustCompile(form.String())
		if !block.MatchString(painted) && !block.MatchString(arranged) {
			t.Errorf("%s: the paper lacks %q", page, pieces)
		}
	}
}

// paperText returns the text of a PDF, bare and without the number that Chromium puts at
// the foot of each page.
func paperText(t *testing.T, name string, options ...string) string {
	t.Helper()
	pages := strings.Split(strings.TrimSuffix(outputOf(t, "pdftotext", append(options, name, "-")...), "\f"), "\f")
	for i, text := range pages {
		number := fmt.Sprintf("%d/%d", i+1, len(pages))
		pages[i] = strings.TrimPrefix(strings.TrimSuffix(bare(text), number), number)
	}
	return strings.Join(pages, "")
}

// bare returns a text without what breaks its lines, spaces and hyphens, and without
// ligatures.
func bare(text string) string {
	return strings.ToLower(breaking.ReplaceAllString(norm.NFKC.String(text), ""))
}

var breaking = regexp.MustCompile(`[\s\x{00ad}\x{2010}\x{2060}\x{00a0}\x{202f}-]+`)
