package render

import (
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/site"
)

// A name is another word for something. Lang is "" if it is in the page's language.
type name struct{ Text, Lang string }

func names(e *site.Entry, list []strict.Text) (out []name) {
	for _, s := range list {
		out = append(out, name{s.Text, e.Foreign[s.Text]})
	}
	return out
}
