package i18n

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
)

// needed are the words, and the counts, that the program itself puts on a page.
// What a layout names is checked where the layout is read.
var (
	needed = append(backlinkTitles(), strings.Fields(`
		site site-short tagline reference date months per-side at-least goal sets-of part-of cited-by backlinks
		translation-confirmed translation-unconfirmed translation-stale translation-differs translation-missing
		not-reviewed reviewed next-review review-changed review-suspended review-overdue
		review-title review-summary review-names review-lead review-figure review-labels
		work-et-al work-internet work-cited work-editor work-editors work-in work-locators`)...)
	neededCounts = exercise.DosageKeys()
)

// backlinkTitles returns the words for the kinds of page that link back.
func backlinkTitles() (words []string) {
	for _, kind := range page.Kinds() {
		if kind.Traits().LinksBack {
			words = append(words, "kinds-"+string(kind))
		}
	}
	return words
}

// gaps reports what each language lacks, in one problem: a column that is begun lacks
// almost everything. It returns the languages that lack nothing.
func (t *Table) gaps(f source.File, all lists) (complete []Language, probs diag.List) {
	for _, l := range t.languages {
		lacking := t.lacking(l.Lang, all)
		if len(lacking) == 0 {
			complete = append(complete, l)
		} else {
			probs = append(probs, gap(f, l.Lang, lacking, all))
		}
		if names, ok := t.Word(l.Lang, "months"); ok && len(strings.Fields(names)) != 12 {
			p := diag.Errorf(f.Path, Offset(f, "months"), "%q does not name twelve months in %q", "months", l.Lang)
			probs = append(probs, p)
		}
	}
	return complete, probs
}

// lacking returns what has no word in a language.
func (t *Table) lacking(l lang.Lang, all lists) (names []string) {
	for _, word := range with(needed, t.words) {
		if t.words[word][string(l)] == "" {
			names = append(names, word)
		}
	}
	for _, word := range with(neededCounts, t.counts) {
		if t.counts[word][string(l)]["other"] == "" {
			names = append(names, word)
		}
	}
	for name, by := range all {
		if _, ok := by[string(l)]; !ok {
			names = append(names, name)
		}
	}
	return names
}

// gap is the problem that some names have no word in a language.
func gap(f source.File, l lang.Lang, names []string, all lists) diag.Problem {
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(Offset(f, a), Offset(f, b)), strings.Compare(a, b))
	})
	const most = 5
	shown, verb := quoted(names[:min(len(names), most)]), "have"
	switch n := len(names); {
	case n == 1:
		verb = "has"
	case n > most:
		shown = append(shown, fmt.Sprintf("%d more", n-most))
	}
	list := shown[len(shown)-1]
	if before := shown[:len(shown)-1]; len(before) > 0 {
		list = strings.Join(before, ", ") + " and " + list
	}
	p := diag.Errorf(f.Path, Offset(f, names[0]), "%s %s no word in %q", list, verb, l)
	if slices.ContainsFunc(names, func(name string) bool { return all[name] != nil }) {
		return p.Hintf("if there are none for a list, write %s: []", l)
	}
	return p
}

func quoted(names []string) (out []string) {
	for _, name := range names {
		out = append(out, strconv.Quote(name))
	}
	return out
}

// with returns the words that are needed and those that are there.
func with[T any](needed []string, there map[string]T) []string {
	all := slices.AppendSeq(slices.Clone(needed), maps.Keys(there))
	slices.Sort(all)
	return slices.Compact(all)
}
