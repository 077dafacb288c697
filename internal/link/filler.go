package link

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// A filler fills the holes of one page and of what it embeds. It changes nothing
// but that page.
type filler struct {
	*linker
	probs    diag.List
	referred []*site.Entry // the pages that the host refers to
	used     []string      // the terms that the host links

	host       *site.Entry
	numbers    map[string]int  // of the works cited so far
	boxes      map[string]bool // ids that boxes have brought so far
	terms      map[string]bool // those that have been linked, or must not be
	references []site.Reference
}

func (f *filler) problem(p diag.Problem) { f.probs = append(f.probs, p) }

// A nesting is how a body is nested in the host. The zero nesting is the host's own.
type nesting struct {
	level  int           // of the heading above it in its own page; 0 is the title
	shift  int           // how many levels its headings move down
	prefix string        // before its ids
	part   bool          // it is a section of its page, not the whole
	chain  []*site.Entry // the pages that embed each other down to it
}

// word returns a word of the layout.
func (f *filler) word(owner *site.Entry, r *markdown.Ref) string {
	w, ok := f.Words.Word(owner.Lang, r.Key)
	if !ok {
		f.problem(diag.Errorf(i18n.Path, 0, "there is no word %q", r.Key).Hintf("%s needs it", owner.Path))
	}
	return w
}

// claim notes the ids that a box brings to the host's page, and reports whether
// all are new there.
func (f *filler) claim(e *site.Embed) bool {
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
