package render

import (
	"slices"

	"rygghandboka/internal/site"
)

// A factboxDetail is what factbox.html shows beyond the text.
type factboxDetail struct{ Handout handout }

func (r *renderer) factboxDetail(e *site.Entry) (*factboxDetail, error) {
	handout, err := r.newHandout(e, leafPages(e))
	if err != nil {
		return nil, err
	}
	return &factboxDetail{Handout: handout}, nil
}

// leafPages returns 2 for a fact box that is the two pages of a leaf, since it contains
// another box, and 0 for one of a single page.
func leafPages(e *site.Entry) int {
	contains := func(t site.Target) bool { return t.Embed != nil && t.Embed.Diagram == nil }
	if slices.ContainsFunc(e.Targets, contains) {
		return 2
	}
	return 0
}
