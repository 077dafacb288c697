package page

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/markdown"
)

// phrases reads the texts in the front matter that may be phrases, such as
// "[bird dog]{lang=en}": from here on they are plain text, and their language
// is in Foreign. Other texts are shown as they are, so none can be a phrase.
func (p *Page) phrases(md *markdown.Converter) (probs diag.List) {
	for _, part := range p.Parts {
		for _, f := range part.Fields {
			for _, t := range f.Texts {
				var more diag.List
				if f.Lang == strict.AnyLang {
					more = p.phrase(md, t)
				} else {
					t.Text, more = md.Plain(p.Path, t.Text, t.Offset)
				}
				probs = append(probs, more...)
			}
		}
	}
	return probs
}

// phrase reads one name.
func (p *Page) phrase(md *markdown.Converter, name *strict.Text) diag.List {
	label, tag, probs := md.Name(p.Path, name.Text, name.Offset)
	name.Text = label
	if tag == "" {
		return probs
	}
	if p.Foreign == nil {
		p.Foreign = map[string]string{}
	}
	p.Foreign[label] = tag
	return probs
}
