package pdf

import (
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// describe gives the links in an element their texts as descriptions, and the languages
// of those. Otherwise readers that list links read their addresses.
func (d *document) describe(e *element, s *structurer, language types.Object) {
	if own := e.entries["Lang"]; own != nil {
		language = own
	}
	text := strings.Join(strings.Fields(s.textIn(e.kids)), " ")
	for _, k := range e.kids {
		switch v := k.(type) {
		case *element:
			d.describe(v, s, language)
		case *annotation:
			link := d.dict(v.ref)
			if text == "" {
				text = d.textOf(d.dict(link["A"])["URI"])
			}
			link["Contents"] = textString(text)
			if language != d.catalog["Lang"] {
				link["Lang"] = language
			}
		}
	}
}

// free removes what the outline says of elements of the tree of Chromium. It leads to
// places on pages too.
func (d *document) free(item types.Dict) {
	for ; item != nil; item = d.dict(item["Next"]) {
		delete(item, "SE")
		d.free(d.dict(item["First"]))
	}
}
