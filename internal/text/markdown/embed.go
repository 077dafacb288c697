package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// An embed is ![[key]], alone in its paragraph: a hole that package link fills
// with another page's body (site/embed.go).
type embed struct {
	ast.BaseInline
	key string
}

var kindEmbed = ast.NewNodeKind("Embed")

func (*embed) Kind() ast.NodeKind           { return kindEmbed }
func (e *embed) Dump(src []byte, level int) { ast.DumpHelper(e, src, level, nil, nil) }

type embedParser struct{}

func (embedParser) Trigger() []byte { return []byte{'!'} }

func (embedParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("![[")) {
		return nil
	}
	end := bytes.Index(line, []byte("]]"))
	if end < 0 {
		checkerOf(pc).errorf(seg.Start, "an embed without its closing brackets").Hint = "write ![[key]]"
		return nil
	}
	lines := parent.Lines()
	_, topLevel := parent.Parent().(*ast.Document)
	alone := lines.Len() == 1 && len(bytes.TrimSpace(line[end+2:])) == 0 && parent.FirstChild() == nil
	if !alone || !topLevel {
		checkerOf(pc).errorf(seg.Start, "an embed must be alone in its paragraph").Hint =
			"put an empty line before it and after it, and nothing around it"
	}
	block.Advance(end + 2)
	return &embed{key: strings.TrimSpace(string(line[3:end]))}
}

// renderEmbed writes the hole. The paragraph around it is rendered by
// goldmark; split cannot see that, so the document's walk replaces such a
// paragraph by a text block (see checker.embed).
func renderEmbed(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if e := n.(*embed); entering {
		w.(*holes).hole(Ref{Kind: Embed, Key: e.key, Offset: e.Pos()})
	}
	return ast.WalkContinue, nil
}

// embed removes the paragraph around an embed, since what is embedded is a
// block itself.
func (c *checker) embed(n *embed) {
	p := n.Parent()
	if p.Kind() != ast.KindParagraph || p.ChildCount() != 1 || p.Parent() == nil {
		return
	}
	block := ast.NewTextBlock()
	block.AppendChild(block, n)
	p.Parent().ReplaceChild(p.Parent(), p, block)
}
