package main

import (
	"testing"

	"rygghandboka/internal/test/browser"
)

// An effort is what somebody does to make a sheet.
type effort struct {
	tab                             *browser.Tab
	clicks, keys, scrolls, thoughts int
}

// click clicks on what a selector names, and scrolls to it if it is not in sight.
func (e *effort) click(selector string) {
	e.clicks++
	if ask[bool](e.tab, "composer/reach", selector) {
		e.scrolls++
	}
}

func (e *effort) press(keys string) {
	e.keys += len(keys)
	e.tab.Press(keys)
}

// seconds is how long an effort takes by the keystroke-level model (Card, Moran and Newell,
// 1980): 0.28 s for a key, 1.3 s for a click, 1.35 s for a thought, and here 1 s to scroll.
func (e *effort) seconds() float64 {
	return 0.28*float64(e.keys) + 1.3*float64(e.clicks) + 1.35*float64(e.thoughts) + float64(e.scrolls)
}

// A sheet of four exercises in two languages, each with a dose of its own, is made in less
// than a minute, on a desk and on a telephone.
func TestComposerInAMinute(t *testing.T) {
	tab := browser.Open(t, 1280, 800)
	site := publish(t) // without the panel for authors
	for _, size := range []struct{ width, height int }{{1280, 800}, {390, 844}} {
		tab.Resize(size.width, size.height)
		tab.Go("about:blank")
		tab.Go(site.address + composerNo)
		tab.Wait(ready)
		made := effort{tab: tab}
		for _, name := range []string{"bird", "setel", "plank", "stol"} {
			made.thoughts++
			made.click("#composer-find")
			made.press(name)
			tab.Wait(`document.querySelector("#composer-find").value === "` + name + `"`)
			made.click(".choices li:not([hidden]) button")
		}
		for _, row := range []string{"0", "1", "2", "3"} {
			made.thoughts++
			made.click(`[data-field="` + row + `.repetitions"]`)
			made.press("8\t5")
		}
		made.thoughts++
		made.clicks++ // on the choice in the list
		made.click(".language-of")
		act(tab, "page/typeInto", ".language-of", "nb+en")
		browser.Eval[bool](tab, `(self.print = () => {}, true)`)
		made.click(".actions .button")
		const want = "#v1;l=nb+en;p=2;b=lfsp;x=bird-dog..8.5;x=bridge..8.5;x=side-plank-knees..8.5;x=squat..8.5"
		if hash := browser.Eval[string](tab, `location.hash`); hash != want {
			t.Errorf("%d wide: the sheet is %s", size.width, hash)
		}
		t.Logf("%d wide: %d clicks, %d keys, %d scrolls: %.0f s",
			size.width, made.clicks, made.keys, made.scrolls, made.seconds())
		if made.seconds() >= 60 {
			t.Errorf("%d wide: it takes %.0f s", size.width, made.seconds())
		}
	}
}
