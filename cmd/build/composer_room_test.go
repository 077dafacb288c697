package main

import (
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// What prints is in sight whatever is chosen: on a desk with the sheet beside the choices,
// on a telephone below them.
func TestComposerPrinterInSight(t *testing.T) {
	tab := browser.Open(t, 1280, 800)
	e := startServe(t)
	for _, size := range []struct{ width, height int }{{1280, 800}, {390, 844}} {
		tab.Resize(size.width, size.height)
		e.compose(tab, "v1;l=nb+en;p=2;b=lfsp;x=bird-dog;x=plank;x=bridge;x=squat")
		for _, place := range []string{".choices", ".chosen", ".sheet-of > .fields"} {
			for _, wrong := range ask[[]string](tab, "composer/outOfSight", place, size.width > 1000) {
				t.Errorf("%d wide, at %s: %s", size.width, place, wrong)
			}
		}
	}
}

// A sheet that cannot be printed, that has no code or that has no room for more says so,
// whether it is composed or opened.
func TestComposerSaysWhatIsWrong(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	long := strings.Repeat("n", 290)
	for fragment, want := range map[string]string{
		"v1;l=en;p=2;b=;x=bridge;n=" + long + ";x=plank;n=" + long: "There is too much text on the sheet for a code.",
		"v1;l=en;p=6;b=" + strings.Repeat(";x=bridge", 12):         "A sheet has 12 exercises at most.",
	} {
		e.compose(tab, fragment)
		if got := strings.Join(ask[[]string](tab, "page/texts", ".said"), "|"); !strings.Contains(got, want) {
			t.Errorf("%.40s: %q, want %q", fragment, got, want)
		}
	}
	full := "v1;l=en;p=1;b=s;x=plank"
	e.compose(tab, full)
	for range 12 {
		act(tab, "composer/lengthenBox", full)
	}
	got := strings.Join(ask[[]string](tab, "page/texts", ".said"), "|")
	if want := "Page 2: Something does not fit on the page."; !strings.HasPrefix(got, want) {
		t.Errorf("a page that is too full: %q, want %q", got, want)
	}
}
