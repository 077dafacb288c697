package render

import "rygghandboka/internal/site"

// An indexDetail is what home.html and page.html show beyond the text: the pages below.
type indexDetail struct {
	Children  []site.Card
	Filter    *filter            // nil unless the index is of exercises
	Elsewhere []site.Translation // pages below this one that only another language has
}

// A filter is the data of partials/filter.html. It works without a script: a style
// sheet hides each exercise while something is chosen that it does not have.
type filter struct {
	Choices []site.Choice
	Count   int // of all exercises in the list
}

func newIndexDetail(e *site.Entry) *indexDetail {
	d := &indexDetail{Children: e.Children, Elsewhere: e.Elsewhere}
	if len(e.Filter) > 0 {
		d.Filter = &filter{Choices: e.Filter, Count: len(e.Children)}
	}
	return d
}
