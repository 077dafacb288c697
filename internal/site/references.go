package site

import (
	"fmt"
	"strconv"
)

// References is the list of all works of a language.
type References struct{ Works []*CitedWork }

// A CitedWork is a work, and the pages that cite it.
type CitedWork struct {
	*Work
	Kind    WorkKind
	CitedBy []Stub
	Folded  *Folded // in their place, if they have a page of their own
}

// A WorkKind is what readers know a work as. Its text is the key of the word for it.
type WorkKind string

// WorkKinds are all kinds of work, in the order of a list of works.
var WorkKinds = []WorkKind{"work-kind-article", "work-kind-book", "work-kind-other"}

// KindOf returns the kind of a work of a type of CSL.
func KindOf(csl string) WorkKind {
	switch csl {
	case "article", "article-journal", "article-magazine", "article-newspaper", "paper-conference", "review":
		return WorkKinds[0]
	case "book", "chapter", "thesis", "entry-dictionary", "entry-encyclopedia":
		return WorkKinds[1]
	}
	return WorkKinds[2]
}

// Decade returns the ten years in which the work came out, or "".
func (w *CitedWork) Decade() string {
	year := w.Since()
	if year <= 0 {
		return ""
	}
	first := year - year%10
	return fmt.Sprintf("%d–%d", first, first+9)
}

// period returns the year of the work as the name of its place in a list, or "".
func (w *CitedWork) period() string {
	if w.Since() <= 0 {
		return ""
	}
	return strconv.Itoa(w.Since())
}

func (r *References) Items(_ *Entry, seen map[string]bool) (list []Item) {
	for _, w := range r.Works {
		n := weigh(w.Text, w.Translators, w.DOI, w.PMID, w.URL) + 60 + weighStubs(seen, w.CitedBy)
		list = append(list, Item{w.Key, w.period(), n, func(to *Entry) {
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
			w = &CitedWork{Work: w.Work, Kind: w.Kind, Folded: folded}
		}
		short.Works = append(short.Works, w)
	}
	return short
}
