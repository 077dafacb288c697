package main

import (
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// In large print, letters are 18 points and none is below 12, every exercise has room on
// the first page, and nothing is cut off.
func TestComposerLargePrint(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=nb+en;p=2;b=lfsp;x=plank")
	act(tab, "page/click", ".large-print")
	if hash := browser.Eval[string](tab, `location.hash`); !strings.Contains(hash, ";z=18;") {
		t.Fatalf("the address is %s", hash)
	}
	if smallest := ask[float64](tab, "composer/smallestLetters"); smallest < 12 {
		t.Errorf("some letters are %.1f points", smallest)
	}
	step := `getComputedStyle(document.querySelector(".leaf .do li")).fontSize`
	if size := browser.Eval[string](tab, step); size != "24px" {
		t.Errorf("steps are %s, not 24px (18 pt)", size)
	}
	for _, key := range ask[[]string](tab, "composer/exerciseKeys", module(tab, "data")) {
		ask[bool](tab, "composer/openFragment", "v1;l=nb+en;z=18;p=2;b=lfsp;x="+key)
		if got := ask[string](tab, "composer/pagesAndButton"); !strings.HasSuffix(got, "false") {
			t.Errorf("%s does not fit: %s", key, got)
		}
		if under := ask[[]int](tab, "composer/underFoot"); len(under) > 0 {
			t.Errorf("%s: something is under the last line of the pages %d", key, under)
		}
		if cut := ask[[]int](tab, "composer/cutOff"); len(cut) > 0 {
			t.Errorf("%s: something is cut off on the pages %d", key, cut)
		}
	}
	// What is agreed makes the text of the first exercise longer.
	const dosed = "v1;l=nb+en;z=18;p=2;b=lfsp;x=bird-dog.3.8..r.1.3...60.6;g=6+8+8+10"
	ask[bool](tab, "composer/openFragment", dosed)
	if got := ask[string](tab, "composer/pagesAndButton"); !strings.HasSuffix(got, "false") {
		t.Errorf("a dose that is agreed does not fit: %s", got)
	}
	tab.Paper() // where texts must be as long as they were when they were measured
	if under := ask[[]int](tab, "composer/underFoot"); len(under) > 0 {
		t.Errorf("with a dose that is agreed, something is under the last line of the pages %d", under)
	}
}
