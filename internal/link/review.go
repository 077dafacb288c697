package link

import (
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/page"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
)

// reviews compares each review with what its page shows now.
func (l *linker) reviews() {
	reviews := l.Reviews.All()
	if len(reviews) == 0 {
		return
	}
	shown := NewShown(l.site, l.Exercises, l.Text)
	par.Each(len(reviews), func(i int) {
		r := reviews[i]
		if e := l.byKey[r.Lang][r.Key]; e != nil && !e.HasErrors {
			e.Review = review.Compare(r, shown.Parts(e), l.Today)
		}
	})
}

// Parts returns the parts of what a page shows, in its order.
func (s *Shown) Parts(e *site.Entry) []review.Part {
	l := lister{Shown: s, e: e, embeds: embedsOf(e.Targets)}
	l.front()
	l.exercise()
	l.programme()
	l.glossary()
	for i := range e.Sections {
		l.section(&e.Sections[i])
	}
	l.terms(e.Targets, map[string]bool{})
	for _, r := range e.References {
		w := r.Work
		l.addAt(bib.Path, w.Offset, "work:"+w.Key, l.word("references"), false, w.Text, w.DOI, w.PMID, w.URL)
	}
	return l.parts
}

// front adds what the front matter says of the page: its title, its summary, its other
// names, the labels of its drawing.
func (l *lister) front() {
	var names, labels []string
	for _, f := range l.e.Parts[0].Fields {
		for _, t := range f.Texts {
			switch {
			case f.Key == "title":
				l.addAt(l.e.Path, t.Offset, "title", l.word("review-title"), false, t.Text)
			case f.Key == "summary":
				l.addAt(l.e.Path, t.Offset, "summary", l.word("review-summary"), false, t.Text)
			case f.Role != strict.Form:
				names = append(names, t.Text)
			}
		}
	}
	l.add("names", l.word("review-names"), false, names...)
	if own, ok := l.e.Own.(*page.Figure); ok {
		labels = append(labels, strict.Plain(own.Labels))
	}
	l.addAt(l.e.Path, l.e.Keys["labels"], "labels", l.word("review-labels"), true, labels...)
}
