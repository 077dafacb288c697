package i18n

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
)

// unknown reports words that no page would show, or show wrongly: in a language that is
// not listed, plural forms that no language has, and words that a layout would run as a
// template.
func (t *Table) unknown(f source.File) (probs diag.List) {
	listed := func(name string) bool {
		_, ok := t.Language(lang.Lang(name))
		return ok
	}
	for word, by := range t.words {
		for name, text := range by {
			if !listed(name) {
				probs = append(probs, unknownLanguage(f, word, name))
			}
			if strings.Contains(text, "{{") {
				p := diag.Errorf(f.Path, Offset(f, word), "%q contains {{, which layouts would run", word)
				probs = append(probs, p)
			}
		}
	}
	for word, by := range t.counts {
		for name, forms := range by {
			if !listed(name) {
				probs = append(probs, unknownLanguage(f, word, name))
			}
			probs = append(probs, unknownForms(f, word, forms)...)
		}
	}
	return probs
}

func unknownForms(f source.File, word string, forms map[string]string) (probs diag.List) {
	for form := range forms {
		if !slices.Contains(lang.Forms, lang.Form(form)) {
			probs = append(probs, diag.Errorf(f.Path, Offset(f, word), "%q has a plural form %q", word, form))
		}
	}
	return probs
}

// unknownLanguage is the problem that a word or a list is given in a language that is not
// listed.
func unknownLanguage(f source.File, word, name string) diag.Problem {
	return diag.Errorf(f.Path, Offset(f, word), "%q is given in %q, which is not a listed language", word, name)
}
