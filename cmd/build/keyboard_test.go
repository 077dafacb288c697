package main

import (
	"fmt"
	"testing"

	"rygghandboka/internal/test/browser"
)

// With the Tab key alone a reader comes to all that can be used, in the order in which
// it stands, each time sees where they are, and comes out at the other end. The first
// press offers to skip to the text.
func TestKeyboard(t *testing.T) {
	tab := browser.Open(t, 900, 700)
	p := publish(t)
	for _, page := range []string{"", "no/", "en/exercises/", "no/ovelser/diagonalloft/", "en/facts/red-flags/", "no/utdelingsark/#v1;l=nb;p=2;b=lfsp;x=bird-dog"} {
		tab.Go("about:blank")
		tab.Go(p.address + page)
		if page == "no/utdelingsark/#v1;l=nb;p=2;b=lfsp;x=bird-dog" {
			tab.Wait(`document.querySelectorAll(".chosen > li").length === 1`)
		}
		want := browser.Eval[int](tab, usable)
		if want < 2 {
			t.Errorf("%s: %d elements can be used", page, want)
		}
		for i := range want {
			tab.Press("\t")
			for _, fault := range browser.Eval[[]string](tab, fmt.Sprintf(stop, i)) {
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

// usable counts what can have the focus, and keeps it in the order of the page.
const usable = `(window.stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter(e => e.tabIndex >= 0 && !e.disabled && (e.checkVisibility() || e.classList.contains("skip")))).length`

// stop says what is wrong with the stop of the number %d. An element with the focus is
// on the screen, not under another, and has a line around it.
const stop = `(() => {
	const e = document.activeElement, want = stops[%d], faults = [], name = x => x.tagName + " " + (x.textContent.trim() || x.name || x.id).slice(0, 30);
	if (e !== want) return ["the focus is on " + name(e) + ", not on " + name(want)];
	const style = getComputedStyle(e), box = e.getClientRects()[0];
	if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push(name(e) + " has no line around it");
	if (!box || box.bottom < 0 || box.top > innerHeight) { faults.push(name(e) + " is not on the screen"); return faults; }
	const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1);
	const top = document.elementFromPoint(x, y);
	if (top && !e.contains(top) && !top.contains(e) && !top.closest("label")?.contains(e)) faults.push(name(e) + " is under " + name(top));
	return faults;
})()`
