package render

import (
	"fmt"
	"html/template"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// A referencesDetail is what references.html shows beyond the text: all works, by kind and
// by the years in which they came out.
type referencesDetail struct{ Groups []workGroup }

// A workGroup is the works of one kind and ten years, or of no known year.
type workGroup struct {
	ID    string
	Kind  string // the word for the kind, "" if it is that of the group before
	Years string // 2010–2019, or ""
	Works []work
}

// A work is a work in the list of all works.
type work struct {
	Key     string
	Work    template.HTML // partials/work.html
	CitedBy []site.Stub
	Folded  *site.Folded // those, if they have a page of their own
}

// Works returns all works.
func (d *referencesDetail) Works() (list []work) {
	for _, g := range d.Groups {
		list = append(list, g.Works...)
	}
	return list
}

func (s *shared) referencesDetail(e *site.Entry, list *site.References) (*referencesDetail, diag.List) {
	d := &referencesDetail{}
	var probs diag.List
	var kind site.WorkKind
	for i, w := range list.Works {
		html, more := s.work(e, w.Work)
		probs = append(probs, more...)
		if i == 0 || kind != w.Kind || d.Groups[len(d.Groups)-1].Years != w.Decade() {
			g := workGroup{ID: fmt.Sprintf("group-%d", len(d.Groups)+1), Years: w.Decade()}
			if i == 0 || kind != w.Kind {
				g.Kind = s.word(e.Lang, string(w.Kind))
			}
			d.Groups = append(d.Groups, g)
		}
		kind = w.Kind
		last := &d.Groups[len(d.Groups)-1]
		last.Works = append(last.Works, work{w.Key, html, w.CitedBy, w.Folded})
	}
	return d, probs
}
