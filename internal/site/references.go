package site

// References is the list of all works of a language.
type References struct{ Works []*CitedWork }

// A CitedWork is a work, and the pages that cite it.
type CitedWork struct {
	*Work
	CitedBy []Stub
	Folded  *Folded // in their place, if they have a page of their own
}

func (r *References) Items(_ *Entry, seen map[string]bool) (list []Item) {
	for _, w := range r.Works {
		n := weigh(w.Text, w.Translators, w.DOI, w.PMID, w.URL) + 60 + weighStubs(seen, w.CitedBy)
		list = append(list, Item{w.Key, initial(w.Text), n, func(to *Entry) {
			works := to.Detail.(*References)
			works.Works = append(works.Works, w)
		}})
	}
	return list
}

func (r *References) Empty() Detail { return &References{} }

// Fold returns the list with the pages that cite a work on pages of their own, where they
// are many.
func (r *References) Fold(fold Fold) Detail {
	short := &References{}
	for _, w := range r.Works {
		if folded := fold("cited-by", w.Key, w.Text, Group{Pages: w.CitedBy}); folded != nil {
			w = &CitedWork{Work: w.Work, Folded: folded}
		}
		short.Works = append(short.Works, w)
	}
	return short
}
