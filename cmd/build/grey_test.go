package main

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// onePanel is what the name of a file has that is one panel of a figure.
var onePanel = regexp.MustCompile(`-\d\.`)

// figures returns the addresses of all figures, each with all of its panels.
func (p *published) figures() (all []string) {
	p.t.Helper()
	files, err := filepath.Glob(filepath.Join(p.dir, "figures", "*.svg"))
	if err != nil || len(files) < 20 {
		p.t.Fatalf("%d figures, %v", len(files), err)
	}
	for _, name := range files {
		if !onePanel.MatchString(name) {
			all = append(all, p.address+"figures/"+filepath.Base(name))
		}
	}
	return all
}

// A page of each kind, and each figure, can be read when it is printed in grey: text has a
// contrast of 4.5 or more, lines and shapes of 3.
func TestGreyPaper(t *testing.T) {
	site := publish(t)
	tab := browser.Open(t, 1000, 800)
	tab.Paper()
	kinds := site.kinds()
	for _, name := range slices.Sorted(maps.Keys(kinds)) {
		tab.Go(site.address + kinds[name])
		for _, what := range ask[[]string](tab, "page/paleInGrey") {
			t.Errorf("%s: %s", name, what)
		}
	}
	for _, figure := range site.figures() {
		tab.Go(figure)
		for _, what := range ask[[]string](tab, "page/paleInGrey") {
			t.Errorf("%s: %s", figure, what)
		}
	}
}

// Each rule makes something too pale on paper, and what it is is found.
func TestGreyPaperFindsFaults(t *testing.T) {
	site := publish(t)
	tab := browser.Open(t, 1000, 800)
	tab.Paper()
	figure := strings.TrimPrefix(site.figures()[0], site.address)
	for _, c := range []struct{ page, rule, want string }{
		{"en/exercises/bridge/", `.imprint { color: #888 }`, "text of P.imprint.paper: 3.5, less than 4.5"},
		{"en/exercises/bridge/", `.end { opacity: .5 }`, "text of CAPTION: 4.0, less than 4.5"},
		{"en/exercises/bridge/", `.dose th { background: #333 }`, "text on a background of TH: 1.7, less than 4.5"},
		{"en/exercises/bridge/", `.log td { border-color: #aaa }`, "border of TD.tick: 2.3, less than 3"},
		{"en/exercises/bridge/", `svg.code path { stroke: #ff0 }`, "line of path: 1.3, less than 3"},
		{"en/facts/red-flags/", `.alert-caution { border-color: #f99 }`, "border of DIV.alert.alert-caution: 2.0, less than 3"},
		{figure, `.drawing { --figure-line: #ccc }`, "line of path.trousers: 1.6, less than 3"},
	} {
		tab.Go(site.address + c.page)
		before := ask[[]string](tab, "page/paleInGrey")
		act(tab, "page/restyle", c.rule)
		found := ask[[]string](tab, "page/paleInGrey")
		if len(before) > 0 || !slices.Contains(found, c.want) {
			t.Errorf("%s with %s: %q, and before %q", c.page, c.rule, found, before)
		}
	}
}
