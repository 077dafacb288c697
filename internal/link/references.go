package link

import (
	"cmp"
	"slices"

	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// works lists all works in each language, with the pages that cite them.
func (l *linker) works() {
	for _, language := range l.site.Languages {
		list := l.citedWorks(language)
		for _, e := range l.site.Entries {
			if r, ok := e.Detail.(*site.References); ok && e.Lang == language.Lang {
				r.Works = list
			}
		}
	}
}

// citedWorks returns all works in a language by kind, in each the newest first, and those of
// one year as they are written out.
func (l *linker) citedWorks(language i18n.Language) (list []*site.CitedWork) {
	index := map[string]*site.CitedWork{}
	for _, w := range l.Works.Works {
		cited := &site.CitedWork{Work: l.work(language.Lang, w), Kind: site.KindOf(w.Type)}
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
	lang.Sort(language.Collation, list, func(w *site.CitedWork) string { return w.Text })
	kind := func(w *site.CitedWork) int { return slices.Index(site.WorkKinds, w.Kind) }
	slices.SortStableFunc(list, func(a, b *site.CitedWork) int {
		return cmp.Or(cmp.Compare(kind(a), kind(b)), cmp.Compare(b.Since(), a.Since()))
	})
	return list
}
