package translation

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/markdown"
)

// structure is what may differ besides facts, as an author names it in differs.
const structure = "structure"

var compared = []fact.Kind{fact.Number, fact.Negation, fact.Opposite, fact.Telephone, fact.Citation, fact.Link}

// Kinds are all that may differ.
func Kinds() []string {
	kinds := []string{structure, lack, plural(fact.Term)}
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

// A comparison is the result of the comparison of a pair.
type comparison struct {
	pair
	used  map[*page.Difference]bool // stated differences that exist
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

// problem adds an error in b, with an offset in a.
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

func hint(section, what string) string {
	d := "what: " + what + ", reason: …"
	if section != "" {
		d = "section: " + section + ", " + d
	}
	return "if the two differ on purpose, write differs: [{" + d + "}]"
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
