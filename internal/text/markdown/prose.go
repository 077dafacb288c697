package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/readability"
)

// A Section is the part below a heading of level 2, or before the first one.
// For readability its paragraphs and list items are measured, of which each ends
// a sentence, and headings, tables, code and citations are left out.
type Section struct {
	ID string // of the heading; "" before the first
	readability.Counts
	Longest Sentence
	Text    []string // the sentences, if Options.Prose asks for them

	Start, End int     // offsets in the file, in bytes
	Blocks     []Block // for the comparison with its translation (translation.go)
	Sum        Sum     // of its text; set by package page
}

// A Sum is a hash of a section's text, for comparison within one run of the
// program.
type Sum uint64

// A Sentence is the offset of a sentence, and its length.
type Sentence struct {
	Words  int
	Offset int // in bytes, in the file
}

// unwritten refuses a placeholder for text that is still to be written. One inside the text of
// a link or the like is in that of its block.
func (c *checker) unwritten(n ast.Node) {
	text, places := c.textOf(n)
	if !diag.IsUnwritten(text) {
		text = c.texts[n].native
	}
	start, end := diag.UnwrittenIn(text)
	if start < 0 || n.Type() == ast.TypeInline && !diag.IsUnwritten(text) {
		return
	}
	if around, _ := c.textOf(n.Parent()); n.Type() == ast.TypeInline && diag.IsUnwritten(around) {
		return // of which this is all
	}
	c.add(diag.UnwrittenAt(c.file, places.at(start), "this", text[start:end]))
}

// prose measures the text right below a block.
func (c *checker) prose(block ast.Node) {
	for p := block.Parent(); p != nil; p = p.Parent() {
		if _, ok := p.(*extast.Table); ok {
			return
		}
	}
	text, places := c.textOf(block)
	s := &c.sections[len(c.sections)-1]
	for sentence := range readability.Sentences(text) {
		s.Counts = s.Counts.Add(sentence.Counts)
		if c.options.Prose {
			s.Text = append(s.Text, sentence.Text)
		}
		if sentence.Words > s.Longest.Words {
			s.Longest = Sentence{sentence.Words, places.at(sentence.Offset)}
		}
	}
}

// section starts a section at a heading.
func (c *checker) section(h Heading) {
	if h.Level == 2 {
		c.sections = append(c.sections, Section{ID: h.ID})
	}
}
