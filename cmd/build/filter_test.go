package main

import (
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/build"
	"rygghandboka/internal/link"
	"rygghandboka/internal/test/browser"
)

// For each pair of choices the list has just the exercises with both, and the remark
// that there are none if there are none. No script takes part: the browser runs none of
// the page's.
func TestFilter(t *testing.T) {
	tab := browser.Open(t, 1000, 900)
	p := publish(t)
	r, err := new(build.Builder).Build(os.DirFS(repository), build.Options{Base: parsed(t, p.address)})
	if err != nil {
		t.Fatal(err)
	}
	exercises := map[string][]string{}
	for _, x := range r.Exercises {
		exercises[x.Key] = link.Traits(x)
	}
	tab.DisableScripts()
	for _, page := range []string{"no/ovelser/", "en/exercises/"} {
		tab.Go(p.address + page)
		offered := browser.Eval[[][]string](tab, `[...document.querySelectorAll(".filter select")].map(s => [...s.options].map(o => o.value))`)
		if len(offered) != 4 {
			t.Fatalf("%s: %d choices", page, len(offered))
		}
		tried := 0
		for i, first := range offered {
			for _, second := range offered[i+1:] {
				for _, a := range first {
					for _, b := range second {
						got := browser.Eval[[]string](tab, fmt.Sprintf(`(() => {
							for (const s of document.querySelectorAll(".filter select")) s.value = [%q, %q].find(v => v && [...s.options].some(o => o.value === v)) ?? "";
							const seen = [...document.querySelectorAll("[data-exercise]")].filter(c => c.checkVisibility()).map(c => c.dataset.exercise);
							return document.querySelector(".none").checkVisibility() === (seen.length === 0) ? seen.sort() : ["the remark is wrong"];
						})()`, a, b))
						var want []string
						for key, traits := range exercises {
							if (a == "" || slices.Contains(traits, a)) && (b == "" || slices.Contains(traits, b)) {
								want = append(want, key)
							}
						}
						slices.Sort(want)
						if tried++; !slices.Equal(got, want) {
							t.Errorf("%s: %q and %q show %s, want %s", page, a, b, strings.Join(got, " "), strings.Join(want, " "))
						}
					}
				}
			}
		}
		if tried < 300 {
			t.Errorf("%s: only %d pairs", page, tried)
		}
	}
}

func parsed(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
