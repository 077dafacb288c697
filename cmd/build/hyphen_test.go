package main

import (
	"testing"

	"rygghandboka/internal/test/browser"
)

// On a screen of 320 pixels, also with letters twice as large, nothing is wider than
// the screen, but for tables and code, which scroll by themselves; and a long word
// in a title breaks where it may.
func TestLongWordsOnAPhone(t *testing.T) {
	e := startServe(t)
	tab := browser.Open(t, 500, 900)
	for _, size := range []string{"100%", "200%"} {
		for _, page := range []string{
			"artikler/kjernemuskulatur/",
			"artikler/arsaker-og-varseltegn/",
			"programmer/start/",
			"ovelser/",
			"ordliste/",
		} {
			tab.Go(e.address + "no/" + page)
			act(tab, "page/makeNarrow", "body", size)
			for _, wide := range ask[[]string](tab, "page/tooWide") {
				t.Errorf("%s at %s: too wide: %s", page, size, wide)
			}
		}
	}
	tab.Go(e.address + "no/artikler/kjernemuskulatur/")
	act(tab, "page/makeNarrow", "body", "200%")
	top := func(letter int) float64 {
		return ask[float64](tab, "page/letterTop", "Kjerne\u00ad", letter)
	}
	before, after := top(0), top(8)
	if before >= after || top(5) != before {
		t.Errorf("the title breaks elsewhere: Kjerne at %g, muskulaturen at %g", before, after)
	}
}
