package review

import (
	"testing"

	"rygghandboka/internal/source"
)

// A reviewer with whom the lock could not be read is refused before it is written.
func TestReviewers(t *testing.T) {
	for text, ok := range map[string]bool{
		"Prøve Prøvesen, oppdiktet":       true,
		"Prøve  Prøvesen,\noppdiktet":     true,
		"Prøve Prøvesen":                  false,
		", oppdiktet":                     false,
		"Prøve\u202e Prøvesen, oppdiktet": false,
		"Prøve Prøvesen, opp\u00addiktet": false,
		"Pr\xf8ve Prøvesen, oppdiktet":    false,
	} {
		if _, err := ParseReviewer(text); (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A lock with a review that is valid for too long, for no time, or backwards cannot be read.
func TestLongestReview(t *testing.T) {
	for until, want := range map[string]string{
		"2029-02-01": "",
		"2029-02-02": "a review is valid for at most 3 years, and this one until 2029-02-02",
		"2207-02-01": "a review is valid for at most 3 years, and this one until 2207-02-01",
		"2026-02-01": "this is not a review: it needs two days, a name and a role",
		"2025-02-01": "this is not a review: it needs two days, a name and a role",
	} {
		line := "plank no reviewed 2026-02-01 " + until + " Prøve Prøvesen, oppdiktet\n"
		_, probs := ParseLock(source.File{Path: LockPath, Data: []byte(version + "\n\n" + line)})
		got := ""
		if len(probs) > 0 {
			got = probs[0].Message
		}
		if got != want || len(probs) > 1 {
			t.Errorf("until %s: %v, want %q", until, probs, want)
		}
	}
}
