package translation

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// A version is one section in one language, against what was confirmed.
type version struct {
	page    *page.Page
	section *markdown.Section
	entry   entry
	known   bool // somebody has confirmed it

	words   []page.Word // of a section that has moved
	changes []change    // and what was done to them
}

func (v version) moved() bool { return v.section.Sum != v.entry.sum }

func (v version) place() place { return place{v.page.Key, v.section.ID, v.page.Lang} }

// versions returns a section in all languages that have it.
func (c *checker) versions(pages []*page.Page, id string) (list []version) {
	for _, p := range pages {
		if s := find(p, id); s != nil {
			v := version{page: p, section: s}
			if v.entry, v.known = c.Lock.entries[v.place()]; v.known {
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

// stale finds the sections that somebody changed in one language, or that nobody
// has confirmed.
func (c *checker) stale(row *Page, pages []*page.Page) {
	var unconfirmed [][]version
	sections := allIDs(pages)
	for _, id := range sections {
		versions := c.versions(pages, id)
		var moved, still []version
		known := true
		for _, v := range versions {
			known = known && v.known
			if v.moved() {
				moved = append(moved, v)
			} else {
				still = append(still, v)
			}
		}
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
		c.unconfirmed(row, versions, versions[0].place().String(), c.hurts(versions))
	}
}

// hurts reports whether a section that nobody has confirmed in all languages is
// critical, or has lost a line of the lock.
func (c *checker) hurts(versions []version) bool {
	return anyCritical(versions) || c.critical(versions) || slices.ContainsFunc(versions, func(v version) bool {
		return !v.known && slices.ContainsFunc(versions, func(w version) bool { return w.known }) && c.Lock.has(v.page.Key, v.page.Lang)
	})
}

func allIDs(pages []*page.Page) (list []string) {
	for _, p := range pages {
		for _, s := range p.Sections {
			if !slices.Contains(list, s.ID) {
				list = append(list, s.ID)
			}
		}
	}
	return list
}

// unconfirmed reports what nobody has confirmed yet.
func (c *checker) unconfirmed(row *Page, versions []version, what string, critical bool) {
	a, b := versions[0], versions[len(versions)-1]
	p := diag.Warnf(b.page.Path, b.start(), "nobody has confirmed that %s says the same in all languages", what).And(a.page.Path, a.start())
	p.Hint = "when you have compared them: " + confirmCommand + what
	c.weigh(p, critical)
	for _, v := range versions {
		row.set(v.page.Lang, Unconfirmed, v.section.ID)
	}
}

// ask reports a section that has changed in all languages.
func (c *checker) ask(row *Page, versions []version) {
	a, b := versions[0], versions[len(versions)-1]
	p := diag.Warnf(b.page.Path, b.firstChange(), "%s has changed in all languages since they were confirmed", name(b.section.ID)).And(a.page.Path, a.firstChange())
	p.Detail = diffs(versions)
	p.Hint = "if they say the same: " + confirmCommand + b.place().String()
	c.weigh(p, c.critical(versions))
	for _, v := range versions {
		row.set(v.page.Lang, Unconfirmed, v.section.ID)
	}
}

// outdated reports a section that has changed in some languages and stands still
// in others.
func (c *checker) outdated(row *Page, still, moved []version) {
	from := moved[0]
	for _, v := range still {
		p := diag.Warnf(v.page.Path, v.start(), "%s may be out of date: the text in %s has changed since the two were confirmed", name(v.section.ID), names(moved)).And(from.page.Path, from.firstChange())
		p.Detail = diffs(moved)
		p.Hint = "bring this text up to date, and then: " + confirmCommand + v.place().String()
		c.weigh(p, c.critical(moved))
		row.set(v.page.Lang, Stale, v.section.ID)
		for _, m := range moved {
			if newer := c.report.newer[v.page.Path]; !slices.Contains(newer, m.page.Lang) {
				c.report.newer[v.page.Path] = append(newer, m.page.Lang)
			}
		}
	}
}

func names(versions []version) string {
	var list []string
	for _, v := range versions {
		list = append(list, `"`+string(v.page.Lang)+`"`)
	}
	return strings.Join(list, " and ")
}

// weigh adds a problem, as an error if it is critical.
func (c *checker) weigh(p diag.Problem, critical bool) {
	if critical {
		p.Severity = diag.Error
	}
	c.problem(p)
}

// start returns where the section stands, for a message.
func (v version) start() int {
	if len(v.section.Blocks) > 0 {
		return v.section.Blocks[0].Offset
	}
	return v.section.Start
}

// firstChange returns where a section has changed first.
func (v version) firstChange() int {
	if len(v.changes) == 0 {
		return v.start()
	}
	return v.changes[0].at
}

// diffs writes what has changed in each language.
func diffs(moved []version) string {
	var lines []string
	for _, v := range moved {
		for line := range strings.Lines(diff(v.changes, v.words)) {
			lines = append(lines, string(v.page.Lang)+": "+strings.TrimSuffix(line, "\n"))
		}
	}
	return strings.Join(lines, "\n")
}

// gone reports what was confirmed and is in no file any more. A section that
// another language still has is a matter of parity.
func (c *checker) gone(pages map[string]map[lang.Lang]*page.Page) {
	if c.found == len(c.Lock.entries) {
		return
	}
	var gone []place
	for p := range c.Lock.entries {
		here := pages[p.Key][p.Lang]
		elsewhere := slices.ContainsFunc(c.report.Languages, func(l lang.Lang) bool {
			other := pages[p.Key][l]
			return other != nil && find(other, p.ID) != nil
		})
		if here == nil || !here.HasErrors && find(here, p.ID) == nil && !elsewhere {
			gone = append(gone, p)
		}
	}
	slices.SortFunc(gone, func(a, b place) int { return c.Lock.entries[a].offset - c.Lock.entries[b].offset })
	whole := map[place]bool{} // pages that are gone: one problem is enough
	for _, p := range gone {
		what := p.String()
		if pages[p.Key][p.Lang] == nil {
			page := place{p.Key, "", p.Lang}
			if whole[page] {
				continue
			}
			whole[page], what = true, p.Key
		}
		c.problem(diag.Errorf(LockPath, c.Lock.entries[p].offset, "%s was confirmed in %q, and is gone", what, p.Lang).
			Hintf("put it back; or, if it is meant: %s%s", confirmCommand, what))
	}
}
