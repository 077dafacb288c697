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
		for _, what := range browser.Eval[[]string](tab, violations) {
			t.Errorf("%s: %s", page, what)
		}
	}

	tab.Go(p.address + "no/ovelser/")
	tab.Wait(`document.documentElement.dataset.search === ""`)
	browser.Eval[bool](tab, `(document.querySelector("search input").focus(), true)`)
	tab.Press("prolaps")
	tab.Wait(`document.querySelectorAll("search li a").length > 0`)
	browser.Eval[bool](tab, `(document.querySelector(".filter select").value = "stage-2", document.querySelector(".filter [type=reset]").click(), true)`)
	fine("search and filter")

	tab.Go(p.address + "no/utdelingsark/")
	tab.Wait(ready)
	browser.Eval[bool](tab, `(document.querySelector(".choices button").click(), true)`)
	tab.Wait(`document.querySelectorAll(".chosen > li").length === 1 && document.querySelector(".a4 svg.code, .a4 .code") != null`)
	browser.Eval[bool](tab, `(() => { const box = [...document.querySelectorAll(".composer textarea, .composer .wide input")][0]; box.value = "Rolig"; box.dispatchEvent(new Event("input", { bubbles: true })); box.dispatchEvent(new Event("change", { bubbles: true })); return true })()`)
	tab.Wait(`document.querySelector(".preview").textContent.includes("Rolig")`)
	fine("handout composer")

	tab.Go(p.address + "no/fakta/rode-flagg/")
	browser.Eval[bool](tab, `(window.print = () => (window.printed = true), document.querySelector("[data-print]").click(), true)`)
	tab.Wait(`window.printed === true`)
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
		return browser.Eval[bool](tab, `document.querySelector("`+selector+`")?.checkVisibility({ visibilityProperty: true }) === true`)
	}
	for selector, want := range map[string]bool{
		"main h1": true, "#steps": true, ".figure img": true, ".menu": true, ".language a": true, "footer a[href^='tel:']": true,
		"search": false, ".print .button": false, "#site-menu": false, ".status p": false,
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
	tab.Wait(`location.pathname === "/no/artikler/"`)
	tab.Go(browser.Eval[string](tab, `document.querySelector(".language a").href`))
	if at := browser.Eval[string](tab, `location.pathname + document.documentElement.lang`); at != "/en/articles/en" {
		t.Errorf("the link to the other language leads to %s", at)
	}
	tab.Go(p.address + "en/handouts/")
	if shown(".composer") || !shown(".text a[href='/en/programmes/start/']") {
		t.Error("the tool that makes handouts shows what cannot work, or no other way")
	}
}
