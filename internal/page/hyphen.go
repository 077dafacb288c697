package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// joints warns of long words in the front matter that have no joint. The labels of
// a figure have joints of their own, since a drawing has its own room, and words in
// another language are divided as that one does.
func (p *Page) joints(md *markdown.Converter) (probs diag.List) {
	for _, part := range p.Parts {
		for _, f := range part.Fields {
			own := f.Lang == "" || f.Lang == strict.AnyLang
			if !own || f.Role != strict.Prose && f.Role != strict.Name {
				continue
			}
			for _, s := range f.Texts {
				if p.Foreign[s.Text] == "" {
					probs = append(probs, md.Whole(p.Path, s.Text, s.Offset)...)
				}
			}
		}
	}
	return probs
}
