package page

import (
	"rygghandboka/internal/diag"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/strict"
)

// joints warns of long words in the front matter that have no joint. The labels of
// a figure have joints of their own, since a drawing has its own room.
func (p *Page) joints(md *markdown.Converter) (probs diag.List) {
	shown := []strict.String{p.Title, p.Summary}
	for _, s := range p.Steps {
		shown = append(shown, s.Reason)
	}
	for _, t := range p.Terms {
		shown = append(shown, t.Term, t.Definition)
		shown = append(shown, p.native(t.Also)...)
	}
	shown = append(shown, p.native(p.OtherNames)...)
	for _, s := range shown {
		probs = append(probs, md.Whole(p.Path, s.Text, s.Offset)...)
	}
	return probs
}

// native returns the names that are in the page's language.
func (p *Page) native(names []strict.String) (out []strict.String) {
	for _, s := range names {
		if p.Foreign[s.Text] == "" {
			out = append(out, s)
		}
	}
	return out
}
