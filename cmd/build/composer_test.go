package main

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/draw/qr"
	"rygghandboka/internal/test/browser"
)

const (
	composerNo = "no/utdelingsark/"
	composerEn = "en/handouts/"
	ready      = `document.querySelector(".maker:not([hidden]) .choices li") != null`
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
		"hold 10 sekunder, 1 gang om dagen, 3 dager i uka",
	"v1;l=en;p=4;b=;t=Hei%20du;x=plank..4.15": "4 repetitions, hold for 15 seconds",
}

func TestComposerReadsAllVersions(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range versions {
		tab.Go(e.address + composerNo + "#" + fragment)
		tab.Wait(ready)
		if got := ask[[]string](tab, "page/texts", ".a4 .dose"); len(got) == 0 || got[0] != want {
			t.Errorf("%s says %q", fragment, got)
		}
		got := browser.Eval[string](tab, `document.querySelector(".said").textContent`)
		if !strings.HasPrefix(got, "Andre kan ha laget arket") {
			t.Errorf("%s: %q", fragment, got)
		}
		tab.Go("about:blank")
	}
}

// Whoever sends an address with words and doses of their own does not speak for the
// handbook: the sheet says whose they are, has the handbook's dosage beside another, marks
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
			"Agreed: 20 sets of 100 repetitions, hold for 3–5 seconds",
			"Agreed: 1 set of 8–12 repetitions, at least 2 days a week",
		},
		".leaf:first-child article:nth-of-type(1) .dose+p": {"The Back Handbook: " + bridge},
		".preview .beyond": {"More than the handbook says"},
	} {
		if got := ask[[]string](tab, "page/texts", selector); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", selector, got, want)
		}
	}
	said := strings.Join(ask[[]string](tab, "page/texts", ".said"), "|")
	if !strings.Contains(said, "Someone else may have made the sheet behind this link.") {
		t.Errorf("the page says %q", said)
	}
}

// What is more than the handbook says is marked, whatever is more.
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
		t.Errorf("a dosage within the handbook's says %q", doses)
	}
	if more := strings.Join(ask[[]string](tab, "page/texts", ".preview .beyond"), ""); more != "" {
		t.Errorf("a dosage within the handbook's says %q", more)
	}
	e.compose(tab, "v1;l=en;p=2;b=;x=bridge;x=plank")
	added := ask[[]string](tab, "page/texts", ".preview .agreed, .preview .note, .preview .beyond, .said")
	if text := strings.Join(added, ""); text != "" {
		t.Errorf("a sheet with the handbook's own words says %q", text)
	}
}

// compose opens a sheet in English.
func (e *edited) compose(tab *browser.Tab, fragment string) {
	tab.Go("about:blank")
	tab.Go(e.address + composerEn + "#" + fragment)
	tab.Wait(ready)
}

// As many exercises are on each page as may be and as fit: what does not fit goes on to
// the next page, and does not make one of its own.
func TestComposerFillsPages(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range map[string][]int{
		"v1;l=en;p=4;b=;x=bridge;x=heel-slide;x=squat;x=side-plank-knees":                       {2, 2},
		"v1;l=nb+en;p=6;b=;x=bridge;x=heel-slide;x=squat;x=side-plank-knees;x=plank;x=dead-bug": {6, 6},
		"v1;l=en;p=1;b=;x=bridge;x=squat":                                                       {1, 1},
	} {
		e.compose(tab, fragment)
		if got := ask[[]int](tab, "composer/exercisesOnPages"); !slices.Equal(got, want) {
			t.Errorf("%s: %d exercises on its pages, want %d", fragment, got, want)
		}
	}
}

