package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/page"
)

// An Embed is another page's body in its place in a host page: its citations
// numbered with the host's, its headings below the host's heading, their ids
// with the box's own before them.
type Embed struct {
	Stub
	ID      string // of the box, and before the ids of its headings
	Level   int    // of the box's own heading
	Body    []markdown.Piece
	Targets []Target
}

// An Excerpt is one section of a page, as another page shows it: the text of a
// heading, and the finished HTML below it.
type Excerpt struct{ Title, HTML string }

// excerpt returns the section of a page whose heading has the id. It stops at a
// hole, and returns what the hole refers to: an excerpt stands by itself.
func (e *Entry) excerpt(id string) (out Excerpt, hole *markdown.Ref, found bool) {
	for _, h := range e.Headings {
		if h.ID == id && h.Level == 2 {
			out.Title, found = h.Text, true
		}
	}
	inside := false
	for _, piece := range e.Body {
		if inside {
			out.HTML += piece.HTML
		}
		switch r := piece.Ref; {
		case r == nil, !inside && r.Kind != markdown.HeadingStart:
		case r.Kind == markdown.HeadingStart && inside && r.Level == 2:
			return out, nil, found
		case r.Kind == markdown.HeadingStart && !inside:
			inside = r.Key == id && r.Level == 2
		case r.Kind == markdown.HeadingEnd && r.Key == id:
			out.HTML = "" // the heading's own text
		default:
			return out, r, found
		}
	}
	return out, nil, found
}

// embed returns the box that a ![[name]] below a heading of the given level
// stands for.
func (f *filler) embed(owner *Entry, r *markdown.Ref, level int, chain []*Entry) *Embed {
	to := f.find(owner, r, r.Key)
	if to == nil || to.Broken {
		return nil
	}
	chain = append(slices.Clone(chain), owner)
	if slices.Contains(chain, to) {
		var keys []string
		for _, e := range append(chain, to) {
			keys = append(keys, e.Key)
		}
		f.problem(diag.Errorf(owner.Path, r.Offset, "this page would embed itself").Hintf("%s", strings.Join(keys, " embeds ")))
		return nil
	}
	if to.Kind != page.Factbox {
		f.problem(diag.Errorf(owner.Path, r.Offset, "%s is of kind %s, and only a factbox can be embedded", to.Path, to.Kind).Hintf("link to it instead: [[%s]]", r.Key))
		return nil
	}
	if f.boxes[to] {
		f.problem(diag.Errorf(owner.Path, r.Offset, "%s is embedded a second time in %s", to.Path, f.host.Path).Hintf("link to it instead: [[%s]]", r.Key))
		return nil
	}
	f.boxes[to] = true
	f.refer(owner, to)
	e := &Embed{Stub: to.stub(), ID: "box-" + to.Name(), Level: min(level+1, 6), Body: to.Body}
	e.Targets = f.targets(to, e.Level-1, e.ID+"-", chain)
	return e
}

// Shift returns how many levels the headings of the embedded body move down:
// its first, of level 2, goes below the box's own.
func (e *Embed) Shift() int { return e.Level - 1 }
