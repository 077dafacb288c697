package translation

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// gone reports what was confirmed and is in no file any more, with one problem for a
// whole page. If another language still has a section, parity reports it.
func (c *checker) gone(pages map[string]map[lang.Lang]*page.Page) {
	if c.found == len(c.Lock.entries) {
		return
	}
	files := c.recordsByName()
	reported := map[lockKey]bool{} // of whole pages and files
	for _, k := range c.goneKeys(pages, files) {
		what := k.String()
		_, isFile := files[k.Key]
		if pages[k.Key][k.Lang] == nil && !isFile {
			whole := lockKey{k.Key, "", k.Lang}
			if reported[whole] {
				continue
			}
			reported[whole] = true
			what = k.Key
		}
		p := diag.Errorf(LockPath, c.Lock.entries[k].offset, "%s was confirmed in %q, and is gone", what, k.Lang)
		if k.Lang == NoLang {
			p = diag.Errorf(LockPath, c.Lock.entries[k].offset, "%s was confirmed, and is gone", what)
		}
		c.problem(p.Hintf("restore it; or, if it was removed on purpose: %s", command(true, what)))
	}
}

// goneKeys returns the keys of the lock that have no section and no record, in the order
// of the file.
func (c *checker) goneKeys(
	pages map[string]map[lang.Lang]*page.Page, files map[string]Records,
) (gone []lockKey) {
	for k := range c.Lock.entries {
		if r, ok := files[k.Key]; ok {
			if !r.HasErrors && !r.has(k) {
				gone = append(gone, k)
			}
			continue
		}
		here := pages[k.Key][k.Lang]
		elsewhere := slices.ContainsFunc(c.report.Languages, func(l lang.Lang) bool {
			other := pages[k.Key][l]
			return other != nil && find(other, k.ID) != nil
		})
		if here == nil || !here.HasErrors && find(here, k.ID) == nil && !elsewhere {
			gone = append(gone, k)
		}
	}
	slices.SortFunc(gone, func(a, b lockKey) int { return c.Lock.entries[a].offset - c.Lock.entries[b].offset })
	return gone
}
