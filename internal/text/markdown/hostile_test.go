package markdown

import (
	"fmt"
	"strings"
	"testing"
)

// hostile are texts that have cost parsers quadratic time when they were repeated.
var hostile = []string{
	"[", "]", "[a](", "[@a", "[@", "![", "[[", "![[", "[a]: b\n", "[a][b]", "[a]{", "[a]{lang=en} ", "{#", "{",
	"*a **", "_a __", "`a``", "\\", "<", "<a ", "<!--", "<https://a.b> ", "https://a.b ", "a@b.c ",
	"&#", "&amp", "&copy; ", "> ", "- ", "- - ", "1. ", "* \n", "\n> - 1. ", "> [!NOTE]\n", "> [!WARNING]\n> a\n\n",
	"a\n\n", "# a\n", "# a {#b}\n", ": a\n", "```\n", "```go\nx\n```\n", "~~~", "|a", "|a|b\n|-|-|\n", "|-", "a|b\n",
	"113 ", "1–2 ", "1,5 % ", "“a” ", "\"a\" ", "'a ", "...", "--", "æ", "a\u0301", "\t", "  \n", "[^1]", "[^1]: a\n",
	"==a==", "$a$", "(", "**a** ", "a. ",
}

// repeated returns a text as often as fits into a number of bytes, in lines that source.Read takes.
func repeated(text string, size int) []byte {
	const line = 19_000
	if !strings.Contains(text, "\n") {
		text = strings.Repeat(text, line/len(text)) + "\n"
	}
	return []byte(strings.Repeat(text, max(1, size/len(text))))
}

// However many mistakes a page has, its problems end, and each has a place in it.
func TestProblemsEnd(t *testing.T) {
	c := New(Options{Quotes: norwegian, Decimal: ",", Terms: glossary})
	most := 0
	for _, text := range hostile {
		src := repeated(text, 20<<10)
		_, probs := c.Convert("f.md", src, 0)
		most = max(most, len(probs))
		for _, p := range probs {
			if p.Offset < 0 || p.Offset > len(src) {
				t.Errorf("%q: %v at %d of %d", text, p, p.Offset, len(src))
			}
		}
		if len(probs) == mostOnPage+1 && probs.Errors() == 0 {
			t.Errorf("%q: problems were left out, and the page is shown", text)
		}
	}
	if most != mostOnPage+1 {
		t.Errorf("%d problems of one page", most)
	}
}

// The time of 64 kB of each hostile text. None may stand out.
func BenchmarkHostile(b *testing.B) {
	c := New(Options{Quotes: norwegian, Decimal: ",", Terms: glossary})
	for _, text := range hostile {
		src := repeated(text, 64<<10)
		b.Run(fmt.Sprintf("%q", text), func(b *testing.B) {
			for b.Loop() {
				c.Convert("f.md", src, 0)
			}
		})
	}
}
