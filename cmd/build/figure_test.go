package main

import (
	"os"
	"testing"

	"rygghandboka/internal/test/browser"
)

// All figures are seen on the authors' sheet: every picture loads, and is drawn in
// colours of its own on a dark page although the page itself is light. With the
// variable FIGURES the sheet is written there as a picture.
func TestFigureSheet(t *testing.T) {
	tab := browser.Open(t, 1400, 900)
	e := startServe(t)
	tab.Go(e.address + "_serve/figures/")
	ask[bool](tab, "page/loadAllPictures")
	const figures = 20
	if n := browser.Eval[int](tab, `document.images.length`); n != 3*figures+3 {
		t.Errorf("%d pictures, want %d in light, dark and greyscale, and 3 diagrams", n, figures)
	}
	// The sums of the pixels: a picture on a dark page has other colours.
	brightness := ask[[]float64](tab, "page/brightnessChanges", figures)
	changed := 0
	for _, d := range brightness {
		if d != 0 {
			changed++
		}
	}
	if changed != figures {
		t.Errorf("%d figures have other colours on a dark page: %v", changed, brightness)
	}
	// A file by itself has its colours too, under the policy that it is sent with.
	file := browser.Eval[string](tab, `document.images[0].src`)
	alone := tab.More()
	alone.Go(file)
	alone.Wait(`document.querySelector(".skin") != null`)
	fill := browser.Eval[string](alone, `getComputedStyle(document.querySelector(".skin")).fill`)
	if fill == "rgb(0, 0, 0)" {
		t.Error("a file opened by itself is black")
	}
	png := tab.Picture()
	if name := os.Getenv("FIGURES"); name != "" {
		if err := os.WriteFile(name, png, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
