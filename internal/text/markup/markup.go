// Package markup reads finished HTML: the start tags of a page, and its text.
//
// The content of a page's body is known from when it is compiled (package markdown), and is
// not read here. This is for what layouts have rendered: a whole page, and what fills the
// holes of a body. In HTML that this program renders, it finds what a browser finds, also
// inside drawings (markup_test.go compares it with a browser's algorithm).
package markup

import (
	"bytes"
	"html"
	"iter"
	"strings"

	"github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/html"
)

// A Tag is a start tag. It is valid until the next one is read.
type Tag struct {
	Name       []byte // in lower case
	Attributes []Attribute
}

// An Attribute is one of a start tag.
type Attribute struct {
	Key   []byte // in lower case
	value []byte // with its quotation marks and entities; nil if it has none
}

// Get returns the value of an attribute, and whether it is there.
func (t Tag) Get(key string) (value string, there bool) {
	for _, a := range t.Attributes {
		if string(a.Key) == key {
			return html.UnescapeString(string(unquoted(a.value))), true
		}
	}
	return "", false
}

func unquoted(value []byte) []byte {
	if n := len(value); n > 1 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		return value[1 : n-1]
	}
	return value
}

// Tags returns the start tags of a page.
func Tags(page []byte) iter.Seq[Tag] {
	return func(yield func(Tag) bool) {
		r := newReader(page)
		r.tags(yield)
	}
}

// Text returns the text of HTML in pieces, without entities: between two of them there is
// a tag or a comment. What is in a script or a style sheet is no text.
func Text(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !strings.Contains(text, "<") {
			yield(html.UnescapeString(text))
			return
		}
		r := newReader([]byte(text))
		r.text(yield)
	}
}

// A reader reads HTML. The lexer writes into what it reads, so it has its own copy.
type reader struct {
	data  []byte
	input *parse.Input
	*lexer.Lexer
	attributes []Attribute
}

func newReader(text []byte) *reader {
	data := make([]byte, len(text), len(text)+1) // the lexer puts a zero at the end
	copy(data, text)
	return read(data)
}

func read(data []byte) *reader {
	input := parse.NewInputBytes(data)
	return &reader{data: data, input: input, Lexer: lexer.NewLexer(input)}
}

// tags calls yield for each start tag, and reports whether it wants more.
func (r *reader) tags(yield func(Tag) bool) bool {
	for {
		r.skip()
		kind, data := r.Next()
		switch kind {
		case lexer.ErrorToken:
			return true
		case lexer.StartTagToken:
			if !yield(r.tag()) {
				return false
			}
		case lexer.SVGToken, lexer.MathToken, lexer.XMLToken:
			isFirst := true
			inner := func(t Tag) bool {
				if isFirst {
					t.Name = data[1 : 1+len(t.Name)]
				}
				isFirst = false
				return yield(t)
			}
			if !foreign(data).tags(inner) {
				return false
			}
		}
	}
}

// skip moves to where the next tag may start, past text, of which a page is full.
func (r *reader) skip() {
	rest := r.data[r.input.Offset():]
	n := bytes.IndexByte(rest, '<')
	if n < 0 {
		n = len(rest)
	}
	r.input.Move(n)
	r.input.Skip()
}

// tag reads the attributes of the start tag that the lexer is in.
func (r *reader) tag() Tag {
	t := Tag{Name: r.Lexer.Text()}
	r.attributes = r.attributes[:0]
	for {
		if kind, _ := r.Next(); kind != lexer.AttributeToken {
			t.Attributes = r.attributes
			return t
		}
		r.attributes = append(r.attributes, Attribute{r.AttrKey(), r.AttrVal()})
	}
}

// text calls yield for each piece of text, and reports whether it wants more.
func (r *reader) text(yield func(string) bool) bool {
	hidden := false // in a script or a style sheet
	for {
		switch kind, data := r.Next(); kind {
		case lexer.ErrorToken:
			return true
		case lexer.StartTagToken:
			name := string(r.Lexer.Text())
			hidden = name == "script" || name == "style"
		case lexer.EndTagToken:
			hidden = false
		case lexer.TextToken:
			if !hidden && !yield(html.UnescapeString(string(data))) {
				return false
			}
		case lexer.SVGToken, lexer.MathToken, lexer.XMLToken:
			if !foreign(data).text(yield) {
				return false
			}
		}
	}
}

// foreign returns a reader of an element that the lexer returns in one piece, with all that is
// in it. Under another name the lexer divides it.
func foreign(element []byte) *reader {
	data := make([]byte, len(element), len(element)+1)
	copy(data, element)
	copy(data[1:], "xx") // the names svg, math and xml are as long or longer
	return read(data)
}
