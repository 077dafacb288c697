package page

import (
	"rygghandboka/internal/diag"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/strict"
)

// names reads the names in the front matter that may be phrases, such as
// "[bird dog]{lang=en}": from here on they are plain text, and their language
// stands in Foreign.
func (p *Page) names(md *markdown.Converter) (probs diag.List) {
	lists := [][]strict.String{p.OtherNames}
	for _, t := range p.Terms {
		lists = append(lists, t.Also)
	}
	for _, list := range lists {
		for i, name := range list {
			label, tag, more := md.Name(p.Path, name.Text, name.Offset)
			probs = append(probs, more...)
			if tag != "" {
				if p.Foreign == nil {
					p.Foreign = map[string]string{}
				}
				p.Foreign[label] = tag
			}
			list[i].Text = label
		}
	}
	return probs
}
