package main

import (
	"slices"
	"strings"
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
	"l=nb+en;x=bridge.2....1.3...60.6;g=8+10+12": {
		"Avtalt: 2 serier à 8–12 repetisjoner, hold 3–5 sekunder, én gang om dagen, 3 dager i uka, " +
			"hvil 60 sekunder mellom hver serie, anstrengelse 6 av 10",
		"Agreed: 2 sets of 8–12 repetitions, hold for 3–5 seconds, once a day, 3 days a week, " +
			"rest for 60 seconds between sets, effort 6 of 10",
	},
	"l=nb+en;x=squat.3.8;r=3+1+2": {
		"Avtalt: 3 serier à 8 repetisjoner, minst 2 dager i uka, tempo 3–1–2 (sekunder ned, pause, opp)",
		"Agreed: 3 sets of 8 repetitions, at least 2 days a week, tempo 3–1–2 (seconds down, pause, up)",
	},
	"l=en;x=bird-dog.3.8.5.r": {
		"Agreed: 3 sets of 8 repetitions, on the right side, hold for 5 seconds, 2–3 days a week",
	},
	"l=en;x=bird-dog.3.8.5.o": {"Agreed: 3 sets of 8 repetitions, one side, hold for 5 seconds, 2–3 days a week"},
}

// What grows from week to week is typed as numbers, whatever is between them, and is one
// line on the sheet, in the unit of the exercise.
func TestComposerWeeks(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=nb+en;p=2;b=;x=bridge;x=graded-walking")
	act(tab, "page/typeInto", `[data-field="0.weeks"]`, "8, 8 10/12")
	act(tab, "page/typeInto", `[data-field="1.weeks"]`, "5 10 15")
	got := ask[[]string](tab, "page/texts", ".preview .weeks")
	want := []string{
		"Uke 1–4: 8, 8, 10, 12 repetisjoner", "Week 1–4: 8, 8, 10, 12 repetitions",
		"Uke 1–3: 5, 10, 15 minutter", "Week 1–3: 5, 10, 15 minutes",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the weeks are %q, want %q", got, want)
	}
	const end = `;x=bridge;g=8+8+10+12;x=graded-walking;g=5+10+15`
	if hash := browser.Eval[string](tab, `location.hash`); !strings.HasSuffix(hash, end) {
		t.Errorf("the address is %s", hash)
	}
	act(tab, "page/typeInto", `[data-field="0.weeks"]`, "8, 300")
	invalid := `document.querySelector("[data-field='0.weeks']").getAttribute("aria-invalid")`
	if got := browser.Eval[string](tab, invalid); got != "true" {
		t.Errorf("300 repetitions are refused: %s", got)
	}
}

// A tempo is three numbers, whatever is between them.
func TestComposerTempo(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=en;p=2;b=;x=squat")
	for typed, want := range map[string]string{"3-0-1": ";r=3+0+1", "3 1": "", "3/1/2/1": "", "20 1 2": ""} {
		act(tab, "page/typeInto", `[data-field="0.tempo"]`, typed)
		if hash := browser.Eval[string](tab, `location.hash`); !strings.HasSuffix(hash, "x=squat"+want) {
			t.Errorf("%q: the address is %s", typed, hash)
		}
		invalid := `document.querySelector("[data-field='0.tempo']").getAttribute("aria-invalid")`
		if got := browser.Eval[string](tab, invalid); (got == "true") != (want == "") {
			t.Errorf("%q is invalid: %s", typed, got)
		}
	}
}

// Fields that few need are folded away, unless they are filled in.
func TestComposerFolds(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range map[string]bool{
		"x=bridge.3.8":     false,
		"x=bridge.3...l":   true,
		"x=bird-dog.3...l": false,
		"x=bridge;r=3+1+2": true,
		"x=bridge.....2":   true,
	} {
		e.compose(tab, "v1;l=en;p=2;b=;"+fragment)
		if got := browser.Eval[bool](tab, `document.querySelector(".chosen details").open`); got != want {
			t.Errorf("%s: more is shown: %t", fragment, got)
		}
	}
	e.compose(tab, "v1;l=en;p=2;b=;x=bridge")
	act(tab, "page/click", ".chosen summary")
	tab.Wait(`document.querySelector(".chosen details").open`)
}

// Beside each dose is room to write another by hand, if asked for, for what the exercise is
// counted in.
func TestComposerPen(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=en;p=2;b=;x=bridge;x=graded-walking")
	pen := func() []string { return ask[[]string](tab, "page/texts", ".preview .pen") }
	if got := pen(); len(got) > 0 {
		t.Errorf("without being asked for: %q", got)
	}
	act(tab, "page/click", ".ticks label:nth-child(5) input")
	want := []string{"SetsRepetitionsHold (seconds)Days a week", "MinutesDays a week"}
	if got := pen(); !slices.Equal(got, want) {
		t.Errorf("the boxes are %q, want %q", got, want)
	}
	if hash := browser.Eval[string](tab, `location.hash`); !strings.Contains(hash, ";b=d;") {
		t.Errorf("the address is %s", hash)
	}
}

// Whoever makes a sheet adds an exercise of their own, and the sheet says whose it is. It has
// no dose of the handbook's, nor more than that.
func TestComposerOwnExercise(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=nb+en;p=2;b=;x=bridge")
	act(tab, "page/click", ".own")
	if field := browser.Eval[string](tab, `document.activeElement.dataset.field`); field != "1.title" {
		t.Errorf("the focus is on %s", field)
	}
	act(tab, "page/typeInto", `[data-field="1.title"]`, "Stå på ett bein")
	act(tab, "page/typeInto", `[data-field="1.note"]`, "Hold i benken.")
	act(tab, "page/typeInto", `[data-field="1.repetitions"]`, "5")
	got := ask[[]string](tab, "page/texts", ".preview .theirs")
	want := []string{
		"2 Stå på ett beinFra den som laget arketAvtalt: 5 repetisjonerHold i benken.",
		"2 Stå på ett beinFrom whoever made this sheetAgreed: 5 repetitionsHold i benken.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the sheet has %q, want %q", got, want)
	}
	address := browser.Eval[string](tab, `location.hash`)
	e.compose(tab, address[1:])
	if again := ask[[]string](tab, "page/texts", ".preview .theirs"); !slices.Equal(again, want) {
		t.Errorf("%s has %q", address, again)
	}
	if said := ask[[]string](tab, "page/texts", ".said"); !strings.HasPrefix(said[0], "Someone else") {
		t.Errorf("the page says %q", said)
	}
	act(tab, "page/typeInto", `[data-field="1.drawing"]`, "bird-dog")
	const drawn = `document.querySelectorAll(".preview .theirs img[alt]:not([alt=''])").length === 2`
	if hash := browser.Eval[string](tab, `location.hash`); !strings.Contains(hash, ";d=bird-dog;") {
		t.Errorf("the address is %s", hash)
	}
	tab.Wait(drawn)
}
