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

// document walks the syntax tree, refuses what would be dropped or changed
// without a word, and hands each construct to its own check.
func (c *checker) document(doc ast.Node) {
	var embeds []*embed
	defs, used := map[string]int{}, map[string]bool{}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		joinTexts(n, c.src)
		switch n := n.(type) {
		case *ast.HTMLBlock:
			c.errorf(n.Lines().At(0).Start, "raw HTML").Hint = `it would not be shown; write Markdown, or \< for the sign`
		case *ast.RawHTML:
			c.errorf(n.Segments.At(0).Start, "raw HTML").Hint = `it would not be shown; write Markdown, or \< for the sign`
		case *ast.Image:
			c.errorf(n.Pos(), "an image").Hint = "pictures are not used; embed a page with ![[key]]"
		case *ast.CodeBlock:
			c.errorf(n.Lines().At(0).Start, "text indented by four spaces is shown as code").Hint = "take the spaces away, or put ``` and a language on the line before"
		case *ast.FencedCodeBlock:
			c.code(n)
		case *ast.Heading:
			c.startsBlock(n, n.Pos())
			c.heading(n)
			c.leftovers(n)
			c.unwritten(n)
		case *extast.TableCell, *extast.DefinitionTerm:
			c.leftovers(n)
			c.unwritten(n)
			c.terms(n)
		case *ast.Emphasis:
			c.leftovers(n)
			c.terms(n)
		case *ast.List:
			c.list(n)
		case *ast.Blockquote:
			c.startsBlock(n, n.Pos())
			c.comparison(n)
		case *alert:
			c.startsBlock(n, n.Pos())
		case *extast.Table:
			c.table(n)
		case *ast.LinkReferenceDefinition:
			c.define(defs, n)
		case *extast.DefinitionList:
			c.definitionList(n)
		case *ast.AutoLink:
			c.autoLink(n)
		case *ast.Link:
			c.link(n)
			c.leftovers(n)
			c.unwritten(n)
			if n.Reference != nil {
				used[util.ToLinkReference(n.Reference.Value)] = true
			}
		case *citation:
			c.citation(n)
		case *wiki:
			c.wikiBareKeys(n)
		case *phrase:
			c.phrase(n)
			c.leftovers(n)
		case *embed:
			embeds = append(embeds, n)
		case *ast.ListItem:
			c.item(n)
			c.bare(n)
		case *ast.Paragraph, *ast.TextBlock:
			c.leftovers(n)
			c.unwritten(n)
			c.prose(n)
			c.terms(n)
		case *ast.Text:
			c.unseen(n)
			c.typography(n)
			c.bareKeysIn(n)
			c.unbrokenIn(n)
		}
		return ast.WalkContinue, nil
	})
	for _, e := range embeds {
		c.embed(e)
	}
	for label, at := range defs {
		if !used[label] {
			c.errorf(at, "a link definition that nothing uses").Hint = "it would not be shown; if it is text, write a backslash before the first bracket"
		}
	}
}

// joinTexts makes one text of those side by side below a node: goldmark parts some at
// a full stop, and then nobody would see an address.
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
		c.errorf(at, "%q starts a new block in the middle of a paragraph", line).Hint = `put an empty line before it, or a backslash if it is text`
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
				c.errorf(n.Pos(), "a second term for one definition").Hint = `if this is text, write a backslash before the colon on the line below`
			}
			continue
		}
		terms = 0
		if !bytes.HasPrefix(c.src[n.Pos():], []byte(":  ")) {
			c.errorf(n.Pos(), "a colon at the start of a line makes a definition").Hint = `write ":   " before a definition, or \: if this is text`
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

// define notes where a link definition, [label]: address, stands. Markdown keeps
// the first of two and drops the second.
func (c *checker) define(defs map[string]int, n *ast.LinkReferenceDefinition) {
	label := util.ToLinkReference(n.Label)
	_, twice := defs[label]
	switch {
	case strings.HasPrefix(label, "^"):
		c.errorf(n.Pos(), "footnotes are not used").Hint = "cite a work with [@key], or write the note as text"
	case twice:
		c.errorf(n.Pos(), "a second definition of [%s], which would be dropped", label)
	default:
		defs[label] = n.Pos()
	}
}

// leftover returns where the reader would see markup that is not quite right,
// or -1. It is no regular expression, since it reads every text.
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
// below a node. Text that stands together may be in several nodes.
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
	sign, hint := c.src[start+at:start+at+2], "mend the markup"
	if at+2 < end-start && (sign[1] == '{' || sign[1] == 'l') {
		hint = phraseHint
	}
	c.errorf(start+at, "%q is shown as it stands", sign).Hint = hint + ", or put a backslash before it if it is text"
}

// reported tells whether there is a problem at this place already.
func (c *checker) reported(offset int) bool {
	for _, p := range c.probs {
		if p.Offset == offset {
			return true
		}
	}
	return false
}
