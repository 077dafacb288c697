package diag

import "testing"

func TestIsUnwritten(t *testing.T) {
	for text, want := range map[string]bool{
		"…":                            true,
		" … ":                          true,
		"...":                          true,
		".....":                        true,
		"TODO":                         true,
		"TBD":                          true,
		"FIXME.":                       true,
		"XXX":                          true,
		"TODO: mål":                    true,
		"Lorem ipsum dolor sit amet.":  true,
		"Kommer snart":                 true,
		"Coming soon.":                 true,
		"[…]":                          true,
		"(…)":                          true,
		"UNWRITTEN":                    true,
		"This is no exercise yet":      true,
		"Dette er ingen øvelse ennå.":  true,
		"Ikke skrevet ennå.":           true,
		"This is no help yet to you.":  false,
		"Teksten er ikke skrevet ennå": false,
		"":                             false,
		".":                            false,
		"..":                           false,
		"Pust ut …":                    false,
		"… og så videre":               false,
		"todo":                         false,
		"TODO-lista":                   false,
		"XXXL":                         false,
		"Mer kommer snart.":            false,
		"… …":                          false,
	} {
		if got := IsUnwritten(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
