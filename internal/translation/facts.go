package translation

import (
	"fmt"
	"strconv"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// pool returns the facts of a section as those of one block.
func pool(s *markdown.Section) (b markdown.Block) {
	b.Offset = s.Start
	for _, block := range s.Blocks {
		b.Critical = b.Critical || block.Critical
		b.Facts = append(b.Facts, block.Facts...)
	}
	return b
}

// block compares the facts of two blocks, except their order, which differs between
// languages.
func (c *comparison) block(section string, a, b markdown.Block) {
	c.opposites(section, a, b)
	for _, kind := range compared {
		if kind == fact.Opposite || kind == fact.Negation && !c.critical(a, b) {
			continue
		}
		missing, added := without(a.Facts, b.Facts, kind), without(b.Facts, a.Facts, kind)
		if len(missing)+len(added) == 0 || c.means(section, plural(kind)) {
			continue
		}
		for i := range max(len(missing), len(added)) {
			c.fact(a, b, at(missing, i), at(added, i)).Hint = "make the two agree; " + hint(section, plural(kind))
		}
	}
}

// critical reports whether a difference between two blocks may hurt somebody.
func (c *comparison) critical(a, b markdown.Block) bool {
	return c.a.Critical || c.b.Critical || a.Critical || b.Critical
}

// at returns the ith fact of a list, or nil.
func at(list []fact.Fact, i int) *fact.Fact {
	if i >= len(list) {
		return nil
	}
	return &list[i]
}

// fact reports a fact of a that is missing in b, or one of b that is added, or both.
func (c *comparison) fact(a, b markdown.Block, missing, added *fact.Fact) *diag.Problem {
	switch {
	case missing == nil:
		return c.problem(int(added.Offset), a.Offset, "%s is only here", describe(*added))
	case added == nil:
		return c.problem(b.Offset, int(missing.Offset), "%s is missing here", describe(*missing))
	}
	return c.problem(int(added.Offset), int(missing.Offset),
		"%s here, but %q in the other language", describe(*added), missing.Value)
}

// without returns the facts of a kind in one list that are not in another, each
// as often as it is there more often.
func without(list, other []fact.Fact, kind fact.Kind) (left []fact.Fact) {
	count := map[string]int{}
	for _, f := range other {
		if f.Kind == kind {
			count[f.Value]++
		}
	}
	for _, f := range list {
		if f.Kind != kind {
			continue
		}
		if count[f.Value]--; count[f.Value] < 0 {
			left = append(left, f)
		}
	}
	return left
}

// describe names a fact in a message.
func describe(f fact.Fact) string {
	switch f.Kind {
	case fact.Negation:
		return "a negation"
	case fact.Opposite:
		return strconv.Quote(f.Value)
	}
	return fmt.Sprintf("the %s %q", f.Kind, f.Value)
}
