package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/text/hyphen"
)

// A Piece is some finished HTML and then, unless Ref is nil, a hole.
type Piece struct {
	HTML string
	Ref  *Ref
}

// A Kind is what fills a hole.
type Kind string

const (
	Citation     Kind = "citation"      // inline: numbers that lead to the works in Cites
	Embed        Kind = "embed"         // block: the page named by Key
	HeadingStart Kind = "heading start" // the start tag of a heading: Level, and Key as id
	HeadingEnd   Kind = "heading end"   // its end tag
	ID           Kind = "id"            // attribute: the id Key of a list item
	LinkURL      Kind = "link"          // attribute: the address of Key, a relative path to a .md file or a page's name
	LinkTitle    Kind = "link title"    // inline: the title of the page named by Key
	TermStart    Kind = "term start"    // inline: before a word that the glossary explains under the id Key
	TermEnd      Kind = "term end"      // inline: after it
	AlertTitle   Kind = "alert title"   // block: the heading of an alert, the layout's word named by Key
	AlertEnd     Kind = "alert end"     // block: where the content of that alert ends
)

// A Ref is a reference to what belongs in a hole.
type Ref struct {
	Kind   Kind
	Key    string
	Level  int    // of a heading, from 2
	Cites  []Cite // of a citation
	Offset int    // in bytes, in the page's file
}

// A Cite is one work in a citation, and the place in the work.
type Cite struct {
	Key     string
	Locator string // such as "s. 4", or ""
	Offset  int
}

// A hole is written as its number between two private-use characters, which
// goldmark and the minifier take for a letter of the text. No source may contain
// them.
const (
	open = "\uE000"
	shut = "\uE001"
)

// holes is a util.BufWriter that can also write a hole.
type holes struct {
	bytes.Buffer
	refs    []Ref
	phrases int // that are open: what is written is in another language
	narrow  int // headings and table cells that are open
}

// letters returns how long the words are that get soft hyphens here.
func (h *holes) letters() int {
	if h.narrow > 0 {
		return hyphen.Narrow
	}
	return hyphen.Running
}

func (h *holes) hole(r Ref) {
	fmt.Fprintf(h, "%s%d%s", open, len(h.refs), shut)
	h.refs = append(h.refs, r)
}

func (h *holes) Buffered() int { return h.Len() }
func (h *holes) Flush() error  { return nil }

// alertTitleStart and alertTitleEnd are around the hole for the title of an alert.
const alertTitleStart, alertTitleEnd = "<h2>", "</h2>"

// split cuts HTML at its holes. A heading's hole is inside the tag that it
// replaces, as id or just before the end tag, so that the minifier sees a
// heading: the tag around it is cut off here.
func split(html string, refs []Ref) []Piece {
	refs = slices.Clone(refs) // without the room that append has left: pages are kept for the whole build
	pieces := make([]Piece, 0, len(refs)+1)
	for {
		before, rest, found := strings.Cut(html, open)
		if !found {
			return append(pieces, Piece{HTML: html})
		}
		number, after, _ := strings.Cut(rest, shut)
		n, err := strconv.Atoi(number)
		if err != nil {
			panic("markdown: a hole lost its number: " + number)
		}
		ref := &refs[n]
		switch ref.Kind {
		case HeadingStart:
			before = cutSuffix(before, fmt.Sprintf(`<h%d id="`, ref.Level))
			after = cutPrefix(after, `">`)
		case HeadingEnd:
			after = cutPrefix(after, fmt.Sprintf(`</h%d>`, ref.Level))
		case AlertTitle:
			before = cutSuffix(before, alertTitleStart)
			after = cutPrefix(after, alertTitleEnd)
		}
		pieces = append(pieces, Piece{before, ref})
		html = after
	}
}

func cutPrefix(s, prefix string) string {
	rest, ok := strings.CutPrefix(s, prefix)
	if !ok {
		panic("markdown: no " + prefix + " after a heading's hole")
	}
	return rest
}

func cutSuffix(s, suffix string) string {
	rest, ok := strings.CutSuffix(s, suffix)
	if !ok {
		panic("markdown: no " + suffix + " before a heading's hole")
	}
	return rest
}
