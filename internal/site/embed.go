package site

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/markdown"
)

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

// An Excerpt is one section of a page, as another page shows it: the text of a
// heading, and the finished HTML below it.
type Excerpt struct{ Title, HTML string }

// excerpt returns the section of a page whose heading has the id. It stops at a
// hole, and returns what the hole refers to: an excerpt stands by itself. Terms
// in it are not linked.
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
		case r.Kind == markdown.TermStart, r.Kind == markdown.TermEnd:
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

// embed returns the box that a ![[name]], or a ![[name#id]] for one section,
// below a heading of the given level stands for.
func (f *filler) embed(owner *Entry, r *markdown.Ref, level int, chain []*Entry) *Embed {
	name, id, part := strings.Cut(r.Key, "#")
	to := f.find(owner, r, name)
	if to == nil || to.Unidentified {
		return nil
	}
	refuse := func(format string, args ...any) *Embed {
		f.problem(diag.Errorf(owner.Path, r.Offset, format, args...).Hintf("link to it instead: [[%s]]", r.Key))
		return nil
	}
	chain = append(slices.Clone(chain), owner)
	embedding := to.Kind.Traits().Embedding
	switch {
	case slices.Contains(chain, to):
		return refuse("this page would embed itself: %s", keyChain(append(chain, to)))
	case embedding == page.NotEmbedded:
		return refuse("%s is of kind %s, and only a factbox or a figure can be embedded", to.Path, to.Kind)
	case embedding == page.EmbeddedWhole && part:
		return refuse("%s is a %s, and can only be embedded as a whole", to.Path, to.Kind)
	}
	e := &Embed{Stub: to.Stub(), ID: "box-" + to.Name(), Level: min(level+1, 6), Body: to.Body, Diagram: to.Diagram()}
	above := 1
	if part {
		heading, body := to.section(id)
		if heading == nil {
			f.problem(diag.Errorf(owner.Path, r.Offset, "%s has no heading with the id %q", to.Path, id).
				Hintf("%s", diag.SuggestOr(id, to.HeadingIDs())))
			return nil
		}
		e.Title, e.URL, e.ID, e.Body = heading.Text, e.URL+"#"+id, e.ID+"-"+id, body
		above = heading.Level
	}
	e.Shift = e.Level - above
	if !f.claim(e) {
		return refuse("%s is embedded a second time in %s", r.Key, f.host.Path)
	}
	if owner == f.host {
		f.referred = append(f.referred, to)
	}
	e.Targets = f.targets(to, e.Body, nesting{above, e.Shift, e.ID + "-", part, chain})
	return e
}

// claim notes the ids that a box brings to the host's page, and reports whether
// all are new there.
func (f *filler) claim(e *Embed) bool {
	ids := []string{e.ID}
	if e.Diagram != nil {
		ids = append(ids, e.ID+"-title", e.ID+"-text")
	}
	for _, p := range e.Body {
		if p.Ref != nil && (p.Ref.Kind == markdown.HeadingStart || p.Ref.Kind == markdown.ID) {
			ids = append(ids, e.ID+"-"+p.Ref.Key)
		}
	}
	if slices.ContainsFunc(ids, func(id string) bool { return f.boxes[id] }) {
		return false
	}
	for _, id := range ids {
		f.boxes[id] = true
	}
	return true
}

// section returns a heading and what stands below it, up to the next heading of
// its level or above.
func (e *Entry) section(id string) (*markdown.Heading, []markdown.Piece) {
	i := slices.IndexFunc(e.Headings, func(h markdown.Heading) bool { return h.ID == id })
	if i < 0 {
		return nil, nil
	}
	heading, start := &e.Headings[i], -1
	for i, piece := range e.Body {
		switch r := piece.Ref; {
		case r == nil:
		case r.Kind == markdown.HeadingEnd && r.Key == id:
			start = i + 1
		case r.Kind == markdown.HeadingStart && start >= 0 && r.Level <= heading.Level:
			body := slices.Clone(e.Body[start : i+1])
			body[len(body)-1].Ref = nil // the next heading
			return heading, body
		}
	}
	return heading, e.Body[start:]
}

// keyChain writes pages that embed each other.
func keyChain(chain []*Entry) string {
	var keys []string
	for _, e := range chain {
		keys = append(keys, e.Key)
	}
	return strings.Join(keys, " embeds ")
}
