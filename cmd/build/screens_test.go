//go:build screens

package main

import (
	"os"
	"path/filepath"
	"testing"

	"rygghandboka/internal/test/browser"
)

// screens are a phone, a tablet and a desk, a dark phone, and one with letters of twice
// the size.
var screens = []struct {
	name   string
	width  int
	scheme string
	size   string
}{
	{"320", 320, "light", "100%"},
	{"768", 768, "light", "100%"},
	{"1280", 1280, "light", "100%"},
	{"dark", 390, "dark", "100%"},
	{"large", 390, "light", "200%"},
}

// A page of each kind, in each language, is written to the folder that the variable
// SCREENS names, as pictures for people to look at (make screens). No picture is empty,
// and none is compared with another.
func TestScreens(t *testing.T) {
	folder := os.Getenv("SCREENS")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	tab := browser.Open(t, 1280, 900)
	p := publish(t)
	seen := p.kinds()
	for name, page := range seen {
		for _, look := range screens {
			tab.Resize(look.width, 900)
			tab.Prefer("prefers-color-scheme", look.scheme)
			tab.Go(p.address + page)
			ask[int](tab, "page/widthWithLetters", look.size)
			ask[bool](tab, "page/loadAllPictures")
			write(t, filepath.Join(folder, name+"-"+look.name+".png"), string(tab.Picture()))
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d kinds of pages: %v", len(seen), seen)
	}
}
