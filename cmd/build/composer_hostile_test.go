package main

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// hostile returns fragments that nobody writes with good intent, and nonsense.
func hostile() (all []string) {
	seeds := []string{
		"<script>window.bad=1</script>",
		"v1;x=<img src=x onerror=window.bad=1>",
		"v1;x=bird-dog;n=%3Cimg%20src%3Dx%20onerror%3Dwindow.bad%3D1%3E",
		"v1;t=%3Cscript%3Ewindow.bad%3D1%3C/script%3E;x=plank",
		"v1;l=__proto__;x=constructor",
		"v1;x=__proto__.1.1",
		"v1;x=bird-dog.999999",
		"v1;x=bird-dog.-1",
		"v1;x=bird-dog.1e9",
		"v1;p=0;x=plank",
		"v1;p=100000",
		"v1;b=zzzz",
		"v1;t=%",
		"v1;t=%E0%A4%A",
		"v1;n=before",
		"v2;x=plank",
		"v1;;;;;;",
		"v1;x=plank;x=plank" + strings.Repeat(";x=plank", 300),
		"v1;t=" + strings.Repeat("a", 100000),
		"v1;x=bird-dog.1.1.1.q.1.1",
		"v1;x=bird-dog.1.1.1.e.1.1.1",
		"javascript:window.bad=1",
		"v1;l=nb+nb+nb+en",
		"v1;toString=1",
		"v1;x=bird-dog%00",
	}
	r := rand.New(rand.NewPCG(5, 6))
	all = append(all, seeds...)
	for len(all) < 200 {
		b := []byte(seeds[r.IntN(len(seeds))])
		if len(b) > 400 {
			b = b[:400]
		}
		for range 1 + r.IntN(6) {
			b[r.IntN(len(b))] = "<>&;=%.+x1/\"'"[r.IntN(13)]
		}
		all = append(all, string(b))
	}
	return all
}

// No fragment runs a script, throws, hangs, or brings anything on the sheet but
// known exercises and text.
func TestComposerHostileFragments(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo)
	tab.Wait(ready)
	act(tab, "composer/noteErrors")
	for _, fragment := range hostile() {
		ask[bool](tab, "composer/openFragment", fragment)
		for _, bad := range ask[[]string](tab, "composer/strangeThings") {
			t.Errorf("%.60q: %s", fragment, bad)
		}
	}
}
