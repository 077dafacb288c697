package render

import (
	"strings"
	"time"

	"rygghandboka/internal/site"
)

// reviewText writes who has reviewed a page, and what has changed since. A suspended review
// names nobody: its reviewer has not seen the page as it is.
func (r *renderer) reviewText(e *site.Entry) string {
	state := e.Review
	if state == nil {
		return r.word(e.Lang, "not-reviewed")
	}
	day := func(t time.Time) string { return r.site.Words.Date(e.Lang, t.Year(), int(t.Month()), t.Day()) }
	write := func(word string, pairs ...string) string {
		return strings.NewReplacer(pairs...).Replace(r.word(e.Lang, word))
	}
	parts := strings.Join(state.Names(), ", ")
	if state.Suspended() {
		return write("review-suspended", "{parts}", parts)
	}
	texts := []string{write("reviewed", "{date}", day(state.On), "{name}", state.By.String())}
	if parts != "" {
		texts = append(texts, write("review-changed", "{parts}", parts))
	}
	if state.Overdue {
		texts = append(texts, write("review-overdue", "{date}", day(state.Until)))
	} else {
		texts = append(texts, write("next-review", "{date}", day(state.Until)))
	}
	return strings.Join(texts, " ")
}
