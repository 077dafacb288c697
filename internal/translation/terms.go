package translation

import (
	"fmt"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// terms warns of a term of the glossary in a that the same section of b has in
// no form. The other way round there is no warning: a translator may use the name
// of a thing where the first language paraphrases it.
func (c *comparison) terms(a, b *markdown.Section) {
	for _, f := range missing(used(c.a, a), used(c.b, b)) {
		if c.b.IsPlain(f.Value) || c.means(b.ID, plural(fact.Term)) {
			continue
		}
		p := diag.Warnf(c.b.Path, b.Start,
			"this section has no word for the term %q, which the other language uses", f.Value)
		p.Hint = fmt.Sprintf("use one of the words that %s lists; %s",
			page.GlossaryPath(c.b.Lang), hint(b.ID, plural(fact.Term)))
		c.probs = append(c.probs, p.And(c.a.Path, int(f.Offset)))
	}
}

// used returns the first use of each term in a section.
func used(p *page.Page, s *markdown.Section) map[string]fact.Fact {
	terms := map[string]fact.Fact{}
	for _, block := range s.Blocks {
		for _, f := range block.Facts {
			if _, known := terms[f.Value]; f.Kind == fact.Term && !known {
				terms[f.Value] = f
			}
		}
	}
	for _, id := range p.PlainTerms {
		delete(terms, id.Text)
	}
	return terms
}

// missing returns the terms of one section that another has not, in order.
func missing(terms, other map[string]fact.Fact) (list []fact.Fact) {
	for id, f := range terms {
		if _, there := other[id]; !there {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(x, y fact.Fact) int { return int(x.Offset - y.Offset) })
	return list
}
