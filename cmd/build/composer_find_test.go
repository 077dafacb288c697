package main

import (
	"slices"
	"testing"

	"rygghandboka/internal/test/browser"
)

// Exercises are found by their other names, by muscles, equipment and positions, in both
// languages, without accents, and otherwise by what the site's search finds.
func TestComposerFinds(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo)
	tab.Wait(ready)
	for question, want := range map[string]string{
		"bird dog":           "Diagonalløft på alle fire",
		"seteløft":           "Bekkenløft",
		"seteloeft":          "Bekkenløft",
		"gluteus":            "Bekkenløft",
		"kneboy":             "Knebøy",
		"stol":               "Knebøy",
		"side plank":         "Sideplanke på knær",
		"all fours":          "Katt og kamel",
		"fire alle":          "Katt og kamel",
		"trene rumpa hjemme": "Bekkenløft",
	} {
		act(tab, "page/typeInto", "#composer-find", question)
		tab.Wait(`document.querySelector(".choices li:not([hidden])") != null`)
		if got := ask[[]string](tab, "composer/offered"); !slices.Contains(got, want) || len(got) > 12 {
			t.Errorf("%q finds %q, not %q", question, got, want)
		}
	}
	act(tab, "page/typeInto", "#composer-find", "xyzzy")
	tab.Wait(`document.querySelector(".choose [role=status]").checkVisibility()`)
}
