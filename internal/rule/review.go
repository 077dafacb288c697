package rule

import (
	"rygghandboka/internal/base/diag"
)

// reviews: a page either says who reviewed it, when, and when it is due again,
// or says that nobody has. Half of that would look like a review.
func reviews(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		add := func(p diag.Problem) { probs = append(probs, p) }
		given := 0
		for _, has := range []bool{e.Reviewer.Text != "", !e.Reviewed.IsZero(), !e.NextReview.IsZero()} {
			if has {
				given++
			}
		}
		switch {
		case given == 0:
		case given < 3:
			at := max(e.Keys["reviewer"], e.Keys["reviewed"], e.Keys["next-review"])
			add(diag.Errorf(e.Path, at, "half a review").Hintf("give reviewer, reviewed and next-review, or none of them"))
		case e.Reviewed.After(s.Today):
			add(diag.Errorf(e.Path, e.Keys["reviewed"], "the review is dated after today, %s", s.Today.Format("2006-01-02")))
		case !e.NextReview.After(e.Reviewed.Time):
			add(diag.Errorf(e.Path, e.Keys["next-review"], "the next review is not after the last"))
		case e.NextReview.Before(s.Today):
			add(diag.Warnf(e.Path, e.Keys["next-review"], "this page was due for review on %s", e.NextReview))
		}
	}
	return probs
}
