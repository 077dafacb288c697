package rule

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// telephones: a reader with a warning sign calls the number that is on the page. All
// languages can have the same wrong one, so a page calls only numbers that are listed, and an
// alert that says how soon to get help begins with the number of its title.
func telephones(s Subject) (probs diag.List) {
	listed := s.Words.Telephones()
	found := make([]diag.List, len(s.Entries))
	par.Each(len(found), func(i int) {
		e := s.Entries[i]
		for _, section := range e.Sections {
			for _, b := range section.Blocks {
				found[i] = append(found[i], unlisted(listed, e.Path, b)...)
			}
			found[i] = append(found[i], alertNumbers(s, listed, e, section)...)
		}
	})
	return slices.Concat(found...)
}

// unlisted reports the numbers of a block that nobody is to call, each once.
func unlisted(listed i18n.Telephones, file string, b markdown.Block) (probs diag.List) {
	var seen []string
	for _, f := range b.Facts {
		isCalled := f.Kind == fact.Telephone || f.Kind == fact.Call
		if !isCalled && (f.Kind != fact.Number || len(f.Value) < i18n.LongNumber) {
			continue
		}
		meant, isAlmost := listed.IsAlmost(f.Value)
		isWrong := isCalled && !listed.IsHere(f.Value)
		if !isWrong && !isAlmost || slices.Contains(seen, f.Value) {
			continue
		}
		seen = append(seen, f.Value)
		p := diag.Errorf(file, int(f.Offset), "%s is not a listed telephone number", f.Value)
		if isAlmost {
			probs = append(probs, p.Hintf("did you mean %s?", meant))
			continue
		}
		probs = append(probs, p.Hintf("readers may call %s, which %s lists under telephones",
			strings.Join(listed.Numbers, " or "), i18n.Path))
	}
	return probs
}

// alertNumbers reports alerts that begin with another number than the one that their title
// tells readers to call. A number after that may be another, such as the emergency number for
// those who become worse.
func alertNumbers(s Subject, listed i18n.Telephones, e *site.Entry, section markdown.Section) (probs diag.List) {
	own := "" // the number of the alert that is not called yet
	for _, b := range section.Blocks {
		if a, ok := b.Kind.(markdown.AlertBlock); ok {
			own = listed.Calls["alert-"+a.Name]
		} else if own != "" && !isQuoted(string(s.Text(e.Path)), b.Offset) {
			own = ""
		}
		i := slices.IndexFunc(b.Facts, func(f fact.Fact) bool { return f.Kind == fact.Telephone })
		if own == "" || i < 0 {
			continue
		}
		if f := b.Facts[i]; f.Value != i18n.Digits(own) && listed.IsHere(f.Value) {
			called := listed.Shown(f.Value)
			probs = append(probs, diag.Errorf(e.Path, int(f.Offset),
				"this alert calls %s, and its title says %s", called, own).
				Hintf("begin with %s, or choose the alert that calls %s", own, called))
		}
		own = ""
	}
	return probs
}
