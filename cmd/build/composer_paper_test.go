package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// As many exercises are on each page as may be and as fit: what does not fit goes on to
// the next page, and does not make one of its own.
func TestComposerFillsPages(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range map[string][]int{
		"v1;l=en;p=4;b=;x=bridge;x=heel-slide;x=squat;x=side-plank-knees":                       {2, 2},
		"v1;l=nb+en;p=6;b=;x=bridge;x=heel-slide;x=squat;x=side-plank-knees;x=plank;x=dead-bug": {6, 6},
		"v1;l=en;p=1;b=;x=bridge;x=squat":                                                       {1, 1},
	} {
		e.compose(tab, fragment)
		if got := ask[[]int](tab, "composer/exercisesOnPages"); !slices.Equal(got, want) {
			t.Errorf("%s: %d exercises on its pages, want %d", fragment, got, want)
		}
	}
}

// A panel that shows a step has its number, as the step has.
func TestComposerNumbersPanels(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range map[string][]string{
		"p=2;b=;x=bridge;x=bird-dog": {"2.", "3."},
		"p=6;b=;x=bridge":            {},
	} {
		e.compose(tab, "v1;l=en;"+fragment)
		if got := ask[[]string](tab, "page/texts", ".preview .drawing text"); !slices.Equal(got, want) {
			t.Errorf("%s: the panels have the numbers %q, want %q", fragment, got, want)
		}
	}
}

// Boxes that do not fit on the last page go on to another one, in each language.
func TestComposerLongBoxes(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo + "#v1;l=nb+en;p=1;b=lfsp;x=dead-bug")
	tab.Wait(ready)
	if got := ask[[]int](tab, "composer/boxesOnLastPages"); !slices.Equal(got, []int{4, 4}) {
		t.Errorf("the last pages have %d boxes", got)
	}
	act(tab, "composer/lengthenBox", "v1;l=nb+en;p=1;b=lfsp;x=plank")
	if got := ask[[]int](tab, "composer/boxesOnLastPages"); !slices.Equal(got, []int{2, 2, 2, 2}) {
		t.Errorf("with more in a box, the last pages have %d boxes", got)
	}
	if got := ask[string](tab, "composer/pagesAndButton"); got != "Sider: 6 false" {
		t.Errorf("pages and whether printing is refused: %s", got)
	}
}

// From the front page to a sheet in two languages, by clicks and keys: it prints on as
// many pages as it counts, nothing is cut off, each step and number is there, the code leads
// back to the same sheet, and nothing is asked of anybody or left behind.
func TestComposerFromFrontPageToPaper(t *testing.T) {
	needs(t, "pdfinfo", "pdftotext", "pdftoppm", "zbarimg")
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + "no/")
	act(tab, "page/click", "footer a[href$='/no/utdelingsark/']")
	tab.Wait(ready)
	act(tab, "composer/composeSheet")
	tab.Wait(`document.querySelectorAll(".a4").length === 6`)
	tab.Wait(`document.querySelector(".count").textContent.endsWith("6")`)
	if cut := ask[[]int](tab, "composer/cutOff"); len(cut) > 0 {
		t.Errorf("something is cut off on the pages %d", cut)
	}
	address := browser.Eval[string](tab, `location.href`)
	if !strings.HasSuffix(address, "#v1;l=nb+en;p=2;b=lfsp;x=bird-dog..7;n=Rolig;x=plank;x=bridge") {
		t.Errorf("the address is %s", address)
	}
	checkComposedPaper(t, tab, address)
	for _, file := range ask[[]string](tab, "page/loaded") {
		if !strings.HasPrefix(file, e.address) {
			t.Errorf("it asks for %s", file)
		}
	}
	checkLeftBehind(t, tab)
}

// checkComposedPaper checks the paper of the sheet that composeSheet composes.
func checkComposedPaper(t *testing.T, tab *browser.Tab, address string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, tab.Print(), 0o644); err != nil {
		t.Fatal(err)
	}
	if info := outputOf(t, "pdfinfo", name); !strings.Contains(info, "Pages:           6") {
		t.Errorf("not six pages:\n%s", info)
	}
	contains(t, "page 1", textOf(t, name, "1"), []string{
		"Diagonalløft på alle fire",
		"7 repetisjoner per side",
		"Rolig",
		"Planken",
		"Løft begge, men ikke høyere enn kroppen.",
	})
	contains(t, "page 2", textOf(t, name, "2"), []string{"Bird dog", "7 repetitions per side", "Rolig", "Plank"})
	contains(t, "page 5", textOf(t, name, "5"), warnings)
	leadsTo(t, name, address, false) // a whole sheet has smaller modules
}

// checkLeftBehind checks that a sheet is on the device only if and while the reader wants.
func checkLeftBehind(t *testing.T, tab *browser.Tab) {
	t.Helper()
	left := func() int {
		return browser.Eval[int](tab, `localStorage.length + sessionStorage.length + document.cookie.length`)
	}
	if n := left(); n != 0 {
		t.Errorf("%d things are left on the device", n)
	}
	act(tab, "page/click", ".actions label input")
	if n := left(); n != 1 {
		t.Errorf("%d things are kept on the reader's word", n)
	}
	act(tab, "composer/clickLastAction")
	if n := left() + browser.Eval[int](tab, `document.querySelectorAll(".a4").length`); n != 0 {
		t.Errorf("%d things are left after clearing", n)
	}
}
