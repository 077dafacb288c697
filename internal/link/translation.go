package link

import (
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// translations finds e in the other languages: the pages with the same key. In a
// language that lacks it the nearest page above that is translated is offered,
// as what it is.
func (l *linker) translations(e *site.Entry) {
	for _, language := range l.site.Languages {
		switch other := l.byKey[language.Lang][e.Key]; {
		case language.Lang == e.Lang:
		case other == nil:
			e.Nearest = append(e.Nearest, l.nearest(e, language.Lang)...)
		default:
			e.Translations = append(e.Translations, other.Translation())
		}
	}
	e.Apart = l.Translations.IsApart(e.Key)
	if e.IsIndex() {
		e.Index.Elsewhere = l.elsewhere(e)
	}
}

// nearest returns the nearest page above e that another language has.
func (l *linker) nearest(e *site.Entry, in lang.Lang) []site.Translation {
	for p := l.parents[e]; p != nil; p = l.parents[p] {
		if other := l.byKey[in][p.Key]; other != nil {
			return []site.Translation{other.Translation()}
		}
	}
	return nil
}

// elsewhere returns the pages right below an index that other languages have and
// its own has not, each in the first of them. They are linked as what they are,
// pages in another language.
func (l *linker) elsewhere(e *site.Entry) (list []site.Translation) {
	seen := map[string]bool{}
	for _, language := range l.site.Languages {
		index := l.byKey[language.Lang][e.Key]
		if index == nil || index == e {
			continue
		}
		for _, child := range l.children[index] {
			if !seen[child.Key] && !child.OffMenu && l.byKey[e.Lang][child.Key] == nil {
				list = append(list, child.Translation())
			}
			seen[child.Key] = true
		}
	}
	lang.Sort(e.Language.Collation, list, func(t site.Translation) string { return t.Title })
	return list
}

// homes lists the home page of each language.
func (l *linker) homes() {
	for _, language := range l.site.Languages {
		if home := l.byKey[language.Lang]["index"]; home != nil {
			l.site.Homes = append(l.site.Homes, home.Translation())
		}
	}
}
