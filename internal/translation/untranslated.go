package translation

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/lang"
)

// lack is what differs of a page that a language lacks on purpose.
const lack = "translation"

// alone notes which languages lack a page, unless the page says that it is meant.
func (c *checker) alone(row *Page, pages []*page.Page, used map[*page.Difference]bool) {
	meant := false
	lacks := func(l lang.Lang) bool { return row.States[l].Status == Missing }
	if len(pages) == 0 || !slices.ContainsFunc(c.report.Languages, lacks) {
		return
	}
	for _, p := range pages {
		for i := range p.Differs {
			if d := &p.Differs[i]; d.What.Text == lack {
				used[d], meant = true, true
			}
		}
	}
	for _, l := range c.report.Languages {
		if lacks(l) && !meant {
			c.lacking[l] = append(c.lacking[l], pages[0])
		}
	}
}

// begun is how many pages a language may lack for each to be a problem. If it lacks more, it
// has only been begun.
const begun = 10

// untranslated warns of the pages that a language lacks.
func (c *checker) untranslated() {
	for _, l := range c.report.Languages {
		pages := c.lacking[l]
		if len(pages) > begun {
			first := pages[0]
			c.problem(diag.Warnf(first.Path, first.Title.Offset, "%q lacks this page and %d others", l, len(pages)-1).
				Hintf("go run ./cmd/build translations lists them"))
			continue
		}
		for _, p := range pages {
			c.problem(diag.Warnf(p.Path, p.Title.Offset, "%q lacks this page", l).
				Hintf("translate it as content/%s/%s.md; if it is for some languages only, write differs: "+
					"[{what: %s, reason: …}]", l, p.Key, lack))
		}
	}
}

// foreign reports the sentences of a page that are in another language: somebody has
// copied them, and not translated them yet.
func foreign(p *page.Page) (probs diag.List) {
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			for _, f := range b.Facts {
				if f.Kind == fact.Foreign {
					probs = append(probs, foreignSentence(p, f, p.Critical || b.Critical))
				}
			}
		}
	}
	return probs
}

func foreignSentence(p *page.Page, f fact.Fact, critical bool) diag.Problem {
	found := diag.Warnf(p.Path, int(f.Offset), "this sentence is in %q, on a page in %q", f.Value, p.Lang)
	if critical {
		found.Severity = diag.Error
	}
	return found.Hintf("translate it; a phrase that stays as it is: [core stability]{lang=en}")
}
