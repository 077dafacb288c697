package markdown

import (
	"bytes"
	gohtml "html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer/html"
)

// Whoever needs the text of a page (search, the version of a page) reads its lines:
// its text as a browser shows it, without markup. They are made with the HTML, from the
// same syntax tree, and cached with the page, so that nobody parses HTML for them.

// A LineKind is what a line is.
type LineKind uint8

const (
	TextLine    LineKind = iota // a paragraph, an item of a list, a cell, a term or what it means
	HeadingLine                 // with Level and ID
	CodeLine                    // a block of code
	EmbedLine                   // a hole for another page
)

// A Line is a block of text, or the part of one before or after a line break that the
// author has made.
type Line struct {
	// Text has single spaces, none at its ends. In it are the marks of holes, and of edges;
	// the texts of all lines of a page are parts of one string.
	Text string

	ID    string // of a heading
	Alert string // the alert that it is in: note, warning and so on; "" if in none
	Kind  LineKind
	Level uint8 // of a heading, from 2
	Item  bool  // it is in an item of a list in that alert
}

const (
	// holeMark is the place of a hole that is filled with text: the first in a document is
	// that of the first piece with such a hole (Kind.isText), and so on.
	holeMark = open

	// edgeMark is where an element starts or ends inside a word: what is bold in it, or
	// linked, is a word of its own to some who read.
	edgeMark = shut
)

// isText reports whether a hole of this kind is filled with what readers read, and has a
// mark in a line.
func (k Kind) isText() bool {
	switch k {
	case HeadingStart, HeadingEnd, ID, LinkURL, AlertEnd:
		return false
	}
	return true
}

// A TextHole is a hole of a body that has a mark in its lines, and the how many-th of all
// its holes it is.
type TextHole struct {
	Kind  Kind
	Place int
}

// TextHoles returns the holes of a body that have marks in its lines, in their order.
func TextHoles(body []Piece) (list []TextHole) {
	n := 0
	for _, piece := range body {
		if piece.Ref == nil {
			continue
		}
		if piece.Ref.Kind.isText() {
			list = append(list, TextHole{piece.Ref.Kind, n})
		}
		n++
	}
	return list
}

// marked is how both marks start, and no other character that a source may contain.
const marked = "\xee\x80"

// IsPlain reports whether there are no marks in the text.
func (l Line) IsPlain() bool { return !strings.Contains(l.Text, marked) }

// Fill returns the text with edge in the place of each edge, and in that of each hole what
// the function returns when it is called for it.
func (l Line) Fill(edge string, hole func() string) string {
	if l.IsPlain() {
		return l.Text
	}
	var b strings.Builder
	rest := l.Text
	for {
		before, after, found := strings.Cut(rest, marked)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if after[0] == holeMark[len(marked)] {
			b.WriteString(hole())
		} else {
			b.WriteString(edge)
		}
		rest = after[1:]
	}
}

// A lineReader gathers the lines of a document.
type lineReader struct {
	src   []byte
	text  []byte // of all lines
	start int    // of the line that is read
	ends  []int
	lines []Line
	cited int // the offset of the last citation
}

// lines reads the lines of a document, and notes which citations follow a digit.
func lines(doc ast.Node, src []byte) []Line {
	r := &lineReader{src: src, text: make([]byte, 0, len(src)), cited: -1}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *alert:
			r.title(n)
			return ast.WalkContinue, nil
		case *ast.FencedCodeBlock:
			r.code(n)
		case *ast.Heading:
			id, _ := n.AttributeString("id")
			r.block(n, Line{Kind: HeadingLine, Level: uint8(n.Level), ID: string(id.([]byte))})
		case *ast.Paragraph, *ast.TextBlock:
			l := Line{}
			if _, isEmbed := n.FirstChild().(*embed); isEmbed {
				l.Kind = EmbedLine
			}
			r.block(n, l)
		case *extast.TableCell, *extast.DefinitionTerm:
			r.block(n, Line{})
		default:
			return ast.WalkContinue, nil
		}
		return ast.WalkSkipChildren, nil
	})
	return r.finish()
}

// finish gives each line its part of the text.
func (r *lineReader) finish() []Line {
	text := string(r.text)
	start := 0
	for i, end := range r.ends {
		r.lines[i].Text = text[start:end]
		start = end
	}
	return exact(r.lines)
}

// title reads the word above an alert. A pull quote has none.
func (r *lineReader) title(a *alert) {
	if a.name == "quote" {
		return
	}
	r.mark(holeMark)
	r.end(Line{Alert: a.name})
}

// code reads a block of code. Between its tokens are edges.
func (r *lineReader) code(n *ast.FencedCodeBlock) {
	tokens, _ := n.AttributeString(codeTokens)
	list, _ := tokens.([]chroma.Token)
	for _, token := range list {
		r.edge()
		r.write([]byte(token.Value))
	}
	r.end(Line{Kind: CodeLine})
}

