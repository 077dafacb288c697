package rule

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
)

// avoided: words that frighten, claim more than is known, or mean something else than the
// writer thought, are not used: not on pages, in the name of the publisher or by the layouts.
func avoided(s Subject) (probs diag.List) {
	if len(s.Avoid) == 0 {
		return nil
	}
	found := make([][]avoid.Found, len(s.Entries))
	par.Each(len(found), func(i int) {
		e := s.Entries[i]
		found[i] = s.Avoid[string(e.Lang)].Find(string(s.Text(e.Path)))
	})
	for i, list := range found {
		for _, w := range list {
			probs = append(probs, avoidWarning(s.Entries[i].Path, w.Offset, w.Word))
		}
	}
	return slices.Concat(probs, avoidedByPublisher(s), avoidedByLayouts(s))
}

// avoidedByPublisher looks at the name of the publisher in each language.
func avoidedByPublisher(s Subject) (probs diag.List) {
	if s.Publisher == nil {
		return nil
	}
	for _, part := range strict.Texts(s.Publisher) {
		for _, text := range part.In(strict.Prose, strict.Name) {
			for _, w := range s.Avoid[part.Entry].Find(text.Text) {
				probs = append(probs, avoidWarning(publisher.Path, text.Offset, w.Word))
			}
		}
	}
	return probs
}

// avoidedByLayouts looks at the words that layouts put on pages.
func avoidedByLayouts(s Subject) (probs diag.List) {
	file := source.File{Path: i18n.Path, Data: s.Text(i18n.Path)}
	for _, l := range s.Words.Languages() {
		texts := s.Words.Texts(l.Lang)
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			for _, text := range texts[key] {
				for _, w := range s.Avoid[string(l.Lang)].Find(text) {
					probs = append(probs, avoidWarning(file.Path, i18n.Offset(file, key), w.Word))
				}
			}
		}
	}
	return probs
}

// avoidWarning warns of a word at an offset of a file.
func avoidWarning(path string, offset int, w avoid.Word) diag.Problem {
	return diag.Warnf(path, offset, "%q: %s", w.Word.Text, w.Reason.Text).Hintf("better: %s", w.Better.Text)
}