// Boxes that do not fit on the last page go on to another one, in each language.
func TestComposerLongBoxes(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo + "#v1;l=nb+en;p=1;b=lfsp;x=dead-bug")
	tab.Wait(ready)
	if got := ask[[]int](tab, "composer/boxesOnLastPages"); !slices.Equal(got, []int{4, 4}) {
		t.Errorf("the last pages have %d boxes", got)
	}
	act(tab, "composer/lengthenBox", "v1;l=nb+en;p=1;b=lfsp;x=plank")
	if got := ask[[]int](tab, "composer/boxesOnLastPages"); !slices.Equal(got, []int{3, 3, 1, 1}) {
		t.Errorf("with more in a box, the last pages have %d boxes", got)
	}
	if got := ask[string](tab, "composer/pagesAndButton"); got != "Sider: 6 false" {
		t.Errorf("pages and whether printing is refused: %s", got)
	}
}

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
	if got := strings.TrimSpace(said(t, "zbarimg", "--quiet", "--raw", name)); got != text {
		t.Errorf("a code of %d letters is read as %.80q", len(text), got)
	}
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

// From the front page to a sheet in two languages, by clicks and keys: it prints on the
// pages that it says, nothing is cut off, each step and number is there, the code leads
// back to the same sheet, and nothing is asked of anybody or left behind.
func TestComposerFromFrontPageToPaper(t *testing.T) {
	needs(t, "pdfinfo", "pdftotext", "pdftoppm", "zbarimg")
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + "no/")
	act(tab, "page/click", "header.top a[href$='/no/utdelingsark/']")
	tab.Wait(ready)
	act(tab, "composer/composeSheet")
	tab.Wait(`document.querySelectorAll(".a4").length === 6`)
	tab.Wait(`document.querySelector(".count").textContent.endsWith("6")`)
	if cut := ask[[]int](tab, "composer/cutOff"); len(cut) > 0 {
		t.Errorf("something is cut off on the pages %d", cut)
	}
	address := browser.Eval[string](tab, `location.href`)
	if !strings.HasSuffix(address, "#v1;l=nb+en;p=2;b=lfsp;x=bird-dog..7;n=Rolig;x=plank;x=bridge") {
		t.Errorf("the address is %s", address)
	}
	checkComposedPaper(t, tab, address)
	for _, file := range ask[[]string](tab, "page/loaded") {
		if !strings.HasPrefix(file, e.address) {
			t.Errorf("it asks for %s", file)
		}
	}
	checkLeftBehind(t, tab)
}

// checkComposedPaper checks the paper of the sheet that composeSheet composes.
func checkComposedPaper(t *testing.T, tab *browser.Tab, address string) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, tab.Print(), 0o644); err != nil {
		t.Fatal(err)
	}
	if info := said(t, "pdfinfo", name); !strings.Contains(info, "Pages:           6") {
		t.Errorf("not six pages:\n%s", info)
	}
	contains(t, "page 1", textOf(t, name, "1"), []string{
		"Diagonalløft på alle fire",
		"7 repetisjoner per side",
		"Rolig",
		"Planken",
		"Løft begge, men ikke høyere enn kroppen.",
	})
	contains(t, "page 2", textOf(t, name, "2"), []string{"Bird dog", "7 repetitions per side", "Rolig", "Plank"})
	contains(t, "page 5", textOf(t, name, "5"), warnings)
	leadsTo(t, name, address, false) // a whole sheet has smaller modules
}

// checkLeftBehind checks that a sheet is on the device only if and while the reader wants.
func checkLeftBehind(t *testing.T, tab *browser.Tab) {
	t.Helper()
	left := func() int {
		return browser.Eval[int](tab, `localStorage.length + sessionStorage.length + document.cookie.length`)
	}
	if n := left(); n != 0 {
		t.Errorf("%d things are left on the device", n)
	}
	act(tab, "page/click", ".actions label input")
	if n := left(); n != 1 {
		t.Errorf("%d things are kept on the reader's word", n)
	}
	act(tab, "composer/clickLastAction")
	if n := left() + browser.Eval[int](tab, `document.querySelectorAll(".a4").length`); n != 0 {
		t.Errorf("%d things are left after clearing", n)
	}
}
