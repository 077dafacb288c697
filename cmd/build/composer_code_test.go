package main

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rygghandboka/internal/draw/qr"
	"rygghandboka/internal/test/browser"
)

// A drawnCode is a code that the browser has made.
type drawnCode struct {
	Path string `json:"path"`
	Size int    `json:"size"` // in modules
}

// Codes made in the browser are those that Go makes, module by module, or read the same.
func TestComposerCodes(t *testing.T) {
	needs(t, "zbarimg", "pdftoppm")
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo)
	tab.Wait(ready)
	code := module(tab, "code")
	for _, n := range []int{1, 14, 15, 40, 100, 213, 400, 1000, 2000} {
		text := "https://example.org/#" + strings.Repeat("a-1.", n/4+1)[:n]
		got := ask[drawnCode](tab, "composer/encode", code, text)
		want, err := qr.Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		if got.Size > want.Size {
			t.Errorf("%d letters: %d modules, and %d in Go", n, got.Size, want.Size)
		}
		read(t, tab, got.Path, got.Size, text)
	}
}

// read checks that a code is read as a text by a program that knows neither encoder.
func read(t *testing.T, tab *browser.Tab, path string, size int, text string) {
	t.Helper()
	page := fmt.Sprintf(`<!doctype html><body style="margin:0;background:#fff">
		<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="760"><path stroke="#000" d="%s"/></svg>`,
		size, size, path)
	other := tab.More()
	other.Go("data:text/html," + url.PathEscape(page))
	name := filepath.Join(t.TempDir(), "code.png")
	if err := os.WriteFile(name, other.Picture(), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(outputOf(t, "zbarimg", "--quiet", "--raw", name)); got != text {
		t.Errorf("a code of %d letters is read as %.80q", len(text), got)
	}
}
