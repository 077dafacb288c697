package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// leftover returns the offset of markup that is not quite right, so that readers would
// see it, or -1. It is not a regular expression, for speed.
func leftover(text []byte) int {
	for i := 0; i+1 < len(text); i++ {
		switch c, next := text[i], text[i+1]; c {
		case '\\':
			i++
		case '*', '_', '~':
			if next == c {
				return i
			}
		case '[':
			if next == '^' || next == '@' || next == '[' || next == '!' {
				return i
			}
		case ']':
			if next == ']' || next == '(' || next == '[' || next == '{' {
				return i
			}
		case '{':
			if next == '#' || bytes.HasPrefix(text[i:], []byte("{lang=")) {
				return i
			}
		}
	}
	return -1
}

// leftovers refuses markup that Markdown took for text, in the text right
// below a node. Consecutive text may be in several nodes.
func (c *checker) leftovers(parent ast.Node) {
	start, end := 0, 0
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if ok && t.Segment.Start == end {
			end = t.Segment.Stop
			continue
		}
		c.leftover(start, end)
		if start, end = 0, 0; ok {
			start, end = t.Segment.Start, t.Segment.Stop
		}
	}
	c.leftover(start, end)
}

func (c *checker) leftover(start, end int) {
	at := leftover(c.src[start:end])
	if at < 0 || c.reported(start+at) {
		return
	}
	sign, hint := c.src[start+at:start+at+2], "fix the markup"
	if string(sign) == "[^" {
		hint = "footnotes are not used: cite a work with [@key]"
	}
	if at+2 < end-start && (sign[1] == '{' || sign[1] == 'l') {
		hint = phraseHint
	}
	c.errorf(start+at, "%q is shown as it is written", sign).Hint =
		hint + ", or put a backslash before it if it is text"
}
