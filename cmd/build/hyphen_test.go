package main

import (
	"testing"

	"rygghandboka/internal/test/browser"
)

// On a screen of 320 pixels, also with letters twice as large, nothing is wider than
// the screen, but for tables and code, which scroll by themselves; and a long word
// in a title breaks at its joint.
func TestLongWordsOnAPhone(t *testing.T) {
	e := startServe(t)
	tab := browser.Open(t, 500, 900)
	for _, size := range []string{"100%", "200%"} {
		for _, page := range []string{"artikler/kjernemuskulatur/", "artikler/arsaker-og-varseltegn/", "programmer/start/", "ovelser/", "ordliste/"} {
			tab.Go(e.address + "no/" + page)
			browser.Eval[bool](tab, `(document.documentElement.style.fontSize = "`+size+`", document.body.style.width = "320px", true)`)
			wide := browser.Eval[string](tab, `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > 320.5 && !e.closest(".table, pre, svg, .paper, .skip, serve-panel")).map(e => e.tagName + " " + e.textContent.slice(0, 40)).join("; ")`)
			if wide != "" {
				t.Errorf("%s at %s: too wide: %s", page, size, wide)
			}
		}
	}
	tab.Go(e.address + "no/artikler/kjernemuskulatur/")
	browser.Eval[bool](tab, `(document.documentElement.style.fontSize = "200%", document.body.style.width = "320px", true)`)
	before, after := topOf(tab, "Kjerne\u00ad", 0), topOf(tab, "Kjerne\u00ad", 8)
	if before >= after || topOf(tab, "Kjerne\u00ad", 5) != before {
		t.Errorf("the title breaks elsewhere: Kjerne at %g, muskulaturen at %g", before, after)
	}
}

// topOf returns where the nth letter of the title stands, in pixels.
func topOf(tab *browser.Tab, start string, n int) float64 {
	return browser.Eval[float64](tab, `(() => {
		const text = document.querySelector("h1").firstChild
		if (!text.data.startsWith(`+"`"+start+"`"+`)) throw text.data
		const range = document.createRange()
		range.setStart(text, `+string(rune('0'+n))+`)
		range.setEnd(text, `+string(rune('0'+n+1))+`)
		return range.getBoundingClientRect().top
	})()`)
}
