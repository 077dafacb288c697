package link

import (
	"slices"

	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// excerpt returns the section of a page whose heading has the id. It stops at a
// hole, and returns what the hole refers to: an excerpt is complete in itself. Terms
// in it are not linked.
func excerpt(e *site.Entry, id string) (out site.Excerpt, hole *markdown.Ref, found bool) {
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

// section returns a heading and what is below it, up to the next heading of
// its level or above.
func section(e *site.Entry, id string) (*markdown.Heading, []markdown.Piece) {
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
