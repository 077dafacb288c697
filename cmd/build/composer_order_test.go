package main

import (
	"testing"

	"rygghandboka/internal/test/browser"
)

// Exercises are moved by a handle, with a pointer or arrow keys, and the focus goes along.
// Text in a row can be marked, since the row itself is not dragged.
func TestComposerOrder(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=en;p=2;b=;x=bridge;x=squat;x=plank")
	is := func(how, want string) {
		t.Helper()
		if hash := browser.Eval[string](tab, `location.hash`); hash != "#v1;l=en;p=2;b="+want {
			t.Errorf("%s: %s, want %s", how, hash, want)
		}
	}
	act(tab, "composer/drag", 0, 2)
	is("dragged down", ";x=squat;x=plank;x=bridge")
	act(tab, "composer/drag", 1, 0)
	is("dragged up", ";x=plank;x=squat;x=bridge")
	act(tab, "composer/press", "0.handle", "ArrowDown")
	is("by key", ";x=squat;x=plank;x=bridge")
	if field := browser.Eval[string](tab, `document.activeElement.dataset.field`); field != "1.handle" {
		t.Errorf("the focus is on %s", field)
	}
	act(tab, "composer/press", "0.handle", "ArrowUp")
	is("the first stays", ";x=squat;x=plank;x=bridge")
	if browser.Eval[bool](tab, `document.querySelector("[draggable]") !== null`) {
		t.Error("whole rows are dragged")
	}
}

// What is clicked or typed in is 24 pixels high and wide at least.
func TestComposerTargets(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for _, width := range []int{1280, 320} {
		tab.Resize(width, 800)
		e.compose(tab, "v1;l=en;p=2;b=;x=bridge;x=*")
		for _, small := range ask[[]string](tab, "composer/smallTargets") {
			t.Errorf("%d wide: %s", width, small)
		}
		if browser.Eval[bool](tab, `document.documentElement.scrollWidth > innerWidth`) {
			t.Errorf("%d wide: the page is wider", width)
		}
	}
}
