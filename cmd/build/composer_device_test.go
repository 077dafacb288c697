package main

import (
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// The line of the clinic is on the sheet, in no address, and on the device only if that is
// asked for.
func TestComposerClinic(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	const fragment = "v1;l=en;p=2;b=;x=bridge"
	e.compose(tab, fragment)
	act(tab, "page/typeInto", ".clinic", "The Clinic, 22 00 00 00")
	line := func() string {
		return strings.Join(ask[[]string](tab, "page/texts", ".preview .lines div:nth-child(5)"), "|")
	}
	if got := line(); got != "ClinicThe Clinic, 22 00 00 00" {
		t.Errorf("the line is %q", got)
	}
	if hash := browser.Eval[string](tab, `location.hash`); hash != "#"+fragment {
		t.Errorf("the address is %s", hash)
	}
	e.compose(tab, fragment)
	if got := line(); got != "Clinic" {
		t.Errorf("the line is remembered without being asked for: %q", got)
	}
	act(tab, "page/typeInto", ".clinic", "The Clinic")
	act(tab, "page/click", "label:has(.clinic) + label input")
	e.compose(tab, fragment)
	if got := line(); got != "ClinicThe Clinic" {
		t.Errorf("the line is not remembered: %q", got)
	}
	act(tab, "page/click", "label:has(.clinic) + label input")
	if n := browser.Eval[int](tab, `localStorage.length`); n != 0 {
		t.Errorf("%d things are left", n)
	}
}

// Sheets are saved on the device by a name, opened and deleted.
func TestComposerSavedSheets(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	sheets := map[string]string{
		"Hips": "v1;l=en;p=2;b=lfsp;x=bridge.2;n=Slow;x=squat",
		"Back": "v1;l=nb+en;p=4;b=;x=bird-dog",
	}
	for name, fragment := range sheets {
		e.compose(tab, fragment)
		act(tab, "page/typeInto", ".name", name)
		act(tab, "page/click", ".save")
	}
	e.compose(tab, "v1;l=en;p=2;b=;x=plank")
	names := ask[[]string](tab, "page/texts", ".saved option")
	if want := []string{"Back", "Hips"}; !slices.Equal(names, want) {
		t.Errorf("the sheets are %q, want %q", names, want)
	}
	for name, fragment := range sheets {
		act(tab, "page/typeInto", ".saved", name)
		act(tab, "page/click", ".open")
		if hash := browser.Eval[string](tab, `location.hash`); hash != "#"+fragment {
			t.Errorf("%s is %s, want %s", name, hash, fragment)
		}
	}
	for range sheets {
		act(tab, "page/click", ".delete")
	}
	if n := browser.Eval[int](tab, `localStorage.length`); n != 0 {
		t.Errorf("%d things are left", n)
	}
}
