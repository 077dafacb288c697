package markdown

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"rygghandboka/internal/text/fact"
)

// For the comparison with its translation a document is a list of blocks in each
// section: what kind of block it is, and the facts in its text. Package
// translation compares the lists, and never looks at words.

// Facts returns the facts of a plain text in the converter's language.
func (c *Converter) Facts(text string) []fact.Fact {
	return append(c.facts.Read(text), c.facts.Foreign(text)...)
}

// blocks gathers the blocks of all sections.
func (c *checker) blocks(doc ast.Node, start int) {
	g := gatherer{checker: c}
	c.sections[0].Start = start
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 2 {
			c.sections[g.section].End = h.Pos()
			g.section++
			c.sections[g.section].Start = h.Pos()
		}
		g.block(n, top, false)
	}
	c.sections[g.section].End = len(c.src)
	for i := range c.sections { // pages are kept: without the room that append has left
		blocks := exact(c.sections[i].Blocks)
		for j := range blocks {
			blocks[j].Facts = exact(blocks[j].Facts)
		}
		c.sections[i].Blocks = blocks
	}
}

// exact returns a copy of a list that takes no more room than it needs.
func exact[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	out := make([]T, len(list))
	copy(out, list)
	return out
}

type gatherer struct {
	*checker
	section int
}

// add starts a block, and returns its index in the section.
func (g *gatherer) add(n ast.Node, kind BlockKind, id string, critical bool) int {
	s := &g.sections[g.section]
	s.Blocks = append(s.Blocks, Block{Kind: kind, ID: id, Critical: critical, Offset: n.Pos(), End: n.Pos()})
	return len(s.Blocks) - 1
}

// top is the owner of text that belongs to no list item, alert or cell.
const top = -1

// block adds a block of the syntax tree, and those inside it. Text right inside
// it belongs to the block with the index owner.
func (g *gatherer) block(n ast.Node, owner int, critical bool) {
	switch n := n.(type) {
	case *ast.Heading:
		id, _ := n.AttributeString("id")
		name, _ := id.([]byte)
		g.text(n, g.add(n, HeadingBlock{n.Level}, string(name), critical))
	case *ast.Paragraph, *ast.TextBlock:
		g.paragraph(n, owner, critical)
	case *ast.FencedCodeBlock:
		g.add(n, CodeBlock, "", critical)
	case *extast.TableCell:
		g.text(n, g.add(n, CellBlock, "", critical))
	case *extast.DefinitionTerm:
		g.text(n, g.add(n, DefinitionBlock, "", critical))
	default:
		g.container(n, owner, critical)
	}
}

// container adds a block that has other blocks inside, and these.
func (g *gatherer) container(n ast.Node, owner int, critical bool) {
	switch n := n.(type) {
	case *alert:
		critical = critical || n.name != "quote"
		owner = g.add(n, AlertBlock{n.name}, "", critical)
	case *ast.Blockquote:
		owner = g.add(n, QuotationBlock, "", critical)
	case *ast.ListItem:
		owner, critical = g.item(n, critical)
	case *extast.TableHeader, *extast.TableRow:
		line, _, _ := bytes.Cut(g.src[n.Pos():], []byte("\n"))
		critical = critical || bytes.ContainsAny(line, "0123456789")
		g.add(n, RowBlock{n.ChildCount()}, "", critical)
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		g.block(child, owner, critical)
	}
}

// item adds a list item, and returns its index and whether what is in it is critical.
func (g *gatherer) item(n *ast.ListItem, critical bool) (owner int, inside bool) {
	kind := ItemBlock
	if n.Parent().(*ast.List).IsOrdered() {
		kind = StepBlock
	}
	id, _ := n.AttributeString("id")
	name, hasID := id.(string)
	inside = critical || hasID || kind == StepBlock
	return g.add(n, kind, name, inside), inside
}

// paragraph adds text to its owner, or to the block of the paragraphs before it.
func (g *gatherer) paragraph(n ast.Node, owner int, critical bool) {
	if e, ok := n.FirstChild().(*embed); ok {
		g.add(e, EmbedBlock{target(e.key)}, "", critical)
		return
	}
	if owner == top {
		b := g.sections[g.section].Blocks
		if owner = len(b) - 1; owner < 0 || b[owner].Kind != TextBlock {
			owner = g.add(n, TextBlock, "", critical)
		}
	}
	g.text(n, owner)
}

// text adds the facts of the text right below a node to a block.
func (g *gatherer) text(n ast.Node, owner int) {
	to := &g.sections[g.section].Blocks[owner]
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		to.End = max(to.End, lines.At(lines.Len()-1).Stop)
	}
	plain, spans := g.textOf(n)
	if slices.Contains(g.kept, g.sections[g.section].ID) && depth(n) < 2 {
		to.Text = strings.TrimSpace(to.Text + " " + plain)
	}
	native := g.texts[n].native
	g.falling(native, spans)
	for _, f := range append(g.facts.Read(plain), g.facts.Foreign(native)...) {
		if f.Kind == fact.Opposite && native[f.Offset] == ' ' { // in code
			continue
		}
		f.Offset = int32(spans.at(int(f.Offset)))
		to.Facts = append(to.Facts, f)
	}
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			to.Facts = append(to.Facts, g.references(n)...)
		}
		return ast.WalkContinue, nil
	})
}

// depth is how many list items a node is in.
func depth(n ast.Node) (items int) {
	for ; n != nil; n = n.Parent() {
		if n.Kind() == ast.KindListItem {
			items++
		}
	}
	return items
}

// references returns what a node by itself refers to.
func (g *gatherer) references(n ast.Node) (facts []fact.Fact) {
	add := func(kind fact.Kind, value string, at int) {
		facts = append(facts, fact.Fact{Kind: kind, Value: value, Offset: int32(at)})
	}
	switch n := n.(type) {
	case *citation:
		for _, c := range n.cites {
			value := c.Key
			for _, place := range g.facts.Read(c.Locator) {
				value += ", " + place.Value
			}
			add(fact.Citation, value, c.Offset)
		}
	case *wiki:
		add(fact.Link, target(n.key), n.Pos())
	case *ast.Link:
		dest := string(n.Destination)
		if number, ok := strings.CutPrefix(dest, "tel:"); ok {
			add(fact.Telephone, number, n.Pos())
		} else {
			add(fact.Link, target(dest), n.Pos())
		}
	case *ast.AutoLink:
		add(fact.Link, string(n.URL(g.src)), n.Pos())
	case *termEdge:
		if n.id != "" {
			add(fact.Term, n.id, n.Pos())
		}
	}
	return facts
}

// target returns what a link or an embed names, the same whichever way it is
// written: the last part of a page's key, or the folder of an index.
func target(dest string) string {
	if scheme(dest) != "" {
		return dest
	}
	key, id, hasID := strings.Cut(dest, "#")
	key = strings.TrimSuffix(key, ".md")
	if path.Base(key) == "index" && key != "index" {
		key = path.Dir(key)
	}
	if key != "" {
		key = path.Base(key)
	}
	if hasID {
		key += "#" + id
	}
	return key
}
