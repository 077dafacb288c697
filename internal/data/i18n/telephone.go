package i18n

import (
	"maps"
	"regexp"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// telephone matches what a reader would call: three digits or more, in one or more groups.
var telephone = regexp.MustCompile(`[0-9]{3,}(?:[ \x{a0}][0-9]{3})*`)

// telephones reports numbers in words that are not listed. A wrong number to call looks
// like any other, and a translation with the same mistake agrees with it: so each number is
// written once more, in the list, and each word must agree with that.
func (t *Table) telephones(f source.File, listed []string) (probs diag.List) {
	for _, key := range slices.Sorted(maps.Keys(t.words)) {
		for _, in := range slices.Sorted(maps.Keys(t.words[key])) {
			for _, number := range telephone.FindAllString(t.words[key][in], -1) {
				if !slices.Contains(listed, number) {
					p := diag.Errorf(f.Path, Offset(f, key),
						"%q contains %q in %q, which is not a listed telephone number", key, number, in)
					probs = append(probs, p.Hintf("if it is right, list it under telephones"))
				}
			}
		}
	}
	return probs
}
