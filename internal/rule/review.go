package rule

import (
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// reviews: a page names its reviewer, the day of the review and the day of the next one, or
// none of the three. Half of that would look like a review.
func reviews(s Subject) (probs diag.List) {
	for _, e := range s.Entries {
		probs = append(probs, review(e, s.Today)...)
	}
	return probs
}

func review(e *site.Entry, today time.Time) diag.List {
	given := 0
	for _, has := range []bool{e.Reviewer.Text != "", !e.Reviewed.IsZero(), !e.NextReview.IsZero()} {
		if has {
			given++
		}
	}
	next := e.Keys["next-review"]
	switch {
	case given == 0:
		return nil
	case given < 3:
		last := max(e.Keys["reviewer"], e.Keys["reviewed"], next)
		return diag.List{diag.Errorf(e.Path, last, "half a review").
			Hintf("give reviewer, reviewed and next-review, or none of them")}
	case e.Reviewed.After(today):
		return diag.List{diag.Errorf(e.Path, e.Keys["reviewed"],
			"the review is dated after today, %s", today.Format(time.DateOnly))}
	case !e.NextReview.After(e.Reviewed.Time):
		return diag.List{diag.Errorf(e.Path, next, "the next review is not after the last")}
	case e.NextReview.Before(today):
		return diag.List{diag.Warnf(e.Path, next, "this page was due for review on %s", e.NextReview)}
	}
	return nil
}
