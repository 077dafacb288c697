package main

import (
	"net/url"
	"os"
	"slices"
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
		exercises[x.Key] = link.FilterKeys(x)
	}
	tab.DisableScripts()
	for _, page := range []string{"no/ovelser/", "en/exercises/"} {
		tab.Go(p.address + page)
		pairs := pairsOf(ask[[][]string](tab, "page/filterOptions"))
		if len(pairs) < 300 {
			t.Errorf("%s: only %d pairs", page, len(pairs))
		}
		for _, pair := range pairs {
			got := ask[filtered](tab, "page/filtered", pair[0], pair[1])
			if want := having(exercises, pair); !slices.Equal(got.Exercises, want) {
				t.Errorf("%s: %q show %q, want %q", page, pair, got.Exercises, want)
			}
			if got.Remark != (len(got.Exercises) == 0) {
				t.Errorf("%s: %q show %q, and the remark: %v", page, pair, got.Exercises, got.Remark)
			}
		}
	}
}

// filtered is what the page shows of its exercises.
type filtered struct {
	Exercises []string // sorted
	Remark    bool     // that there are none
}

// pairsOf returns all pairs of options that two choices offer.
func pairsOf(choices [][]string) (pairs [][2]string) {
	for i, first := range choices {
		for _, second := range choices[i+1:] {
			for _, a := range first {
				for _, b := range second {
					pairs = append(pairs, [2]string{a, b})
				}
			}
		}
	}
	return pairs
}

// having returns the exercises that have both traits of a pair, sorted. An empty trait is
// any.
func having(exercises map[string][]string, pair [2]string) (keys []string) {
	for key, traits := range exercises {
		has := func(trait string) bool { return trait == "" || slices.Contains(traits, trait) }
		if has(pair[0]) && has(pair[1]) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

func parsed(t *testing.T, address string) *url.URL {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
