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
			v := version{
				key:      lockKey{p.Key, s.ID, p.Lang},
				path:     p.Path,
				start:    s.Start,
				sum:      s.Sum,
				critical: p.Critical,
				blocks:   s.Blocks,
				read:     func() []page.Word { return p.Words(s, c.Text(p.Path)) },
			}
			if len(s.Blocks) > 0 {
				v.start = s.Blocks[0].Offset
			}
			c.look(&v)
			list = append(list, v)
		}
	}
	return list
}

// stale compares the sections of a page with what was confirmed. One that a single
// language has is a problem of parity.
func (c *checker) stale(row *Page, pages []*page.Page) {
	var sections [][]version
	for _, id := range allIDs(pages) {
		if versions := c.versions(pages, id); len(versions) > 1 {
			sections = append(sections, versions)
		}
	}
	c.judge(row, sections)
}

// judge reports the sections or records that have changed since they were confirmed, in
// some of their languages or in all, and those that are not confirmed.
func (c *checker) judge(row *Page, groups [][]version) {
	var unconfirmed [][]version
	for _, versions := range groups {
		moved, still := divide(versions)
		known := !slices.ContainsFunc(versions, func(v version) bool { return !v.known })
		switch {
		case known && len(moved) == 0:
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
	if len(unconfirmed) == len(groups) { // a new page or file: one problem is enough
		c.unconfirmed(row, unconfirmed[0], row.Key, slices.ContainsFunc(unconfirmed, c.severe))
		return
	}
	for _, versions := range unconfirmed {
		c.unconfirmed(row, versions, versions[0].key.String(), c.severe(versions))
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

// severe reports whether versions that are not confirmed as they are stop a build.
func (c *checker) severe(versions []version) bool {
	if slices.ContainsFunc(versions, func(v version) bool { return !v.known }) {
		return c.hurts(versions)
	}
	if moved, _ := divide(versions); len(moved) > 0 {
		return c.critical(moved)
	}
	return true // it has become critical, or is no longer
}

// hurts reports whether a section that is not confirmed in all languages is critical,
// or has lost a line of the lock.
func (c *checker) hurts(versions []version) bool {
	if anyCritical(versions) || c.critical(versions) {
		return true
	}
	anyKnown := slices.ContainsFunc(versions, func(v version) bool { return v.known })
	return anyKnown && slices.ContainsFunc(versions, func(v version) bool {
		return !v.known && c.Lock.has(v.key.Key, v.key.Lang)
	})
}

// unconfirmed reports what is not confirmed yet.
func (c *checker) unconfirmed(row *Page, versions []version, what string, critical bool) {
	a, b := versions[0], versions[len(versions)-1]
	hint := command(critical && strings.Contains(what, "#"), what) // of a whole page it lists what needs a name
	p := diag.Warnf(b.path, b.start, "the translation of %s is not confirmed", what)
	p.Hint = "when you have compared the languages: " + hint
	if len(versions) == 1 {
		p = diag.Warnf(b.path, b.start, "%s is not confirmed", what)
		p.Hint = "when you have checked it: " + hint
	} else {
		p = p.And(a.path, a.start)
	}
	c.weigh(p, critical)
	row.setAll(versions, Unconfirmed)
}

// ask reports a text that has changed in all its languages.
func (c *checker) ask(row *Page, versions []version) {
	a, b := versions[0], versions[len(versions)-1]
	critical := c.severe(versions)
	p := diag.Warnf(b.path, b.firstChange(),
		"%s has changed in all languages since they were confirmed", name(b.key.ID))
	p.Hint = "if they have the same meaning: " + command(critical, b.key.String())
	if len(versions) == 1 {
		p = diag.Warnf(b.path, b.firstChange(), "%s has changed since it was confirmed", name(b.key.ID))
		p.Hint = "if it is right: " + command(critical, b.key.String())
	} else {
		p = p.And(a.path, a.firstChange())
	}
	p.Detail = diffs(versions)
	c.weigh(p, critical)
	row.setAll(versions, Unconfirmed)
}

// outdated reports a section that has changed in some languages and not in others.
func (c *checker) outdated(row *Page, still, moved []version) {
	critical := c.severe(moved)
	for _, v := range still {
		p := diag.Warnf(v.path, v.start,
			"%s may be out of date: the text in %s has changed since the two were confirmed",
			name(v.key.ID), names(moved))
		p.Detail = diffs(moved)
		p.Hint = "bring this text up to date, and then: " + command(critical, v.key.String())
		c.weigh(p.And(moved[0].path, moved[0].firstChange()), critical)
		row.set(v.key.Lang, Stale, v.key.ID)
		c.report.apart[v.key.Key] = true
	}
}

// weigh adds a problem, as an error if it is critical.
func (c *checker) weigh(p diag.Problem, critical bool) {
	if critical {
		p.Severity = diag.Error
	}
	c.problem(p)
}
