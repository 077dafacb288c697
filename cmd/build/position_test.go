package main

import (
	"fmt"
	"slices"
	"testing"

	"rygghandboka/internal/test/browser"
)

// What a reader came for is near the top of each kind of page: the screens are a phone and
// a desk, and the letters of the test's own system are wider than most.
var budgets = []struct {
	pages    []string
	selector string // of what has to be reached
	edge     string // top or bottom of it
	screens  float64
	heights  []int // of the screens: 844 is a phone's, 900 a desk's
}{
	{[]string{"no/", "en/"}, ".doors li:last-child", "bottom", 1, []int{844, 900}},
	{[]string{"no/", "en/"}, "main [href^='tel:']", "bottom", .5, []int{844, 900}},
	{[]string{"no/fakta/rode-flagg/", "en/facts/red-flags/"}, "main [href^='tel:']", "bottom", 1, []int{844, 900}},
	{[]string{"no/programmer/start/", "en/programmes/start/"}, "#stop", "top", 1, []int{844, 900}},
	{[]string{"no/ordliste/", "en/glossary/"}, ".jump", "top", 1, []int{844, 900}},
}

// TestPositions measures where on each page things are, without its scripts.
func TestPositions(t *testing.T) {
	tab := browser.Open(t, 390, 844)
	p := publish(t)
	tab.DisableScripts()
	widths := map[int]int{844: 390, 900: 1440}
	for _, b := range budgets {
		for _, height := range b.heights {
			tab.Resize(widths[height], height)
			for _, page := range b.pages {
				reached(t, tab, p.address, page, b.selector, b.edge, b.screens*float64(height))
			}
		}
	}
	tab.Resize(390, 844)
	steps := 0
	for _, page := range p.pages() {
		tab.Go(p.address + page)
		if browser.Eval[bool](tab, `document.body.matches(".exercise")`) {
			steps++
			reached(t, tab, p.address, page, "#steps", "top", 1.5*844)
		}
	}
	if steps < 40 {
		t.Errorf("only %d exercises", steps)
	}
}

// reached checks that an edge of an element is at most so many pixels down its page.
func reached(t *testing.T, tab *browser.Tab, address, page, selector, edge string, most float64) {
	t.Helper()
	tab.Go(address + page)
	at := browser.Eval[float64](tab, fmt.Sprintf(
		`document.querySelector(%q)?.getBoundingClientRect()[%q] ?? 1e6`, selector, edge))
	if at > most {
		t.Errorf("%s: the %s of %s is at %g, below %g", page, edge, selector, at, most)
	}
}

// The header is one line with the name, search and language, and one with the menu, where
// there is room for that.
func TestHeader(t *testing.T) {
	tab := browser.Open(t, 768, 900)
	p := publish(t)
	for _, width := range []int{768, 1024, 1440} {
		tab.Resize(width, 900)
		for _, page := range []string{"no/", "en/", "no/ovelser/", "en/exercises/"} {
			tab.Go(p.address + page)
			height := browser.Eval[float64](tab, `document.querySelector("header.top").getBoundingClientRect().bottom`)
			if height > 100 {
				t.Errorf("%s: the header ends at %g on a screen of %d", page, height, width)
			}
			names := browser.Eval[[]string](tab, `[...document.querySelectorAll(".top li a")].map(a => a.textContent)`)
			if len(names) != 6 || !slices.Contains([]string{"Få hjelp", "Get help"}, names[0]) {
				t.Errorf("%s: the menu is %q", page, names)
			}
		}
	}
}
