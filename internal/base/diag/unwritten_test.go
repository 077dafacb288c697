package diag

import "testing"

func TestIsUnwritten(t *testing.T) {
	for text, want := range map[string]bool{
		"…":                           true,
		" … ":                         true,
		"...":                         true,
		".....":                       true,
		"TODO":                        true,
		"TBD":                         true,
		"FIXME.":                      true,
		"XXX":                         true,
		"TODO: mål":                   true,
		"Lorem ipsum dolor sit amet.": true,
		"Kommer snart":                true,
		"Coming soon.":                true,
		"":                            false,
		".":                           false,
		"..":                          false,
		"Pust ut …":                   false,
		"… og så videre":              false,
		"todo":                        false,
		"TODO-lista":                  false,
		"XXXL":                        false,
		"Mer kommer snart.":           false,
		"… …":                         false,
	} {
		if got := IsUnwritten(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
