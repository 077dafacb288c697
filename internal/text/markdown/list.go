package markdown

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

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
