// Package translation compares the pages of one language with those of another,
// so that a warning sign lost in one language, or a number changed in the other,
// cannot be published.
//
// It knows no language. It checks the parity of two pages (parity.go): the same
// sections with the same blocks, and in each block the same numbers, opposites
// (opposites.go), telephone numbers, citations and links. It finds what nobody has translated
// (untranslated.go). And it compares each section with the text that
// somebody confirmed, in a lock (lock.go): if one language has changed since and the
// other has not, the other may be out of date. The values of shared files are confirmed
// in the same lock, as records (record.go).
//
// Its law: a change in one language alone is found, by content. It uses no clock, no
// history and no heuristics. White space does not count.
package translation

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/memo"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
)

// A Subject is what is compared.
type Subject struct {
	Pages     []*page.Page
	Records   []Records       // of shared files
	Languages []i18n.Language // the first is what the others are compared with
	Lock      *Lock
	IsLost    bool                     // the lock is there and cannot be read, a problem of its own
	Text      func(path string) []byte // of a file of the input tree
	Memory    *Memory
}

// A Memory remembers the comparisons of pages from one build to the next. The zero Memory
// is ready to use.
type Memory struct {
	pairs   memo.Table[pair, comparison]
	foreign memo.Table[*page.Page, diag.List]
}

// Sweep forgets the pages that the last Check did not see.
func (m *Memory) Sweep() {
	m.pairs.Sweep()
	m.foreign.Sweep()
}

// command returns what an author runs to confirm something. What is critical needs a name.
func command(critical bool, what string) string {
	const confirm = "go run ./cmd/build confirm "
	if critical {
		return confirm + "-by NAME " + what
	}
	return confirm + what
}

// Check compares all pages with their translations. The problems are errors
// where a wrong text may hurt somebody, and warnings elsewhere.
func Check(s Subject) (*Report, diag.List) {
	c := &checker{
		Subject:  s,
		readers:  readers(s.Languages),
		lacking:  map[lang.Lang][]*page.Page{},
		termless: s.termless(),
		report: &Report{
			Languages:   languages(s),
			Shared:      []Page{},
			Differences: []Difference{},
			apart:       map[string]bool{},
		},
	}
	pages := map[string]map[lang.Lang]*page.Page{}
	for _, p := range s.Pages {
		if pages[p.Key] == nil {
			pages[p.Key] = map[lang.Lang]*page.Page{}
		}
		pages[p.Key][p.Lang] = p
	}
	for _, key := range slices.Sorted(maps.Keys(pages)) {
		c.page(key, pages[key])
	}
	for _, r := range s.Records {
		c.records(r)
	}
	c.untranslated()
	c.gone(pages)
	if c.unlocked() && !c.IsLost && c.report.unconfirmed > 0 {
		p := diag.Warnf(LockPath, 0, "no translation has been confirmed").
			Hintf("restore the file, or when you have compared all pages: %s", command(false, "-all"))
		c.weigh(p, slices.ContainsFunc(s.Pages, func(p *page.Page) bool { return p.Critical }))
	}
	return c.report, c.probs
}

// languages returns those that have pages.
func languages(s Subject) (list []lang.Lang) {
	for _, l := range s.Languages {
		if slices.ContainsFunc(s.Pages, func(p *page.Page) bool { return p.Lang == l.Lang }) {
			list = append(list, l.Lang)
		}
	}
	return list
}

type checker struct {
	Subject
	report   *Report
	readers  map[lang.Lang]*fact.Reader
	termless map[lang.Lang]bool
	lacking  map[lang.Lang][]*page.Page // pages in another language that one has not
	found    int                        // lines of the lock whose section or record exists
	probs    diag.List
}

// unlocked reports whether nothing has been confirmed at all.
func (c *checker) unlocked() bool { return len(c.Lock.entries) == 0 }

func readers(languages []i18n.Language) map[lang.Lang]*fact.Reader {
	all := map[lang.Lang]*fact.Reader{}
	for _, l := range languages {
		all[l.Lang] = fact.NewReader(l.Lexis, l.Decimal)
	}
	return all
}

func (c *checker) problem(p diag.Problem) { c.probs = append(c.probs, p) }

