package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// npm returns a file of a package that make tools has installed.
func npm(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(repository, ".ci/node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not here: make tools installs it where it may", name)
	}
	return path
}

// Every page, as a host serves it with the headers that were made for it, is looked at
// in a browser.
func TestEveryPage(t *testing.T) {
	p := publish(t)
	pages := p.pages()
	if len(pages) < 90 {
		t.Fatalf("%d pages", len(pages))
	}
	const browsers = 2
	for i := range browsers {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			axe, err := os.ReadFile(npm(t, "axe-core/axe.min.js"))
			if err != nil {
				t.Fatal(err)
			}
			t.Parallel()
			tab := browser.Open(t, 1280, 900)
			for n, page := range pages {
				if n%browsers == i {
					look(t, tab, p.address, page, string(axe))
				}
			}
		})
	}
}

// look looks at one page. It keeps its own Content-Security-Policy, asks nobody else for
// anything, and leaves nothing on the device but the files of the handbook; axe-core
// finds nothing, in light and dark; and it can be read at 400 % (320 pixels wide), and
// with letters of twice the size, without scrolling sideways.
func look(t *testing.T, tab *browser.Tab, address, page, axe string) {
	tab.Resize(1280, 900)
	tab.Prefer("prefers-color-scheme", "light", "prefers-reduced-motion", "reduce")
	tab.Go(address + page)
	for _, what := range ask[[]string](tab, "page/violations") {
		t.Errorf("%s: %s", page, what)
	}
	for _, name := range ask[[]string](tab, "page/loaded") {
		if !strings.HasPrefix(name, address) {
			t.Errorf("%s loads %s", page, name)
		}
	}
	if left := string(ask[json.RawMessage](tab, "page/stored")); left != `["",{},{}]` {
		t.Errorf("%s leaves %s", page, left)
	}
	browser.Eval[bool](tab, axe+"; true")
	for _, found := range ask[[]string](tab, "page/axeFindings", axeTags) {
		t.Errorf("%s: %s", page, found)
	}
	tab.Prefer("prefers-color-scheme", "dark", "prefers-reduced-motion", "reduce")
	for _, found := range ask[[]string](tab, "page/axeFindings", axeColours) {
		t.Errorf("%s, dark: %s", page, found)
	}
	tab.Resize(320, 800)
	for _, size := range []string{"100%", "200%"} {
		if n := ask[int](tab, "page/widthWithLetters", size); n > 320 {
			t.Errorf("%s is %d pixels wide on a screen of 320, with letters of %s", page, n, size)
		}
	}
}

// axeTags and axeColours are the rules of axe-core that are run: all that the laws ask
// for, and those of colours.
var (
	axeTags    = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}
	axeColours = map[string]any{"type": "rule", "values": []string{"color-contrast", "link-in-text-block"}}
)

// The Nu Html Checker finds nothing on any page. It reads them from the disk, where
// 'self' is nobody, and takes JSON-LD for a script: what the policy refuses is asked of
// a browser (TestEveryPage).
func TestPagesAreValid(t *testing.T) {
	needs(t, "java")
	jar := npm(t, "vnu-jar/build/dist/vnu.jar")
	p := publish(t)
	java := []string{"-Xss2m", "-jar", jar}
	options := []string{"--stdout", "--skip-non-html", "--exit-zero-always", "--format", "json", p.dir}
	out, _ := exec.Command("java", slices.Concat(java, options)...).Output()
	var found struct {
		Messages []struct {
			Type, URL, Message, Extract string
		}
	}
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatalf("%v: %.500s", err, out)
	}
	seen := 0
	for _, m := range found.Messages {
		if strings.Contains(m.Message, "Content Security Policy") {
			seen++
			continue
		}
		t.Errorf("%s: %s: %s\n%s", strings.TrimPrefix(m.URL, "file:"+p.dir), m.Type, m.Message, m.Extract)
	}
	if seen < len(p.pages()) {
		t.Errorf("the checker has read %d pages at most, of %d", seen, len(p.pages()))
	}
}
