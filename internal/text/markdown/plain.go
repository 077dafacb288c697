package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// plain returns the text of a node without its markup.
func plain(n ast.Node, src []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			writePlain(&b, n, src)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// writePlain writes what one node by itself adds to the plain text.
func writePlain(b *strings.Builder, n ast.Node, src []byte) {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(shown(n, src, false))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte(' ')
		}
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.Label(src))
	case *wiki:
		b.WriteString(n.text)
	}
}

// A span is the start of a stretch of plain text, and its offset in the source.
type span struct{ plain, source int }

type spans []span

// at returns the offset in the source for one in the plain text.
func (s spans) at(plain int) int {
	at := s[0].source
	for _, span := range s {
		if span.plain > plain {
			break
		}
		at = span.source + plain - span.plain
	}
	return at
}

// A plainText is the text of a block without its markup, and the offsets of its parts.
type plainText struct {
	text   string
	places spans
	native string // with spaces for what need not be in the page's language: phrases and code
}

// textOf returns the plain text of a block. It is made once, and read for sentences
// and for facts.
func (c *checker) textOf(n ast.Node) (string, spans) {
	t, ok := c.texts[n]
	if !ok {
		t = c.read(n)
		c.texts[n] = t
	}
	return t.text, t.places
}

func (c *checker) read(n ast.Node) plainText {
	var b strings.Builder
	places := spans{{0, n.Pos()}}
	var outside [][2]int // where what need not be in the page's language starts and ends
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Kind() == kindPhrase || n.Kind() == ast.KindCodeSpan {
			outside = append(outside, [2]int{b.Len(), b.Len() + len(plain(n, c.src))})
		}
		switch n := n.(type) {
		case *ast.Text:
			places = append(places, span{b.Len(), n.Segment.Start})
		case *citation:
			b.WriteByte(' ')
		case *ast.AutoLink: // an address is not prose
			b.WriteByte(' ')
			return ast.WalkContinue, nil
		}
		writePlain(&b, n, c.src)
		return ast.WalkContinue, nil
	})
	return plainText{b.String(), places, blanked(b.String(), outside)}
}

// blanked returns a text with spaces in some ranges.
func blanked(text string, ranges [][2]int) string {
	if len(ranges) == 0 {
		return text
	}
	out := []byte(text)
	for _, r := range ranges {
		for i := r[0]; i < min(r[1], len(out)); i++ {
			out[i] = ' '
		}
	}
	return string(out)
}
