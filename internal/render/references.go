package render

import (
	"html/template"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// A referencesDetail is what references.html shows beyond the text: all works.
type referencesDetail struct{ Works []work }

// A work is a work in the list of all works.
type work struct {
	Key     string
	Work    template.HTML // partials/work.html
	CitedBy []site.Stub
	Folded  *site.Folded // those, if they have a page of their own
}

func (s *shared) referencesDetail(e *site.Entry, list *site.References) (*referencesDetail, diag.List) {
	d := &referencesDetail{}
	var probs diag.List
	for _, w := range list.Works {
		html, more := s.work(e, w.Work)
		probs = append(probs, more...)
		d.Works = append(d.Works, work{w.Key, html, w.CitedBy, w.Folded})
	}
	return d, probs
}
