package main

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

const (
	composerNo = "no/utdelingsark/"
	composerEn = "en/handouts/"
	ready      = `document.querySelector(".composer:not([hidden]) .choices li") != null`
)

// module returns the address of a script of the site, by its name.
func module(tab *browser.Tab, name string) string {
	return ask[string](tab, "composer/moduleAddress", name)
}

// The fragment of a sheet is read as it was written, whatever is in the sheet.
func TestComposerRoundTrip(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo)
	tab.Wait(ready)
	wrong := ask[string](tab, "composer/brokenRoundTrip", module(tab, "state"), module(tab, "data"))
	if wrong != "" {
		t.Error(wrong)
	}
}

// versions are the fragments of all versions that there have been. They are never
// changed: paper with their codes is on refrigerators.
var versions = map[string]string{
	"v1;l=nb;p=2;b=lfsp;x=bird-dog.3.8.10.e.1.3;n=Rolig;x=bridge": "Avtalt: 3 serier à 8 repetisjoner per side, " +
		"hold 10 sekunder, én gang om dagen, 3 dager i uka",
	"v1;l=en;p=2;b=d;x=bridge.2....1.3...60.6;r=3+1+2;g=8+12;x=*;k=Mine;d=plank;n=Slow": "Agreed: 2 sets of 8–12 " +
		"repetitions, hold for 3–5 seconds, once a day, 3 days a week, tempo 3–1–2 (seconds down, pause, up), " +
		"rest for 60 seconds between sets, effort 6 of 10",
	"v1;l=en;p=4;b=;t=Hei%20du;x=plank..4.15": "4 repetitions, hold for 15 seconds, 2–3 days a week",
}

func TestComposerReadsAllVersions(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range versions {
		tab.Go(e.address + composerNo + "#" + fragment)
		tab.Wait(ready)
		if got := ask[[]string](tab, "page/texts", ".a4 .dose"); len(got) == 0 || got[0] != want {
			t.Errorf("%s has the dosage %q", fragment, got)
		}
		got := browser.Eval[string](tab, `document.querySelector(".said").textContent`)
		if !strings.HasPrefix(got, "Andre kan ha laget arket") {
			t.Errorf("%s: %q", fragment, got)
		}
		tab.Go("about:blank")
	}
}

// What can be typed has the bounds of the handbook's own dosages, and what is on paper
// with more is still read.
func TestComposerBounds(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=nb;p=2;b=;x=bridge.20;x=graded-walking;x=suitcase-carry")
	got := browser.Eval[map[string]string](tab, `Object.fromEntries(
		[...document.querySelectorAll(".chosen input[type=number]")].map((e) => [e.dataset.field.slice(2), e.max]))`)
	want := map[string]string{
		"sets": "5", "repetitions": "30", "hold": "120", "duration": "60", "distance": "100",
		"perDay": "10", "perWeek": "7", "rest": "600", "effort": "10",
	}
	if !maps.Equal(got, want) {
		t.Errorf("the bounds are %v, want %v", got, want)
	}
	if dose := ask[[]string](tab, "page/texts", ".a4 .dose"); !strings.Contains(dose[0], "20 serier") {
		t.Errorf("a sheet with 20 sets has the dosage %q", dose[0])
	}
}

// Whoever sends an address with words and doses of their own does not speak for the
// handbook: the sheet names their author, has the handbook's dosage beside another, marks
// what is more, and leaves out what would turn digits around.
func TestComposerForgedSheet(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=en;p=2;b=;t=Stop%20your%20blood%20thinner;"+
		"x=bridge.20.100;n=Take%20%E2%80%AE21%E2%80%AC%20tablets;x=plank;x=squat.1")
	bridge := ask[string](tab, "composer/dosage", module(tab, "data"), "bridge")
	for selector, want := range map[string][]string{
		".preview .note": {
			"From whoever made this sheet: Take 21 tablets",
			"From whoever made this sheet: Stop your blood thinner",
		},
		".preview article:nth-of-type(1) .dose": {
			"Agreed: 20 sets of 100 repetitions, hold for 3–5 seconds, 2–3 days a week",
			"Agreed: 1 set of 8–12 repetitions, at least 2 days a week",
		},
		".leaf:first-child article:nth-of-type(1) .dose+p": {"The Back Handbook: " + bridge},
		".preview .beyond": {"More than the handbook says"},
	} {
		if got := ask[[]string](tab, "page/texts", selector); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", selector, got, want)
		}
	}
	origin := strings.Join(ask[[]string](tab, "page/texts", ".said"), "|")
	if !strings.Contains(origin, "Someone else may have made the sheet behind this link.") {
		t.Errorf("the page names the origin %q", origin)
	}
}

// What is more than the handbook recommends is marked, whatever is more.
func TestComposerMarksMore(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for _, x := range []string{
		"plank.....10",
		"plank.......300",
		"diaphragmatic-breathing.20.100",
		"pelvic-tilt.1.1.300",
		"pelvic-tilt....e",
		"bridge.4",
		"bridge;g=8+13",
	} {
		e.compose(tab, "v1;l=en;p=1;b=;x="+x)
		got := ask[[]string](tab, "page/texts", ".preview .beyond")
		if !slices.Equal(got, []string{"More than the handbook says"}) {
			t.Errorf("%s: %q", x, got)
		}
	}
}

// A dosage within the handbook's is agreed and no more, and a sheet of the handbook's own
// words is only that.
func TestComposerHonestSheet(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	e.compose(tab, "v1;l=en;p=1;b=;x=bridge.2.12.5..1.3")
	doses := strings.Join(ask[[]string](tab, "page/texts", ".preview .agreed .dose"), "|")
	if !strings.HasPrefix(doses, "Agreed: ") {
		t.Errorf("a dosage within the handbook's is shown as %q", doses)
	}
	if more := strings.Join(ask[[]string](tab, "page/texts", ".preview .beyond"), ""); more != "" {
		t.Errorf("a dosage within the handbook's is shown as %q", more)
	}
	e.compose(tab, "v1;l=en;p=2;b=;x=bridge;x=plank")
	added := ask[[]string](tab, "page/texts", ".preview .agreed, .preview .note, .preview .beyond, .said")
	if text := strings.Join(added, ""); text != "" {
		t.Errorf("a sheet with the handbook's own words also shows %q", text)
	}
}

// compose opens a sheet in English.
func (e *edited) compose(tab *browser.Tab, fragment string) {
	tab.Go("about:blank")
	tab.Go(e.address + composerEn + "#" + fragment)
	tab.Wait(ready)
}

// The sentence of a dosage is the handbook's own where the sheet changes nothing.
func TestComposerDosage(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerEn)
	tab.Wait(ready)
	for _, wrong := range ask[[]string](tab, "composer/otherDosages", module(tab, "dose"), module(tab, "data")) {
		t.Error(wrong)
	}
}
