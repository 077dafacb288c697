package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A term is a word or phrase that the glossary explains. The author does not
// mark it: each one in running text gets a hole before it and one after, and
// package link makes a link of the first on a page (link/term.go). Headings, the
// heads of tables, links, code and quotations are left alone.

// A Term is a word or phrase to look for.
type Term struct {
	Form string // in running text, with single spaces
	ID   string // of its entry in the glossary
}

// A lexicon contains the forms by their first word, the longest first, so that the
// longest match is found at once.
type lexicon map[string][]form

type form struct{ rest, id string } // what follows the first word

func newLexicon(terms []Term) lexicon {
	lex := lexicon{}
	for _, t := range terms {
		n := wordEnd(t.Form, 0)
		first, rest := t.Form[:n], t.Form[n:]
		lex[first] = append(lex[first], form{rest, t.ID})
	}
	for _, forms := range lex {
		slices.SortStableFunc(forms, func(a, b form) int { return len(b.rest) - len(a.rest) })
	}
	return lex
}

// A match is a term in a text.
type match struct {
	start, end int // in bytes
	id         string
}

// matches returns the terms in a text, none inside another. A word that starts
// with a capital letter is also looked up without it, as at the start of a
// sentence.
func (lex lexicon) matches(text string) (found []match) {
	for at := 0; at < len(text); {
		end := wordEnd(text, at)
		if end == at {
			_, n := utf8.DecodeRuneInString(text[at:])
			at += n
			continue
		}
		word := text[at:end]
		if at > 0 && (text[at-1] == '&' || text[at-1] == '\\') { // an entity
			at = end
			continue
		}
		id, n := longest(lex[word], text[end:])
		if lower := decapital(word); id == "" && lower != word {
			id, n = longest(lex[lower], text[end:])
		}
		if id != "" {
			end += n
			found = append(found, match{at, end, id})
		}
		at = end
	}
	return found
}

// longest returns the first of the forms whose rest text starts with, and how
// long that is; id is "" if there is none.
func longest(forms []form, text string) (id string, n int) {
	for _, f := range forms {
		if strings.HasPrefix(text, f.rest) && wordEnd(text, len(f.rest)) == len(f.rest) {
			return f.id, len(f.rest)
		}
	}
	return "", 0
}

// wordEnd returns where the word ends that starts at an offset of s, or the
// offset itself if none does. A hyphen is part of a word: core-trening is not
// core.
func wordEnd(s string, at int) int {
	for i, r := range s[at:] {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' {
			return at + i
		}
	}
	return len(s)
}

func decapital(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToLower(r)) + word[n:]
}

var kindTerm = ast.NewNodeKind("Term")

// termEdge is the start or, without an id, the end of a term.
type termEdge struct {
	ast.BaseInline
	id string
}

func (*termEdge) Kind() ast.NodeKind           { return kindTerm }
func (e *termEdge) Dump(src []byte, level int) { ast.DumpHelper(e, src, level, nil, nil) }

func newEdge(id string, at int) *termEdge {
	e := &termEdge{id: id}
	e.SetPos(at)
	return e
}

// terms puts edges around the terms in the text right below a node.
func (c *checker) terms(parent ast.Node) {
	if len(c.lexicon) == 0 || !explains(parent) {
		return
	}
	runs := [][]*ast.Text{nil} // adjacent texts
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); ok {
			last := len(runs) - 1
			runs[last] = append(runs[last], t)
		} else {
			runs = append(runs, nil)
		}
	}
	for _, run := range runs {
		c.mark(run)
	}
}

// explains reports whether terms are linked in the text right below a node.
func explains(parent ast.Node) bool {
	for p := parent; p != nil; p = p.Parent() {
		switch p := p.(type) {
		case *ast.Heading, *ast.Link, *phrase, *ast.Blockquote, *extast.TableHeader, *extast.DefinitionTerm:
			return false
		case *alert:
			return p.name != "quote"
		}
	}
	return true
}

// mark puts edges around the terms in adjacent texts. A term may
// run over the end of a line.
func (c *checker) mark(run []*ast.Text) {
	var b strings.Builder
	var offsets []int // of each byte of the text, and of its end
	for _, t := range run {
		for i, char := range t.Segment.Value(c.src) {
			b.WriteByte(char)
			offsets = append(offsets, t.Segment.Start+i)
		}
		if t.SoftLineBreak() || t.HardLineBreak() {
			b.WriteByte(' ')
			offsets = append(offsets, t.Segment.Stop)
		}
	}
	for _, m := range c.lexicon.matches(b.String()) {
		start, end := offsets[m.start], offsets[m.end-1]+1
		run = part(run, newEdge(m.id, start), start)
		run = part(run, newEdge("", end), end)
	}
}

// part puts an edge at an offset of adjacent texts, and returns
// the texts from there on. A text that is cut in two keeps its line break at the
// end.
func part(run []*ast.Text, e *termEdge, at int) []*ast.Text {
	for run[0].Segment.Stop < at {
		run = run[1:]
	}
	left := run[0]
	right := ast.NewTextSegment(text.NewSegment(at, left.Segment.Stop))
	right.SetSoftLineBreak(left.SoftLineBreak())
	right.SetHardLineBreak(left.HardLineBreak())
	left.Segment = left.Segment.WithStop(at)
	left.SetSoftLineBreak(false)
	left.SetHardLineBreak(false)
	left.Parent().InsertAfter(left.Parent(), left, e)
	left.Parent().InsertAfter(left.Parent(), e, right)
	return append([]*ast.Text{right}, run[1:]...)
}

func renderTerm(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	e := n.(*termEdge)
	switch {
	case !entering:
	case e.id != "":
		w.(*holes).hole(Ref{Kind: TermStart, Key: e.id, Offset: e.Pos()})
	default:
		w.(*holes).hole(Ref{Kind: TermEnd, Offset: e.Pos()})
	}
	return ast.WalkContinue, nil
}
