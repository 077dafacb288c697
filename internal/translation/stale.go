package translation

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
)

// versions returns a section in all languages that have it.
func (c *checker) versions(pages []*page.Page, id string) (list []version) {
	for _, p := range pages {
		if s := find(p, id); s != nil {
			v := version{page: p, section: s}
			if v.entry, v.known = c.Lock.entries[v.key()]; v.known {
				c.found++
			}
			if v.known && v.moved() {
				v.words = p.Words(s, c.Text(p.Path))
				v.changes = changes(strings.Fields(string(v.entry.text)), v.words)
			}
			list = append(list, v)
		}
	}
	return list
}

// stale reports the sections that have changed in one language only, or that are not
// confirmed.
func (c *checker) stale(row *Page, pages []*page.Page) {
	var unconfirmed [][]version
	sections := allIDs(pages)
	for _, id := range sections {
		versions := c.versions(pages, id)
		moved, still := divide(versions)
		known := !slices.ContainsFunc(versions, func(v version) bool { return !v.known })
		switch {
		case len(versions) < 2, known && len(moved) == 0:
		case !known:
			unconfirmed = append(unconfirmed, versions)
		case len(still) == 0:
			c.ask(row, versions)
		default:
			c.outdated(row, still, moved)
		}
	}
	if len(unconfirmed) == 0 {
		return
	}
	if len(unconfirmed) == len(sections) { // a new page: one problem is enough
		c.unconfirmed(row, unconfirmed[0], pages[0].Key, slices.ContainsFunc(unconfirmed, c.hurts))
		return
	}
	for _, versions := range unconfirmed {
		c.unconfirmed(row, versions, versions[0].key().String(), c.hurts(versions))
	}
}

// divide divides versions by whether their text has changed since it was confirmed.
func divide(versions []version) (moved, still []version) {
	for _, v := range versions {
		if v.moved() {
			moved = append(moved, v)
		} else {
			still = append(still, v)
		}
	}
	return moved, still
}

// hurts reports whether a section that is not confirmed in all languages is critical,
// or has lost a line of the lock.
func (c *checker) hurts(versions []version) bool {
	if anyCritical(versions) || c.critical(versions) {
		return true
	}
	anyKnown := slices.ContainsFunc(versions, func(v version) bool { return v.known })
	return anyKnown && slices.ContainsFunc(versions, func(v version) bool {
		return !v.known && c.Lock.has(v.page.Key, v.page.Lang)
	})
}

// unconfirmed reports what is not confirmed yet.
func (c *checker) unconfirmed(row *Page, versions []version, what string, critical bool) {
	a, b := versions[0], versions[len(versions)-1]
	p := diag.Warnf(b.page.Path, b.start(), "the translation of %s is not confirmed", what)
	p.Hint = "when you have compared the languages: " + confirmCommand + what
	c.weigh(p.And(a.page.Path, a.start()), critical)
	for _, v := range versions {
		row.set(v.page.Lang, Unconfirmed, v.section.ID)
	}
}

// ask reports a section that has changed in all languages.
func (c *checker) ask(row *Page, versions []version) {
	a, b := versions[0], versions[len(versions)-1]
	p := diag.Warnf(b.page.Path, b.firstChange(),
		"%s has changed in all languages since they were confirmed", name(b.section.ID))
	p.Detail = diffs(versions)
	p.Hint = "if they have the same meaning: " + confirmCommand + b.key().String()
	c.weigh(p.And(a.page.Path, a.firstChange()), c.critical(versions))
	for _, v := range versions {
		row.set(v.page.Lang, Unconfirmed, v.section.ID)
	}
}

// outdated reports a section that has changed in some languages and not in others.
func (c *checker) outdated(row *Page, still, moved []version) {
	for _, v := range still {
		p := diag.Warnf(v.page.Path, v.start(),
			"%s may be out of date: the text in %s has changed since the two were confirmed",
			name(v.section.ID), names(moved))
		p.Detail = diffs(moved)
		p.Hint = "bring this text up to date, and then: " + confirmCommand + v.key().String()
		c.weigh(p.And(moved[0].page.Path, moved[0].firstChange()), c.critical(moved))
		row.set(v.page.Lang, Stale, v.section.ID)
		c.report.apart[v.page.Key] = true
	}
}

// weigh adds a problem, as an error if it is critical.
func (c *checker) weigh(p diag.Problem, critical bool) {
	if critical {
		p.Severity = diag.Error
	}
	c.problem(p)
}
