package site

import (
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/text/lang"
)

// References is the list of all works of a language.
type References struct{ Works []*CitedWork }

// A CitedWork is a work, and the pages that cite it.
type CitedWork struct {
	*Work
	CitedBy []Stub
	Folded  *Folded // in their place, if they have a page of their own
}

// works lists all works in each language, with the pages that cite them.
func (l *linker) works() {
	for _, language := range l.site.Languages {
		list := l.citedWorks(language)
		for _, e := range l.site.Entries {
			if r, ok := e.Detail.(*References); ok && e.Lang == language.Lang {
				r.Works = list
			}
		}
	}
}

// citedWorks returns all works in a language, sorted as they are written out.
func (l *linker) citedWorks(language i18n.Language) (list []*CitedWork) {
	index := map[string]*CitedWork{}
	for _, w := range l.Works.Works {
		cited := &CitedWork{Work: l.work(language.Lang, w)}
		list = append(list, cited)
		index[w.Key] = cited
	}
	for _, e := range l.site.Entries {
		if e.Lang != language.Lang {
			continue
		}
		for _, r := range e.References {
			w := index[r.Work.Key]
			w.CitedBy = append(w.CitedBy, e.Stub())
		}
	}
	lang.Sort(language.Collation, list, func(w *CitedWork) string { return w.Text })
	return list
}

func (r *References) items(_ *Entry, seen map[string]bool) (list []item) {
	for _, w := range r.Works {
		n := weigh(w.Text, w.DOI, w.PMID, w.URL) + 60 + weighStubs(seen, w.CitedBy)
		list = append(list, item{w.Key, initial(w.Text), n, func(to *Entry) {
			works := to.Detail.(*References)
			works.Works = append(works.Works, w)
		}})
	}
	return list
}

func (r *References) empty() Detail { return &References{} }

// fold returns the list with the pages that cite a work on pages of their own, where they
// are many.
func (r *References) fold(to *folder) Detail {
	short := &References{}
	for _, w := range r.Works {
		if len(w.CitedBy) > shortLinks {
			w = &CitedWork{Work: w.Work, Folded: to.fold("cited-by", w.Key, w.Text, Group{Pages: w.CitedBy})}
		}
		short.Works = append(short.Works, w)
	}
	return short
}
