package translation

import (
	"fmt"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// What may differ, as an author names it in differs.
const structure = "structure"

var compared = []fact.Kind{fact.Number, fact.Negation, fact.Telephone, fact.Citation, fact.Link}

// Kinds are all that may differ.
func Kinds() []string {
	kinds := []string{structure, plural(fact.Term)}
	for _, k := range compared {
		kinds = append(kinds, plural(k))
	}
	return kinds
}

func plural(k fact.Kind) string { return k.String() + "s" }

// A pair is a page in one language, a, and the same page in another, b. The terms
// of a language whose glossary cannot be read are not compared.
type pair struct {
	a, b     *page.Page
	termless bool
}

// A comparison is what is found out about a pair.
type comparison struct {
	pair
	used  map[*page.Difference]bool // differences that are there
	probs diag.List
}

// compare compares two pages section by section, or one section of them.
func compare(p pair, t target) comparison {
	c := comparison{pair: p, used: map[*page.Difference]bool{}}
	if t.whole {
		c.outline()
	}
	for i := range p.a.Sections {
		s := &p.a.Sections[i]
		if twin := find(p.b, s.ID); twin != nil && (t.whole || s.ID == t.id) {
			c.section(s, twin)
		}
	}
	return c
}

// problem adds an error in b, with the place in a.
func (c *comparison) problem(at, other int, format string, args ...any) *diag.Problem {
	c.probs = append(c.probs, diag.Errorf(c.b.Path, at, format, args...).And(c.a.Path, other))
	return &c.probs[len(c.probs)-1]
}

// means reports whether an author has stated that something differs in a
// section, and notes that it does.
func (c *comparison) means(section, what string) (meant bool) {
	for _, p := range []*page.Page{c.a, c.b} {
		for i := range p.Differs {
			if d := &p.Differs[i]; d.Section.Text == section && d.What.Text == what {
				c.used[d] = true
				meant = true
			}
		}
	}
	return meant
}

// outline checks that both pages have the same sections in the same order.
func (c *comparison) outline() {
	const hint = "headings have the same ids in all languages: ## Heading {#id}"
	var there []*markdown.Section
	for i := range c.a.Sections {
		s := &c.a.Sections[i]
		if find(c.b, s.ID) != nil {
			there = append(there, s)
		} else if !c.means(s.ID, structure) {
			c.problem(c.b.Title.Offset, s.Start, "the section %s is missing here", name(s.ID)).Hint = hint
		}
	}
	for i := range c.b.Sections {
		s := &c.b.Sections[i]
		switch {
		case find(c.a, s.ID) == nil:
			if !c.means(s.ID, structure) {
				c.problem(s.Start, c.a.Title.Offset, "the section %s is only here", name(s.ID)).Hint = hint
			}
		case there[0].ID != s.ID:
			c.problem(s.Start, there[0].Start, "the sections are in another order: %s here, but %s in the other language", name(s.ID), name(there[0].ID))
			return
		default:
			there = there[1:]
		}
	}
}

func name(id string) string {
	if id == "" {
		return "the part before the first heading"
	}
	return "#" + id
}

// find returns the section of a page with an id, or nil.
func find(p *page.Page, id string) *markdown.Section {
	for i := range p.Sections {
		if p.Sections[i].ID == id {
			return &p.Sections[i]
		}
	}
	return nil
}

// section compares two sections: first what blocks they are made of, and then
// the facts of each block with those of the other. If the blocks are not the
// same on purpose, the facts of the whole sections are compared.
func (c *comparison) section(a, b *markdown.Section) {
	n := 0
	for n < min(len(a.Blocks), len(b.Blocks)) && same(a.Blocks[n], b.Blocks[n]) {
		n++
	}
	switch {
	case n == len(a.Blocks) && n == len(b.Blocks):
		for i := range a.Blocks {
			c.block(b.ID, a.Blocks[i], b.Blocks[i])
		}
	case c.means(b.ID, structure):
		c.block(b.ID, pool(a), pool(b))
	default:
		c.shape(a, b, n)
	}
	if !c.termless {
		c.terms(a, b)
	}
}

func same(a, b markdown.Block) bool { return a.Kind == b.Kind && a.ID == b.ID }

// pool returns the facts of a section as those of one block.
func pool(s *markdown.Section) (b markdown.Block) {
	b.Offset = s.Start
	for _, block := range s.Blocks {
		b.Critical = b.Critical || block.Critical
		b.Facts = append(b.Facts, block.Facts...)
	}
	return b
}

// shape reports that the nth blocks of two sections are not the same.
func (c *comparison) shape(a, b *markdown.Section, n int) {
	there, other := blockAt(a, n)
	here, offset := blockAt(b, n)
	c.problem(offset, other, "%s here, but %s in the other language", here, there).Hint =
		"a translation has the same steps, items, tables, alerts and boxes in the same order; " + hint(b.ID, structure)
}

// blockAt names the nth block of a section for a message, and returns its offset.
func blockAt(s *markdown.Section, n int) (name string, offset int) {
	if n < len(s.Blocks) {
		return s.Blocks[n].String(), s.Blocks[n].Offset
	}
	return "end of the section", max(s.Start, s.Blocks[max(0, n-1)].End)
}

func hint(section, what string) string {
	d := "what: " + what + ", reason: …"
	if section != "" {
		d = "section: " + section + ", " + d
	}
	return "if the two differ on purpose, write differs: [{" + d + "}]"
}

// block compares the facts of two blocks. Their order is not compared: another
// language may name them in another.
func (c *comparison) block(section string, a, b markdown.Block) {
	for _, kind := range compared {
		if kind == fact.Negation && !a.Critical && !b.Critical {
			continue
		}
		missing, added := without(a.Facts, b.Facts, kind), without(b.Facts, a.Facts, kind)
		if len(missing)+len(added) == 0 || c.means(section, plural(kind)) {
			continue
		}
		for i := range max(len(missing), len(added)) {
			var p *diag.Problem
			switch {
			case i >= len(missing):
				p = c.problem(int(added[i].Offset), a.Offset, "%s is only here", say(added[i]))
			case i >= len(added):
				p = c.problem(b.Offset, int(missing[i].Offset), "%s is missing here", say(missing[i]))
			default:
				p = c.problem(int(added[i].Offset), int(missing[i].Offset), "%s here, but %q in the other language", say(added[i]), missing[i].Value)
			}
			p.Hint = "make the two agree; " + hint(section, plural(kind))
		}
	}
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

// say names a fact in a message.
func say(f fact.Fact) string {
	if f.Kind == fact.Negation {
		return "a word that denies"
	}
	return fmt.Sprintf("the %s %q", f.Kind, f.Value)
}

// terms warns of a term of the glossary in a that the same section of b has in
// no form. The other way round there is no warning: a translator may use the name
// of a thing where the first language paraphrases it.
func (c *comparison) terms(a, b *markdown.Section) {
	for _, f := range missing(used(c.a, a), used(c.b, b)) {
		if c.b.IsPlain(f.Value) || c.means(b.ID, plural(fact.Term)) {
			continue
		}
		p := diag.Warnf(c.b.Path, b.Start, "this section has no word for the term %q, which the other language uses", f.Value).And(c.a.Path, int(f.Offset))
		p.Hint = fmt.Sprintf("use one of the words that %s lists; %s", page.GlossaryPath(c.b.Lang), hint(b.ID, plural(fact.Term)))
		c.probs = append(c.probs, p)
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
