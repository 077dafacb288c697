package main

import (
	"strconv"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// Each change can be undone, from the last to the first, and what is typed in a field is
// one change.
func TestComposerUndo(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerEn)
	tab.Wait(ready)
	hash := func() string { return browser.Eval[string](tab, `location.hash`) }
	var before []string
	for _, change := range []func(){
		func() { act(tab, "page/click", ".choices li:nth-child(2) button") },
		func() { act(tab, "page/click", ".choices li:nth-child(3) button") },
		func() {
			browser.Eval[bool](tab, `(document.querySelector("[data-field='0.note']").focus(), true)`)
			tab.Press("Slow")
		},
		func() { act(tab, "page/click", "[data-field='1.up']") },
		func() { act(tab, "page/typeInto", ".sheet-of > .fields select", "4") },
		func() { act(tab, "page/click", ".sheet-of > .fields [type=checkbox]") },
		func() { act(tab, "page/click", "[data-field='0.remove']") },
		func() { act(tab, "page/click", ".programmes button") },
		func() { act(tab, "composer/clickLastAction") },
	} {
		before = append(before, hash())
		change()
		if hash() == before[len(before)-1] {
			t.Fatalf("change %d leaves %s", len(before), hash())
		}
	}
	for i := len(before) - 1; i >= 0; i-- {
		act(tab, "page/click", ".undo")
		tab.Wait(`location.hash === ` + strconv.Quote(before[i]))
		want := strings.Count(before[i], ";x=")
		tab.Wait(`document.querySelectorAll(".chosen > [data-row]").length === ` + strconv.Itoa(want))
	}
	if !browser.Eval[bool](tab, `document.querySelector(".undo").disabled`) {
		t.Error("there is more to undo than was done")
	}
}

// Undoing leads to an empty sheet, and what the device remembers is undone too.
func TestComposerUndoRemembered(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerEn)
	tab.Wait(ready)
	act(tab, "page/click", ".actions label input")
	act(tab, "page/click", ".choices li:nth-child(2) button")
	act(tab, "page/click", ".undo")
	tab.Wait(`document.querySelectorAll(".chosen > [data-row]").length === 0`)
	if kept := browser.Eval[string](tab, `localStorage.getItem("handout")`); strings.Contains(kept, "x=") {
		t.Errorf("the device remembers %s", kept)
	}
}

// The link to the sheet is copied or, where that is forbidden, shown.
func TestComposerCopyLink(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	const fragment = "v1;l=en;p=2;b=;x=bridge"
	e.compose(tab, fragment)
	act(tab, "composer/forbidCopying")
	act(tab, "page/click", ".copy")
	tab.Wait(`document.querySelector(".said").textContent === location.href`)
	act(tab, "composer/noteCopies")
	act(tab, "page/click", ".copy")
	tab.Wait(`document.querySelector(".said").textContent === "The link to the sheet has been copied."`)
	if got := browser.Eval[string](tab, `window.copied`); got != e.address+composerEn+"#"+fragment {
		t.Errorf("%s is copied", got)
	}
}