// page compares one page in all its languages.
func (c *checker) page(key string, in map[lang.Lang]*page.Page) {
	row := Page{Key: key, States: map[lang.Lang]State{}}
	var pages, drafts []*page.Page // in the order of the languages
	for _, l := range c.report.Languages {
		switch p := in[l]; {
		case p == nil:
			row.States[l] = State{Status: Missing}
		case p.HasErrors: // a problem of its own
			row.States[l] = State{Status: Differs, Path: p.Path}
		case p.Draft:
			row.States[l] = State{Status: Draft, Path: p.Path}
			drafts = append(drafts, p)
		default:
			row.States[l] = State{Status: Confirmed, Path: p.Path}
			pages = append(pages, p)
		}
	}
	for _, p := range pages {
		c.probs = append(c.probs, c.Memory.foreign.Get(p, func() diag.List { return foreign(p) })...)
	}
	c.parity(&row, pages, drafts)
	switch {
	case len(pages) > 1 && !c.unlocked():
		c.stale(&row, pages)
	case len(pages) > 1:
		c.report.unconfirmed++
		fallthrough
	default:
		for _, p := range pages {
			row.raise(p.Lang, Unconfirmed)
		}
	}
	c.report.Pages = append(c.report.Pages, row)
}

// parity compares each page with the first. A draft may differ for as long as it is one.
func (c *checker) parity(row *Page, published, drafts []*page.Page) {
	used := map[*page.Difference]bool{}
	pages := slices.Concat(published, drafts)
	for _, p := range pages[min(1, len(pages)):] {
		pair := pair{pages[0], p, c.termless[pages[0].Lang] || c.termless[p.Lang]}
		found := c.Memory.pairs.Get(pair, func() comparison { return compare(pair, target{whole: true}) })
		probs := found.probs
		if p.Draft {
			probs = probs.Allow(func(diag.Problem) bool { return true })
		}
		if probs.Errors() > 0 {
			row.raise(p.Lang, Differs)
		}
		maps.Copy(used, found.used)
		c.probs = append(c.probs, probs...)
	}
	c.alone(row, pages, used)
	for _, p := range pages {
		for i := range p.Differs {
			c.difference(p, i, used[&p.Differs[i]], len(published) < 2)
		}
	}
}

// difference checks the ith difference that a page states, and adds it to the report. A
// page that is alone differs from nothing yet.
func (c *checker) difference(p *page.Page, i int, used, alone bool) {
	d := p.Differs[i]
	section, what := d.Section.Text, d.What.Text
	again := func(e page.Difference) bool { return e.Section.Text == section && e.What.Text == what }
	switch {
	case slices.ContainsFunc(p.Differs[:i], again):
		c.problem(diag.Errorf(p.Path, d.What.Offset, "this difference is listed twice"))
	case find(p, section) == nil && !used:
		c.problem(diag.Errorf(p.Path, d.Section.Offset, "no section has the id %q", section).
			Hintf("%s", diag.SuggestOr(section, ids(p))))
	case !slices.Contains(Kinds(), what):
		c.problem(diag.Errorf(p.Path, d.What.Offset, "%q cannot differ", what).
			Hintf("%s", diag.SuggestOr(what, Kinds())))
	case !used && what == lack:
		c.problem(diag.Errorf(p.Path, d.What.Offset, "every language has this page").Hintf("remove this entry"))
	case !used && !alone:
		p := diag.Errorf(p.Path, d.What.Offset,
			"no other language differs in the %s of %s", what, name(section))
		c.problem(p.Hintf("remove this entry"))
	default:
		c.report.Differences = append(c.report.Differences, Difference{p.Path, section, what, d.Reason.Text})
	}
}

// termless returns the languages whose terms cannot be known, since their glossary
// has errors.
func (s Subject) termless() map[lang.Lang]bool {
	faulty := map[lang.Lang]bool{}
	for _, p := range s.Pages {
		if p.HasErrors && p.Key == page.GlossaryKey {
			faulty[p.Lang] = true
		}
	}
	return faulty
}

func ids(p *page.Page) (list []string) {
	for _, s := range p.Sections {
		if s.ID != "" {
			list = append(list, s.ID)
		}
	}
	return list
}

// allIDs returns the ids of the sections that some of the pages have, in order.
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
