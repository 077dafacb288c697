package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A citation is [@key], or [@a; @b, s. 4]: one hole, which package site fills
// with the works' numbers on the page (site/citation.go).
type citation struct {
	ast.BaseInline
	cites      []Cite
	afterDigit bool // what stands before it ends with a digit; set when lines are read
}

var kindCitation = ast.NewNodeKind("Citation")

func (*citation) Kind() ast.NodeKind           { return kindCitation }
func (c *citation) Dump(src []byte, level int) { ast.DumpHelper(c, src, level, nil, nil) }

type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'['} }

func (citationParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[@")) {
		return nil
	}
	inner, ok := readTo(block, "]")
	if !ok {
		checkerOf(pc).errorf(seg.Start, "a citation without its closing bracket").Hint = "write [@key]"
		return nil
	}
	c := &citation{}
	offset := seg.Start + 1
	for item := range strings.SplitSeq(inner[1:], ";") {
		lead := len(item) - len(strings.TrimLeft(item, " \n"))
		key, locator, _ := strings.Cut(strings.TrimSpace(item), ",")
		name, at := strings.CutPrefix(key, "@")
		if !at || name == "" || strings.ContainsAny(name, " \n@[") {
			checkerOf(pc).errorf(offset+lead, "%q is not a citation", strings.TrimSpace(item)).Hint = "write [@key], [@a; @b] or [@a, p. 4]"
		}
		c.cites = append(c.cites, Cite{name, strings.TrimSpace(locator), offset + lead})
		offset += len(item) + 1
	}
	return c
}

// printCitation leaves the hole close to the word before it, as the numbers
// stand in the Vancouver style; but a narrow space follows a digit, so that the
// number of a work never reads as part of another number.
func printCitation(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	c, h := n.(*citation), w.(*holes)
	if !entering {
		return ast.WalkContinue, nil
	}
	h.Truncate(len(bytes.TrimRight(h.Bytes(), " \n")))
	if c.afterDigit {
		h.WriteString("\u202f")
	}
	h.hole(Ref{Kind: Citation, Cites: c.cites, Offset: c.cites[0].Offset})
	return ast.WalkContinue, nil
}
