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

// searches: the pages and languages that the list for search names exist. Words are checked
// where the index is made.
func searches(s Subject) diag.List {
	return slices.Concat(searchPages(s), searchLanguages(s))
}

// searchPages checks that the pages exist, in some language.
func searchPages(s Subject) (probs diag.List) {
	var names []string
	for _, e := range s.Entries {
		names = append(names, e.Name())
	}
	check := func(name string, offset int) {
		if !slices.Contains(names, name) {
			probs = append(probs, diag.Errorf(search.Path, offset, "there is no page %q", name).
				Hintf("%s", diag.SuggestOr(name, names)))
		}
	}
	if alarm := s.Search.Alarm; alarm.Text != "" {
		name, section := s.Search.AlarmPage()
		check(name, alarm.Offset)
		has := func(x markdown.Section) bool { return x.ID == section }
		for _, e := range s.Entries {
			if e.Name() == name && !e.HasErrors && section != "" && !slices.ContainsFunc(e.Sections, has) {
				probs = append(probs,
					diag.Errorf(search.Path, alarm.Offset, "%s has no section %q", e.Path, section))
			}
		}
	}
	for _, name := range s.Search.Instead {
		check(name.Text, name.Offset)
	}
	for _, in := range slices.Sorted(maps.Keys(s.Search.Synonyms)) {
		for _, synonym := range s.Search.Synonyms[in] {
			if name := synonym.PageName(); name != "" {
				check(name, synonym.Page.Offset)
			}
		}
	}
	return probs
}

// searchLanguages checks that each language is one of the handbook's.
func searchLanguages(s Subject) diag.List {
	offset := func(text strict.Text) int { return text.Offset }
	return slices.Concat(
		unknownLanguages(s, s.Search.Synonyms, search.Synonym.Offset),
		unknownLanguages(s, s.Search.Calm, offset),
		unknownLanguages(s, s.Search.Ordinary, offset),
		unknownLanguages(s, s.Search.Doubt, offset),
		unknownLanguages(s, s.Search.Filler, offset),
	)
}

// unknownLanguages reports each language of a table that is not known, at its first value.
func unknownLanguages[T any](s Subject, table map[string][]T, offset func(T) int) (probs diag.List) {
	for _, in := range slices.Sorted(maps.Keys(table)) {
		if _, known := s.Words.Language(lang.Lang(in)); known || len(table[in]) == 0 {
			continue
		}
		at := offset(table[in][0])
		probs = append(probs, diag.Errorf(search.Path, at, "the language %q is not known", in))
	}
	return probs
}
