package rule

import (
	"slices"
	"strings"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
)

// reviews: a review covers what was reviewed, for as long as the reviewer said. An author
// learns what has changed since, and that a review ends, while there is time to have the
// page read again; a page whose review ended long ago is not published.
func reviews(s Subject) (probs diag.List) {
	grace := publisher.ReviewGrace
	if s.Publisher != nil {
		grace = s.Publisher.ReviewGrace
	}
	pages := map[string]*site.Entry{}
	for _, e := range s.Entries {
		pages[string(e.Lang)+"/"+e.Key] = e
	}
	for _, r := range s.Reviews.All() {
		e := pages[string(r.Lang)+"/"+r.Key]
		switch {
		case e == nil:
			probs = append(probs, diag.Warnf(review.LockPath, r.Offset, "there is no page %q in %q", r.Key, r.Lang).
				Hintf("delete its lines; a page that is called otherwise now must be reviewed again"))
		case r.On.After(s.Today):
			probs = append(probs, diag.Errorf(review.LockPath, r.Offset,
				"the review is dated after today, %s", s.Today.Format(time.DateOnly)))
		case e.Review != nil:
			probs = append(probs, reviewChanges(e)...)
			probs = append(probs, reviewEnd(e, s.Today, grace)...)
		}
	}
	return probs
}

// reviewChanges reports what has changed since a review.
func reviewChanges(e *site.Entry) diag.List {
	r := e.Review
	if len(r.Changed) == 0 {
		return nil
	}
	at := r.Changed[0]
	if i := slices.IndexFunc(r.Changed, func(p review.Part) bool { return p.Critical }); i >= 0 {
		at = r.Changed[i]
	}
	if at.Path == "" { // it is gone
		at.Path, at.Offset = e.Path, e.Title.Offset
	}
	day, names := r.On.Format(time.DateOnly), strings.Join(r.Names(), ", ")
	p := diag.Warnf(at.Path, at.Offset, "changed since the review of %s: %s", day, names)
	if r.Suspended() {
		p = diag.Warnf(at.Path, at.Offset, "the review of %s is suspended; changed since: %s", day, names)
	}
	var ids []string
	for _, part := range r.Changed {
		ids = append(ids, part.ID)
	}
	p.Detail = string(e.Lang) + " " + e.Key + ": " + strings.Join(ids, " ")
	return diag.List{p.And(review.LockPath, r.Offset).Hintf("%s", reviewAgain(e))}
}

// reviewEnd reports a review that ends soon, or has ended. A suspended one has ended already.
func reviewEnd(e *site.Entry, today time.Time, grace int) diag.List {
	r := e.Review
	if r.Suspended() || !r.Due {
		return nil
	}
	day := r.Until.Format(time.DateOnly)
	if !r.Overdue {
		return diag.List{diag.Warnf(review.LockPath, r.Offset, "this page is due for review by %s", day).
			Hintf("%s", reviewAgain(e))}
	}
	p := diag.Warnf(review.LockPath, r.Offset, "this page was due for review by %s", day)
	if today.After(r.Until.AddDate(0, 0, grace)) {
		p.Severity = diag.Error
	}
	return diag.List{p.Hintf("%s", reviewAgain(e))}
}

func reviewAgain(e *site.Entry) string {
	return "when a clinician has read it again: go run ./cmd/build review " + e.Key +
		" -lang " + string(e.Lang) + ` -by "NAME, ROLE" -until DATE`
}
