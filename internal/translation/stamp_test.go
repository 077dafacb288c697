package translation

import (
	"testing"
	"time"
)

// A name that the lock could not be read with is refused before it is written.
func TestNamesOfStamps(t *testing.T) {
	for name, ok := range map[string]bool{
		"Prøve Prøvesen":    true,
		"Prøve 👩‍⚕️":        true,
		" ":                 false,
		"Prøve [Prøvesen]":  false,
		"Prøve\nPrøvesen":   false,
		"Prøve\u202ePrøve":  false,
		"Prøve\u200bPrøve":  false,
		"Prøve\u2028Prøve":  false,
		"Prøve\u00adPrøve":  false,
		"Pr\xf8ve Prøvesen": false,
	} {
		if _, err := NewStamp(time.Now(), name); (err == nil) != ok {
			t.Errorf("%q: %v", name, err)
		}
	}
}
