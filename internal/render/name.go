package render

import (
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/site"
)

// A name is another word for something. Lang is "" if it is in the page's language.
type name struct{ Text, Lang string }

func names(e *site.Entry, list []strict.String) (out []name) {
	for _, s := range list {
		out = append(out, name{s.Text, e.Foreign[s.Text]})
	}
	return out
}

// folded returns the page of the links of an item in a list, by its id, or nil.
func folded(e *site.Entry, id string) *site.Folded {
	if f, ok := e.Folded[id]; ok {
		return &f
	}
	return nil
}
