package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// unbroken warns of long words in the front matter that have no break. The labels of
// a figure are divided in their own way, since a drawing has its own room, and words in
// another language by the rules of that one.
func (p *Page) unbroken(md *markdown.Converter) (probs diag.List) {
	for _, part := range p.Parts {
		for _, f := range part.Fields {
			own := f.Lang == "" || f.Lang == strict.AnyLang
			if !own || f.Role != strict.Prose && f.Role != strict.Name {
				continue
			}
			for _, s := range f.Texts {
				if p.Foreign[s.Text] == "" {
					probs = append(probs, md.Unbroken(p.Path, s.Text, s.Offset)...)
				}
			}
		}
	}
	return probs
}
