package main

import (
	"testing"

	"rygghandboka/internal/test/browser"
)

// With the Tab key alone a reader comes to all that can be used, in the order of the
// page, each time sees where they are, and comes out at the other end. The first
// press offers to skip to the text.
func TestKeyboard(t *testing.T) {
	tab := browser.Open(t, 900, 700)
	p := publish(t)
	const sheet = "no/utdelingsark/#v1;l=nb;p=2;b=lfsp;x=bird-dog"
	for _, page := range []string{
		"",
		"no/",
		"en/exercises/",
		"no/ovelser/diagonalloft/",
		"en/facts/red-flags/",
		sheet,
	} {
		tab.Go("about:blank")
		tab.Go(p.address + page)
		if page == sheet {
			tab.Wait(`document.querySelectorAll(".chosen > li").length === 1`)
		}
		want := ask[int](tab, "page/countStops")
		if want < 2 {
			t.Errorf("%s: %d elements can be used", page, want)
		}
		for i := range want {
			tab.Press("\t")
			for _, fault := range ask[[]string](tab, "page/stopFaults", i) {
				t.Errorf("/%s, stop %d: %s", page, i+1, fault)
			}
		}
		tab.Press("\t")
		if at := browser.Eval[string](tab, `document.activeElement.tagName`); at != "BODY" {
			t.Errorf("/%s: after the last stop the focus is in %s", page, at)
		}
		if page == "" {
			continue
		}
		tab.Go("about:blank")
		tab.Go(p.address + page)
		tab.Press("\t")
		tab.Press("\r")
		if hash := browser.Eval[string](tab, `location.hash`); hash != "#content" {
			t.Errorf("/%s: the first stop leads to %q", page, hash)
		}
	}
}
