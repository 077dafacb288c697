package search

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
)

// A synonym is a Synonym with stems instead of words.
type synonym struct {
	typed, with []phrase // one of each must be in a question; with can be empty
	means       []string
	page        strict.Text // instead of means
	alarm       Level
	none        bool
}

// A phrase is what must be in a question, in any order.
type phrase struct {
	stems []string
	forms []string // words that are typed as they are, or begin or end so: legs, cancer*, *cancer
}

func (p phrase) isEmpty() bool { return len(p.stems)+len(p.forms) == 0 }

// phraseOf reads a phrase of the list.
func (x *Index) phraseOf(typed string) (p phrase) {
	for _, field := range strings.Fields(typed) {
		word, isExact := strings.CutPrefix(field, "=")
		star := func(f func(string, string) bool, sign string) string {
			if f(word, "*") {
				return sign
			}
			return ""
		}
		before, after := star(strings.HasPrefix, "*"), star(strings.HasSuffix, "*")
		if !isExact && before+after == "" {
			p.stems = append(p.stems, x.stemsOf(field)...)
			continue
		}
		for w := range words(word) {
			p.forms = append(p.forms, before+fold(w)+after)
		}
	}
	return p
}

// phrasesOf reads phrases of the list, each of which must have a word.
func (x *Index) phrasesOf(typed []strict.Text) (list []phrase, probs diag.List) {
	for _, t := range typed {
		p := x.phraseOf(t.Text)
		if p.isEmpty() {
			probs = append(probs, diag.Errorf(Path, t.Offset, "%q has no word of two letters", t.Text))
			continue
		}
		list = append(list, p)
	}
	return list, probs
}

// synonyms returns those of the language, once all pages have been added.
func (x *Index) synonyms() (list []synonym, probs diag.List) {
	for _, s := range x.list.Synonyms[string(x.Lang)] {
		typed, more := x.phrasesOf(s.Typed)
		with, others := x.phrasesOf(s.With)
		own := synonym{typed: typed, with: with, page: s.Page, alarm: s.Alarm, none: s.None}
		own.means = x.stemsOf(s.Means.Text)
		faults := slices.Concat(more, others, x.synonymProblems(s, own))
		probs = append(probs, faults...)
		if len(typed) > 0 && (len(own.means) > 0) != (own.page.Text != "") {
			list = append(list, own)
		}
	}
	return list, probs
}

// synonymProblems reports a synonym that leads nowhere, or that says what is known without it.
func (x *Index) synonymProblems(s Synonym, own synonym) (probs diag.List) {
	switch {
	case len(s.Typed) == 0:
		return diag.List{diag.Errorf(Path, s.Offset(), "nothing is typed for %q", s.Means.Text+s.Page.Text)}
	case s.Means.Text != "" && len(own.means) == 0:
		return diag.List{diag.Errorf(Path, s.Means.Offset, "%q has no word of two letters", s.Means.Text)}
	case (s.Means.Text != "") == (s.Page.Text != ""):
		return diag.List{diag.Errorf(Path, s.Typed[0].Offset, "%q needs either means or page", s.Typed[0].Text).
			Hintf("write what the handbook calls it, or the page that answers")}
	}
	if slices.ContainsFunc(own.means, func(stem string) bool { return len(x.postings[stem]) == 0 }) {
		probs = append(probs, diag.Errorf(Path, s.Means.Offset,
			"no page in %q has the words %q", x.Lang, s.Means.Text).Hintf("write words that the handbook has"))
	}
	for _, t := range s.Typed {
		p := x.phraseOf(t.Text)
		isSame := len(s.With)+len(p.forms) == 0 && s.Alarm == None && !s.None && slices.Equal(p.stems, own.means)
		if isSame && !p.isEmpty() {
			probs = append(probs, diag.Errorf(Path, t.Offset,
				"%q finds %q without this", t.Text, s.Means.Text).Hintf("remove it"))
		}
		if s.None && len(p.forms) == 0 && len(p.stems) == 1 && len(x.postings[p.stems[0]]) > 0 {
			probs = append(probs, diag.Errorf(Path, t.Offset,
				"the handbook has something on %q", t.Text).Hintf("remove it, or none"))
		}
	}
	return probs
}

// wordsIn returns the words of a list, as a reader's are when they are compared.
func wordsIn(texts []strict.Text) []string {
	list := []string{}
	for _, text := range texts {
		for w := range words(text.Text) {
			list = append(list, fold(w))
		}
	}
	return list
}
