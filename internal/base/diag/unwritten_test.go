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

// A placeholder is found in a sentence too. Words that only contain the letters of one, or are
// written small, are none.
func TestUnwrittenIn(t *testing.T) {
	for text, want := range map[string]string{
		" … ":                                 "…",
		"TODO: mål":                           "TODO: mål",
		"Hold i TBD sekunder.":                "TBD",
		"Hold for XXX seconds.":               "XXX",
		"(FIXME) Ligg på ryggen.":             "FIXME",
		"Pust ut. TODO skriv mer":             "TODO",
		"Hold i [sett inn tall] sekunder.":    "[sett inn tall]",
		"Do [Insert number of] repetitions.":  "[Insert number of]",
		"Her er lorem ipsum dolor.":           "lorem ipsum",
		"Pust ut …":                           "",
		"Vent ... og pust.":                   "",
		"En TODO-lista, XXXL og toDO, FIXMEs": "",
		"Kroppen [inserter] det":              "",
		"TBC er en sykdom.":                   "",
		"":                                    "",
	} {
		start, end := UnwrittenIn(text)
		got := ""
		if start >= 0 {
			got = text[start:end]
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
