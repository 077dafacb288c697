package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// falling reports the ranges that fall in the texts of the front matter.
func (p *Page) falling(md *markdown.Converter) (probs diag.List) {
	for _, part := range p.Parts {
		for _, t := range part.In(strict.Prose, strict.Label) {
			probs = append(probs, md.Falling(p.Path, t.Text, t.Offset)...)
		}
	}
	return probs
}
