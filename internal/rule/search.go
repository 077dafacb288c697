package rule

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/search"
)

// searches checks what the list for search names besides words: pages that are in some
// language, and languages. Words are checked where the index is made.
func searches(s Subject) (probs diag.List) {
	var names []string
	for _, e := range s.Entries {
		names = append(names, e.Name())
	}
	page := func(name strict.String) {
		if !slices.Contains(names, name.Text) {
			probs = append(probs, diag.Errorf(search.Path, name.Offset, "there is no page %q", name.Text).
				Hintf("%s", diag.SuggestOr(name.Text, names)))
		}
	}
	if s.Search.Alarm.Text != "" {
		name, section := s.Search.AlarmPage()
		page(strict.String{Text: name, Offset: s.Search.Alarm.Offset})
		for _, e := range s.Entries {
			has := func(x markdown.Section) bool { return x.ID == section }
			if e.Name() == name && !e.Faulty && section != "" && !slices.ContainsFunc(e.Sections, has) {
				probs = append(probs,
					diag.Errorf(search.Path, s.Search.Alarm.Offset, "%s has no section %q", e.Path, section))
			}
		}
	}
	for _, name := range s.Search.Instead {
		page(name)
	}
	stranger := func(in string, offset int) {
		if _, known := s.Words.Language(lang.Lang(in)); !known {
			probs = append(probs, diag.Errorf(search.Path, offset, "the language %q is not known", in))
		}
	}
	for _, in := range slices.Sorted(maps.Keys(s.Search.Synonyms)) {
		for _, synonym := range s.Search.Synonyms[in][:min(1, len(s.Search.Synonyms[in]))] {
			stranger(in, synonym.Means.Offset)
		}
	}
	for _, in := range slices.Sorted(maps.Keys(s.Search.Calm)) {
		for _, word := range s.Search.Calm[in][:min(1, len(s.Search.Calm[in]))] {
			stranger(in, word.Offset)
		}
	}
	for _, in := range slices.Sorted(maps.Keys(s.Search.Doubt)) {
		for _, word := range s.Search.Doubt[in][:min(1, len(s.Search.Doubt[in]))] {
			stranger(in, word.Offset)
		}
	}
	return probs
}
