package rule

import (
	"rygghandboka/internal/avoid"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/par"
)

// avoided: words that frighten, or say more than is known, are not used of a
// back.
func avoided(s Subject) (probs diag.List) {
	if len(s.Avoid) == 0 {
		return nil
	}
	found := make([][]avoid.Found, len(s.Entries))
	par.Each(len(found), func(i int) {
		e := s.Entries[i]
		found[i] = s.Avoid[string(e.Lang)].Find(string(s.Text(e.Path)))
	})
	for i, list := range found {
		for _, w := range list {
			probs = append(probs, diag.Warnf(s.Entries[i].Path, w.Offset, "%q: %s", w.Word.Word.Text, w.Reason.Text).Hintf("better: %s", w.Better.Text))
		}
	}
	return probs
}
