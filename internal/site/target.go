package site

import "rygghandboka/internal/text/markdown"

// A Target is what fills one hole.
type Target struct {
	URL   string // of a link or a term; or the id of a heading
	Text  string // of a link's title, a term's definition, or a word
	Cites []Cited
	Embed *Embed
	Term  string // the term that is linked here, "" if none is
}

// An Embed is another page's body in its place in a host page: its citations
// numbered with the host's, its headings below the host's heading, their ids
// with the box's own before them.
type Embed struct {
	Stub
	ID      string   // of the box, and before the ids of its headings
	Level   int      // of the box's own heading
	Shift   int      // how many levels the headings in the body move down
	Diagram *Diagram // of a figure
	Body    []markdown.Piece
	Targets []Target
}
