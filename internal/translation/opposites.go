package translation

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// opposites compares the sides of opposites that two blocks state: how often each, and of one
// opposite in which order. A difference is an error where a wrong text may hurt somebody.
func (c *comparison) opposites(section string, a, b markdown.Block) {
	there, here := sides(a), sides(b)
	all := maps.Clone(there)
	maps.Copy(all, here)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		missing, added := unlike(there[name], here[name])
		if len(missing)+len(added) == 0 || c.means(section, plural(fact.Opposite)) {
			continue
		}
		for i := range max(len(missing), len(added)) {
			p := c.fact(a, b, at(missing, i), at(added, i))
			p.Hint = "make the two agree; " + hint(section, plural(fact.Opposite))
			if !c.critical(a, b) {
				p.Severity = diag.Warning
			}
		}
	}
}

// unlike returns the sides in one list that are missing in another, and those that the other
// has added; if they have the same in another order, the first of each that is not the same.
func unlike(there, here []fact.Fact) (missing, added []fact.Fact) {
	missing, added = without(there, here, fact.Opposite), without(here, there, fact.Opposite)
	if len(missing)+len(added) > 0 {
		return missing, added
	}
	for i := range here {
		if here[i].Value != there[i].Value {
			return there[i : i+1], here[i : i+1]
		}
	}
	return nil, nil
}

// sides returns the sides of opposites that a block states, by opposite.
func sides(b markdown.Block) map[string][]fact.Fact {
	all := map[string][]fact.Fact{}
	for _, f := range b.Facts {
		if f.Kind == fact.Opposite {
			all[f.Opposite()] = append(all[f.Opposite()], f)
		}
	}
	return all
}
