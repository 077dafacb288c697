package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"

	"rygghandboka/internal/base/diag"
)

// A checker collects what a document contains besides its HTML, and its problems.
type checker struct {
	*Converter
	file     string
	src      []byte
	kept     []string               // ids of the sections whose text is kept
	unbroken map[string]bool        // the long words without a break that have been reported
	texts    map[ast.Node]plainText // of the blocks read so far
	headings []Heading
	items    []Item
	sections []Section
	links    []Link
	bareKeys []BareKey
	probs    diag.List
}

var checkerKey = parser.NewContextKey()

func checkerOf(pc parser.Context) *checker { return pc.Get(checkerKey).(*checker) }

// mostOnPage is how many problems a page has at most. One mistake can be thousands, each of
// which would be compared with the others.
const mostOnPage = 1000

// add adds a problem and returns it, so that a hint can be put in.
func (c *checker) add(p diag.Problem) *diag.Problem {
	switch n := len(c.probs); {
	case n < mostOnPage:
		c.probs = append(c.probs, p)
	case n == mostOnPage:
		c.probs = append(c.probs, diag.Errorf(c.file, p.Offset, "there are more problems on this page").
			Hintf("fix those above first"))
		return &p
	default:
		return &p
	}
	return &c.probs[len(c.probs)-1]
}

// errorf adds an error at a byte offset.
func (c *checker) errorf(offset int, format string, args ...any) *diag.Problem {
	return c.add(diag.Errorf(c.file, offset, format, args...))
}

// warnf adds a warning.
func (c *checker) warnf(offset int, format string, args ...any) *diag.Problem {
	return c.add(diag.Warnf(c.file, offset, format, args...))
}
