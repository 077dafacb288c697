package review

import "testing"

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
