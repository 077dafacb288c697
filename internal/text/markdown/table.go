package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// table checks that each row has as many cells as there are headings: goldmark
// drops the cells beyond, and fills up the missing ones.
func (c *checker) table(t *extast.Table) {
	if head := c.src[t.FirstChild().Pos():]; !bytes.Contains(firstLines(head, 2), []byte("|")) {
		c.errorf(t.FirstChild().Pos(), "the line of hyphens below makes this a table").Hint =
			"write bars around its cells, or an empty line before the hyphens if it is text"
		return
	}
	for row := t.FirstChild(); row != nil; row = row.NextSibling() {
		start := row.Pos()
		line, _, _ := bytes.Cut(c.src[start:], []byte("\n"))
		cells := cellStarts(line)
		switch want := len(t.Alignments); {
		case len(cells) > want:
			c.errorf(start+cells[want], "cell %d of a table with %d headings", want+1, want).Hint =
				`add a heading, or write \| for a bar that is text`
		case len(cells) < want:
			c.errorf(start+len(line), "a row with %d of %d cells", len(cells), want).Hint =
				"an empty cell is written | |"
		}
	}
}

// firstLines returns the first n lines of a text.
func firstLines(text []byte, n int) []byte {
	end := 0
	for range n {
		next := bytes.IndexByte(text[end:], '\n')
		if next < 0 {
			return text
		}
		end += next + 1
	}
	return text[:end]
}

// cellStarts returns where each cell of a table row starts, as GitHub Flavored
// Markdown divides it: at bars without a backslash, the outermost ones being
// optional.
func cellStarts(line []byte) []int {
	end := len(bytes.TrimRight(line, " \t"))
	if end > 0 && line[end-1] == '|' && (end < 2 || line[end-2] != '\\') {
		end--
	}
	i := len(line) - len(bytes.TrimLeft(line, " \t"))
	if i < end && line[i] == '|' {
		i++
	}
	starts := []int{i}
	for ; i < end; i++ {
		if line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// renderTable puts the table in a box that can scroll by itself on a small
// screen.
func renderTable(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString("<div class=\"table\">\n<table>\n")
	} else {
		w.WriteString("</table>\n</div>\n")
	}
	return ast.WalkContinue, nil
}

// renderTableCell renders alignment as a class, since a strict
// Content-Security-Policy drops the style attribute that goldmark writes.
func renderTableCell(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	cell := n.(*extast.TableCell)
	tag, attrs := "td", ""
	if _, ok := cell.Parent().(*extast.TableHeader); ok {
		tag, attrs = "th", ` scope="col"`
	}
	switch cell.Alignment {
	case extast.AlignRight, extast.AlignCenter:
		attrs += ` class="` + cell.Alignment.String() + `"`
	}
	if entering {
		w.(*holes).narrow++
		w.WriteString("<" + tag + attrs + ">")
	} else {
		w.(*holes).narrow--
		w.WriteString("</" + tag + ">\n")
	}
	return ast.WalkContinue, nil
}
