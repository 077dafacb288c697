package markdown

import (
	"bytes"
	"regexp"
	"strconv"
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

// definitionList refuses what only looks like a definition: a wrapped line that
// starts with a colon would lose it, and the lines before would become terms.
func (c *checker) definitionList(l *extast.DefinitionList) {
	terms := 0
	for n := l.FirstChild(); n != nil; n = n.NextSibling() {
		if _, ok := n.(*extast.DefinitionTerm); ok {
			if terms++; terms > 1 {
				c.errorf(n.Pos(), "a second term for one definition").Hint =
					`if this is text, write a backslash before the colon on the line below`
			}
			continue
		}
		terms = 0
		if !bytes.HasPrefix(c.src[n.Pos():], []byte(":  ")) {
			c.errorf(n.Pos(), "a colon at the start of a line makes a definition").Hint =
				`write ":   " before a definition, or \: if this is text`
		}
	}
}

var marker = regexp.MustCompile(`^(\d+)[.)]`)

// list checks that a numbered list is shown with the numbers it is written
// with: Markdown counts on from the first, whatever the others are.
func (c *checker) list(l *ast.List) {
	_, nested := l.Parent().(*ast.ListItem)
	if !nested || l.IsOrdered() {
		c.startsBlock(l, l.Pos())
	}
	if !l.IsOrdered() {
		return
	}
	want := 1
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		if m := marker.FindSubmatch(c.src[item.Pos():]); m != nil && string(m[1]) != strconv.Itoa(want) {
			p := c.errorf(item.Pos(), "item %d of a numbered list is written %s", want, m[0])
			p.Hint = "number the items 1, 2, 3"
			if want == 1 {
				p.Message = "\"" + string(m[0]) + "\" at the start of a line makes a numbered list"
				p.Hint = `start a list with 1; if this is text, write ` + string(m[1]) + `\` + string(m[0][len(m[1]):])
			}
			return
		}
		want++
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
	if at+2 < end-start && (sign[1] == '{' || sign[1] == 'l') {
		hint = phraseHint
	}
	c.errorf(start+at, "%q is shown as it is written", sign).Hint =
		hint + ", or put a backslash before it if it is text"
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
