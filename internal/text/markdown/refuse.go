package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// document walks the syntax tree, refuses what would be dropped or changed silently, and
// calls the check of each construct.
func (c *checker) document(doc ast.Node) {
	r := refuser{checker: c, defs: map[string]int{}, used: map[string]bool{}}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		joinTexts(n, c.src)
		if n.Type() == ast.TypeInline {
			r.inline(n)
		} else {
			r.block(n)
		}
		return ast.WalkContinue, nil
	})
	for _, e := range r.embeds {
		c.embed(e)
	}
	for label, at := range r.defs {
		if !r.used[label] {
			c.errorf(at, "a link definition that nothing uses").Hint =
				"it would not be shown; if it is text, write a backslash before the first bracket"
		}
	}
}

// A refuser checks the nodes of a document one by one.
type refuser struct {
	*checker
	embeds []*embed
	defs   map[string]int  // offsets of link definitions by their labels
	used   map[string]bool // labels that links use
}

// rawHTMLHint is the hint for HTML in Markdown.
const rawHTMLHint = `it would not be shown; write Markdown, or \< for the sign`

func (r *refuser) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		r.errorf(n.Lines().At(0).Start, "raw HTML").Hint = rawHTMLHint
	case *ast.CodeBlock:
		r.errorf(n.Lines().At(0).Start, "text indented by four spaces is shown as code").Hint =
			"remove the spaces, or put ``` and a language on the line before"
	case *ast.FencedCodeBlock:
		r.code(n)
	case *ast.Heading:
		r.startsBlock(n, n.Pos())
		r.heading(n)
		r.leftovers(n)
		r.unwritten(n)
	case *extast.TableCell, *extast.DefinitionTerm:
		r.leftovers(n)
		r.unwritten(n)
		r.terms(n)
	case *ast.List:
		r.list(n)
	case *ast.Blockquote:
		r.startsBlock(n, n.Pos())
		r.comparison(n)
	case *alert:
		r.startsBlock(n, n.Pos())
	case *extast.Table:
		r.table(n)
	case *ast.LinkReferenceDefinition:
		r.define(n)
	case *extast.DefinitionList:
		r.definitionList(n)
	case *ast.ListItem:
		r.item(n)
		r.bare(n)
	case *ast.Paragraph, *ast.TextBlock:
		r.leftovers(n)
		r.unwritten(n)
		r.prose(n)
		r.terms(n)
	}
}

func (r *refuser) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.RawHTML:
		r.errorf(n.Segments.At(0).Start, "raw HTML").Hint = rawHTMLHint
	case *ast.CodeSpan:
		r.codeSpan(n)
	case *ast.Image:
		r.errorf(n.Pos(), "an image").Hint = "pictures are not used; embed a page with ![[key]]"
	case *ast.Emphasis:
		r.leftovers(n)
		r.terms(n)
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.Link:
		r.link(n)
		r.leftovers(n)
		r.unwritten(n)
		if n.Reference != nil {
			r.used[util.ToLinkReference(n.Reference.Value)] = true
		}
	case *citation:
		r.citation(n)
	case *wiki:
		r.wikiBareKeys(n)
	case *phrase:
		r.phrase(n)
		r.leftovers(n)
	case *embed:
		r.embeds = append(r.embeds, n)
	case *ast.Text:
		r.unseen(n)
		r.typography(n)
		r.bareKeysIn(n)
		r.unbrokenIn(n)
		r.dialect(n)
	}
}

// joinTexts joins adjacent texts below a node: goldmark divides some at a full stop, and
// then an address would not be recognised.
func joinTexts(parent ast.Node, src []byte) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		for ok && n.NextSibling() != nil && t.Merge(n.NextSibling(), src) {
			parent.RemoveChild(parent, n.NextSibling())
		}
	}
}

// startsBlock refuses a block that starts in the middle of a paragraph: a
// wrapped line that happens to begin with "1.", "-", "#" or ">" would lose its
// sign.
func (c *checker) startsBlock(n ast.Node, at int) {
	before := n.PreviousSibling()
	if before == nil || n.HasBlankPreviousLines() {
		return
	}
	if before.Kind() == ast.KindParagraph || before.Kind() == ast.KindTextBlock {
		line, _, _ := bytes.Cut(c.src[at:], []byte(" "))
		c.errorf(at, "%q starts a new block in the middle of a paragraph", line).Hint =
			`put an empty line before it, or a backslash if it is text`
	}
}

var comparing = regexp.MustCompile(`^> ?[0-9=]`)

// comparison refuses a quotation that starts with a number: ">12 weeks" at the
// start of a line or an item would lose its sign.
func (c *checker) comparison(q *ast.Blockquote) {
	if comparing.Match(c.src[q.Pos():]) {
		c.errorf(q.Pos(), "a quotation that starts with a number").Hint = `write \> if the sign means "more than"`
	}
}

// define adds a link definition, [label]: address. Markdown keeps the first of two and
// drops the second.
func (r *refuser) define(n *ast.LinkReferenceDefinition) {
	label := util.ToLinkReference(n.Label)
	_, twice := r.defs[label]
	switch {
	case strings.HasPrefix(label, "^"):
		r.errorf(n.Pos(), "footnotes are not used").Hint = "cite a work with [@key], or write the note as text"
	case twice:
		r.errorf(n.Pos(), "a second definition of [%s], which would be dropped", label)
	default:
		r.defs[label] = n.Pos()
	}
}

// reported reports whether there is a problem at an offset already.
func (c *checker) reported(offset int) bool {
	for _, p := range c.probs {
		if p.Offset == offset {
			return true
		}
	}
	return false
}