// block reads the text right below a node.
func (r *lineReader) block(block ast.Node, l Line) {
	l.Alert, l.Item = around(block)
	ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.Emphasis, *ast.Link, *phrase:
			r.edge()
		default:
			if entering {
				r.inline(n, l)
			}
		}
		return ast.WalkContinue, nil
	})
	r.end(l)
}

// inline reads what a node by itself adds to a line.
func (r *lineReader) inline(n ast.Node, l Line) {
	switch n := n.(type) {
	case *ast.Text:
		r.write(shown(n, r.src, true))
		if n.HardLineBreak() {
			r.end(l)
		} else if n.SoftLineBreak() {
			r.space()
		}
	case *ast.String:
		r.write(n.Value)
	case *ast.AutoLink:
		r.edge()
		r.write(n.Label(r.src))
		r.edge()
	case *wiki:
		r.edge()
		if n.text != "" {
			r.write([]byte(n.text))
		} else {
			r.mark(holeMark)
		}
		r.edge()
	case *citation:
		r.citation(n)
	case *termEdge, *embed:
		r.mark(holeMark)
	}
}

// citation reads a citation, which is right after the word before it.
func (r *lineReader) citation(n *citation) {
	if t, isText := n.PreviousSibling().(*ast.Text); isText && endsWithSpace(t, r.src) {
		r.text = bytes.TrimSuffix(r.text, []byte(" "))
	}
	if n.afterDigit = r.afterDigit(); n.afterDigit {
		r.space()
	}
	r.mark(holeMark)
	r.cited = len(r.text)
}

func endsWithSpace(t *ast.Text, src []byte) bool {
	return t.SoftLineBreak() || bytes.HasSuffix(t.Segment.Value(src), []byte(" "))
}

// afterDigit reports whether the line so far ends with a digit, with or without marks of
// anything but a citation after it.
func (r *lineReader) afterDigit() bool {
	line := r.text[r.start:]
	for bytes.HasSuffix(line, []byte(edgeMark)) || bytes.HasSuffix(line, []byte(holeMark)) {
		if r.start+len(line) == r.cited {
			return false
		}
		line = line[:len(line)-len(holeMark)]
	}
	return len(line) > 0 && line[len(line)-1] >= '0' && line[len(line)-1] <= '9'
}

// around returns the alert that a block is in, and whether it is in a list there. A
// pull quote is no alert.
func around(block ast.Node) (name string, item bool) {
	for n := block.Parent(); n != nil; n = n.Parent() {
		if a, ok := n.(*alert); ok && a.name != "quote" {
			return a.name, item
		}
		item = item || n.Kind() == ast.KindListItem
	}
	return "", false
}

// end ends a line. One without text is none.
func (r *lineReader) end(l Line) {
	r.text = bytes.TrimSuffix(bytes.TrimSuffix(r.text, []byte(" ")), []byte(edgeMark))
	if len(r.text) > r.start {
		r.lines = append(r.lines, l)
		r.ends = append(r.ends, len(r.text))
	}
	r.start = len(r.text)
}

// mark adds a mark.
func (r *lineReader) mark(mark string) { r.text = append(r.text, mark...) }

// edge adds the mark of an edge if it is between two letters.
func (r *lineReader) edge() {
	if line := r.text[r.start:]; len(line) > 0 && line[len(line)-1] != ' ' && !bytes.HasSuffix(line, []byte(edgeMark)) {
		r.mark(edgeMark)
	}
}

// space adds a space, unless there is one. Beside a space an edge makes no difference.
func (r *lineReader) space() {
	line := bytes.TrimSuffix(r.text[r.start:], []byte(edgeMark))
	r.text = r.text[:r.start+len(line)]
	if len(line) > 0 && line[len(line)-1] != ' ' {
		r.text = append(r.text, ' ')
	}
}

// write adds text.
func (r *lineReader) write(text []byte) {
	for len(text) > 0 {
		n := 0
		for n < len(text) && text[n] > ' ' && text[n] < utf8.RuneSelf {
			n++
		}
		r.text = append(r.text, text[:n]...)
		if text = text[n:]; len(text) == 0 {
			return
		}
		c, size := utf8.DecodeRune(text)
		if unicode.IsSpace(c) {
			r.space()
		} else {
			r.text = utf8.AppendRune(r.text, c)
		}
		text = text[size:]
	}
}

// shown returns what a browser shows of a text. joined also puts in what keeps numbers
// together with what belongs to them.
func shown(n *ast.Text, src []byte, joined bool) []byte {
	text := n.Segment.Value(src)
	if n.IsRaw() {
		return text
	}
	if joined {
		text = together(text)
	}
	if bytes.IndexByte(text, '\\') < 0 && bytes.IndexByte(text, '&') < 0 {
		return text
	}
	w := &holes{}
	html.DefaultWriter.Write(w, text)
	return []byte(gohtml.UnescapeString(w.String()))
}
