package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// A list item that starts with {#id} has that id, as a heading does: so a single
// warning sign can be linked to, and be found in the other language.

var itemID = regexp.MustCompile(`^\{#([^}]*)\} *`)

// bare refuses an item without text: there was one, or will be.
func (c *checker) bare(n *ast.ListItem) {
	bare := true
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.ListItem, *ast.Paragraph, *ast.TextBlock:
		case *ast.Text:
			bare = bare && len(bytes.TrimSpace(n.Segment.Value(c.src))) == 0
		default:
			bare = false
		}
		if !bare {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	if bare {
		c.errorf(n.Pos(), "a list item without text").Hint = "remove it, or write its text"
	}
}

// item takes the id off the start of a list item's text.
func (c *checker) item(n *ast.ListItem) {
	block := n.FirstChild()
	if block == nil {
		return
	}
	first, ok := block.FirstChild().(*ast.Text)
	if !ok {
		return
	}
	m := itemID.FindSubmatch(first.Segment.Value(c.src))
	if m == nil {
		return
	}
	id := string(m[1])
	switch at := first.Segment.Start; {
	case !idForm.MatchString(id):
		c.errorf(at, "%q cannot be an id", id).Hint =
			"an id has small letters a-z, digits and hyphens, and starts with a letter"
	case taken.MatchString(id):
		c.errorf(at, "the id %q belongs to another part of the page", id)
	case c.hasID(id):
		c.errorf(at, "a second place with the id %q", id).Hint = "give one of the two another id"
	}
	c.items = append(c.items, Item{id, first.Segment.Start})
	first.Segment = first.Segment.WithStart(first.Segment.Start + len(m[0]))
	n.SetAttributeString("id", id)
}

// hasID reports whether a heading or an item before has the id.
func (c *checker) hasID(id string) bool {
	for _, h := range c.headings {
		if h.ID == id {
			return true
		}
	}
	for _, i := range c.items {
		if i.ID == id {
			return true
		}
	}
	return false
}

// An Item is a list item with an id.
type Item struct {
	ID     string
	Offset int
}

// renderItem leaves a hole for the id, since an embedded item has another.
func renderItem(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		w.WriteString("</li>\n")
		return ast.WalkContinue, nil
	}
	id, ok := n.AttributeString("id")
	if !ok {
		w.WriteString("<li>")
		return ast.WalkContinue, nil
	}
	w.WriteString(`<li id="`)
	w.(*holes).hole(Ref{Kind: ID, Key: id.(string), Offset: n.Pos()})
	w.WriteString(`">`)
	return ast.WalkContinue, nil
}
