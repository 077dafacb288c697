package link

import (
	"cmp"
	"fmt"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// cite numbers the works of a citation on the host's page.
func (f *filler) cite(owner *site.Entry, r *markdown.Ref) (out []site.Cited) {
	for _, c := range r.Cites {
		if c.Key == "" { // what is written there is no citation, which has been told
			continue
		}
		work := f.Works.Get(c.Key)
		if work == nil && f.Works.Partial {
			continue // the mistake in the works is reported
		}
		if work == nil {
			f.problem(diag.Errorf(owner.Path, c.Offset, "no work has the key %q", c.Key).
				Hintf("%s", cmp.Or(diag.Suggest(c.Key, f.Works.Keys()), "add the work to "+bib.Path)))
			continue
		}
		n, known := f.numbers[c.Key]
		if !known {
			n = len(f.references) + 1
			f.numbers[c.Key] = n
			f.references = append(f.references, site.Reference{
				Number: n,
				ID:     "ref-" + c.Key,
				Work:   f.work(f.host.Lang, work),
			})
		}
		ref := &f.references[n-1]
		id := fmt.Sprintf("cite-%s-%d", c.Key, len(ref.Places)+1)
		ref.Places = append(ref.Places, id)
		out = append(out, site.Cited{Number: n, Locator: c.Locator, ID: id, Ref: ref.ID, Text: ref.Work.Text})
	}
	slices.SortStableFunc(out, func(a, b site.Cited) int { return cmp.Compare(a.Number, b.Number) })
	for i := 1; i < len(out)-1; i++ {
		before, here, after := out[i-1], out[i], out[i+1]
		out[i].Inside = before.Number+1 == here.Number && here.Number+1 == after.Number &&
			before.Locator+here.Locator+after.Locator == ""
	}
	return out
}
