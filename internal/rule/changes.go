package rule

import (
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
)

// changes: a list of changes is of what has been done. A future day would also keep the
// feed's newest entry at the top until then.
func changes(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		list, ok := e.Own.(*page.Changes)
		if !ok {
			continue
		}
		for _, c := range list.Changes {
			if c.Date.After(s.Today) {
				probs = append(probs, diag.Errorf(e.Path, c.Date.Offset,
					"this change is dated after today, %s", s.Today.Format(time.DateOnly)))
			}
		}
	}
	return probs
}
