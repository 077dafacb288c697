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

// errorf adds a problem at a byte offset and returns it, so that a hint can be
// put in.
func (c *checker) errorf(offset int, format string, args ...any) *diag.Problem {
	c.probs = append(c.probs, diag.Errorf(c.file, offset, format, args...))
	return &c.probs[len(c.probs)-1]
}

// warnf is errorf for a warning.
func (c *checker) warnf(offset int, format string, args ...any) *diag.Problem {
	c.probs = append(c.probs, diag.Warnf(c.file, offset, format, args...))
	return &c.probs[len(c.probs)-1]
}
