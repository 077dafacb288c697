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
	if e.Index == nil {
		return &indexDetail{}
	}
	d := &indexDetail{Children: e.Index.Children, Elsewhere: e.Index.Elsewhere}
	if e.HasFilter() {
		d.Filter = &filter{Choices: e.Index.Filter, Count: len(d.Children)}
	}
	return d
}
