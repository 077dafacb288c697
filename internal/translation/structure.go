package translation

import "rygghandboka/internal/text/markdown"

// outline checks that both pages have the same sections in the same order.
func (c *comparison) outline() {
	const hint = "headings have the same ids in all languages: ## Heading {#id}"
	var common []*markdown.Section // those of a that b has, and that are not found in b yet
	for i := range c.a.Sections {
		s := &c.a.Sections[i]
		if find(c.b, s.ID) != nil {
			common = append(common, s)
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
		case common[0].ID != s.ID:
			c.problem(s.Start, common[0].Start,
				"the sections are in another order: %s here, but %s in the other language",
				name(s.ID), name(common[0].ID))
			return
		default:
			common = common[1:]
		}
	}
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
