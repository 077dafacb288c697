package main

import (
	"slices"
	"testing"

	"rygghandboka/internal/test/browser"
)

// The fields of a dose show the handbook's own until somebody types.
func TestComposerShowsDefaults(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=en;p=2;b=;x=bird-dog;x=bridge.2;x=graded-walking")
	for field, want := range map[string]string{
		"0.sets": "1–3", "0.repetitions": "4–6", "0.hold": "5–10", "0.perWeek": "2–3", "0.perDay": "",
		"1.sets": "1–3",
	} {
		got := browser.Eval[string](tab, `document.querySelector("[data-field='`+field+`']").placeholder`)
		if got != want {
			t.Errorf("%s shows %q, want %q", field, got, want)
		}
	}
	own := ask[[]string](tab, "page/texts", `[data-field="0.side"] option:checked`)
	if want := []string{"As in the handbook: per side"}; !slices.Equal(own, want) {
		t.Errorf("the side is %q, want %q", own, want)
	}
}

// A sheet says which side, in the sentence of the dosage, and what else is agreed.
func TestComposerAgreed(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range agreed {
		e.compose(tab, "v1;b=;"+fragment)
		if got := ask[[]string](tab, "page/texts", ".preview .agreed .dose"); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", fragment, got, want)
		}
	}
}

// agreed are dosages that are agreed, by the fragment of a sheet.
var agreed = map[string][]string{
	"l=nb+en;x=bridge.3.8..l": {
		"Avtalt: 3 serier à 8 repetisjoner, på venstre side, hold 3–5 sekunder, 2–3 dager i uka",
		"Agreed: 3 sets of 8 repetitions, on the left side, hold for 3–5 seconds, 2–3 days a week",
	},
	"l=en;x=bird-dog.3.8.5.r": {"Agreed: 3 sets of 8 repetitions, on the right side, hold for 5 seconds, 2–3 days a week"},
	"l=en;x=bird-dog.3.8.5.o": {"Agreed: 3 sets of 8 repetitions, one side, hold for 5 seconds, 2–3 days a week"},
}
