// Package review knows which clinician has reviewed which page, and what has changed since.
//
// A review is bound to what was reviewed: the lock has the sum of each part that the page
// showed in that language, and a part that has another sum now, or is new or gone, has
// changed. A change of a critical part suspends the review: nothing may claim it until a
// clinician has read the page again. Other changes are named beside the review.
//
// The package knows no pages. Package link says what a page shows, as parts.
//
// Its files, from the bottom up:
//
//	part.go    a part of what a page shows
//	review.go  a review
//	state.go   a review compared with what the page shows now
//	lock.go    all reviews, as a file
//	report.go  the state of all pages
package review

import (
	"errors"
	"strings"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// A Review is one of a page in one language.
type Review struct {
	Key   string // exercises/bird-dog
	Lang  lang.Lang
	By    Reviewer
	On    time.Time // the day
	Until time.Time // the last day on which it is valid

	Parts  []Part // what the page showed
	Offset int    // of its first line in the lock
}

// MostYears is for how many years a review is valid at most. What is known of backs, and whom
// to call, changes within a few years; and a slip such as 2207 for 2027 must not be valid
// for ever.
const MostYears = 3

// Latest returns the last day on which a review of a day can be valid.
func Latest(on time.Time) time.Time { return on.AddDate(MostYears, 0, 0) }

// A Reviewer is the clinician who reviewed a page.
type Reviewer struct{ Name, Role string }

// ParseReviewer parses a name and a role: "Navn Navnesen, fysioterapeut".
func ParseReviewer(text string) (Reviewer, error) {
	name, role, _ := strings.Cut(text, ",")
	r := Reviewer{oneLine(name), oneLine(role)}
	if r.Name == "" || r.Role == "" {
		return r, errors.New("a reviewer is a name and a role, with a comma between them")
	}
	if !diag.IsVisible(r.String()) {
		return r, errors.New("a reviewer has no characters that nobody sees")
	}
	return r, nil
}

func (r Reviewer) String() string { return r.Name + ", " + r.Role }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
