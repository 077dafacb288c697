package main

import (
	"testing"

	"rygghandboka/internal/test/browser"
)

// What a page can do, it does under the policy of the published site: nothing is refused.
func TestWidgetsUnderThePolicy(t *testing.T) {
	tab := browser.Open(t, 900, 900)
	p := publish(t)
	fine := func(page string) {
		t.Helper()
		for _, what := range ask[[]string](tab, "page/violations") {
			t.Errorf("%s: %s", page, what)
		}
	}

	tab.Go(p.address + "no/ovelser/")
	tab.Wait(`document.documentElement.dataset.search === ""`)
	browser.Eval[bool](tab, `(document.querySelector("search input").focus(), true)`)
	tab.Press("prolaps")
	tab.Wait(`document.querySelectorAll("search li a").length > 0`)
	act(tab, "page/typeInto", ".filter select", "stage-2")
	act(tab, "page/click", ".filter [type=reset]")
	fine("search and filter")

	tab.Go(p.address + "no/utdelingsark/")
	tab.Wait(ready)
	act(tab, "page/click", ".choices button")
	tab.Wait(`document.querySelectorAll(".chosen > li").length === 1`)
	tab.Wait(`document.querySelector(".a4 svg.code, .a4 .code") != null`)
	act(tab, "page/typeInto", ".composer textarea, .composer .wide input", "Rolig")
	tab.Wait(`document.querySelector(".preview").textContent.includes("Rolig")`)
	fine("composer")

	tab.Go(p.address + "no/fakta/rode-flagg/")
	if n := ask[int](tab, "page/countPrints"); n != 1 {
		t.Errorf("the button prints %d times", n)
	}
	browser.Eval[bool](tab, `(location.hash = "cauda-equina", true)`)
	tab.Wait(`document.querySelector("[data-keep-place]").hash === "#cauda-equina"`)
	fine("printing and the other language")
}

// Without scripts everything can be read, found through the menu, read in the other
// language and printed; what cannot work is not offered.
func TestWithoutScripts(t *testing.T) {
	tab := browser.Open(t, 360, 700)
	p := publish(t)
	tab.DisableScripts()
	tab.Go(p.address + "no/ovelser/diagonalloft/")
	shown := func(selector string) bool {
		return ask[bool](tab, "page/isVisible", selector)
	}
	for selector, want := range map[string]bool{
		"main h1":                true,
		"#steps":                 true,
		".figure img":            true,
		".menu":                  true,
		".language a":            true,
		"footer a[href^='tel:']": true,
		"search":                 false,
		".print .button":         false,
		"#site-menu":             false,
		".status p":              false,
	} {
		if shown(selector) != want {
			t.Errorf("%s is shown: %v", selector, !want)
		}
	}
	// The menu opens at the press of a key, and the last of its links leads on.
	browser.Eval[bool](tab, `(document.querySelector(".menu").focus(), true)`)
	tab.Press("\r")
	if !shown("#site-menu a") {
		t.Fatal("the menu does not open")
	}
	tab.Press("\t")
	tab.Press("\r")
	tab.Wait(`location.pathname === "/no/fakta/rode-flagg/"`)
	tab.Go(browser.Eval[string](tab, `document.querySelector(".language a").href`))
	at := browser.Eval[string](tab, `location.pathname + document.documentElement.lang`)
	if at != "/en/facts/red-flags/en" {
		t.Errorf("the link to the other language leads to %s", at)
	}
	tab.Go(p.address + "en/handouts/")
	if shown(".composer") || !shown(".text a[href='/en/programmes/start/']") {
		t.Error("the tool that makes handouts shows what cannot work, or no other way")
	}
}
