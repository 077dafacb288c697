package main

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rygghandboka/internal/draw/qr"
	"rygghandboka/internal/test/browser"
)

const (
	composerNo = "no/utdelingsark/"
	composerEn = "en/handouts/"
	ready      = `document.querySelector(".composer:not([hidden]) .choices li") != null`
)

// module returns the address of a script of the site, by its name.
func module(tab *browser.Tab, name string) string {
	return browser.Eval[string](tab, fmt.Sprintf(`performance.getEntriesByType("resource").map(e => e.name).find(n => n.includes("/js/handout/%s."))`, name))
}

// The fragment of a sheet is read as it was written, whatever is in the sheet.
func TestComposerRoundTrip(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo)
	tab.Wait(ready)
	wrong := browser.Eval[string](tab, fmt.Sprintf(`(async () => {
		const { read, write, limits } = await import(%q);
		const { default: data } = await import(%q);
		const keys = data.exercises.map(x => x.key), known = { exercises: new Set(keys), languages: new Set(["nb", "en"]) };
		let seed = 7;
		const random = n => (seed = (seed * 1103515245 + 12345) %% 2147483648) %% n;
		const text = () => Array.from({ length: random(12) }, () => String.fromCodePoint([97, 59, 61, 37, 35, 38, 43, 0xe5, 0x1f600, 0x3c, 0x20, 0x0a][random(12)])).join("");
		for (let i = 0; i < 100000; i++) {
			const state = { languages: [["nb"], ["en"], ["nb", "en"], ["en", "nb"]][random(4)], layout: [1, 2, 4, 6][random(4)], boxes: { log: !random(2), floor: !random(2), stop: !random(2), pain: !random(2) }, note: text(), exercises: [] };
			for (let n = random(limits.exercises + 1); n > 0; n--) {
				const x = { key: keys[random(keys.length)] };
				for (const name of ["sets", "repetitions", "hold", "perDay", "perWeek", "duration", "distance"]) if (random(2)) x[name] = 1 + random(limits[name]);
				if (random(2)) x.side = "eo"[random(2)];
				const note = text();
				if (note) x.note = note;
				state.exercises.push(x);
			}
			const { state: back, ignored } = read("#" + write(state), known);
			const sorted = v => JSON.stringify(v, (_, o) => o && o.constructor === Object ? Object.fromEntries(Object.entries(o).sort()) : o);
			if (ignored.length || sorted(back) !== sorted(state)) return sorted(state) + " became " + sorted(back) + " without " + ignored;
		}
		return "";
	})()`, module(tab, "state"), module(tab, "data")))
	if wrong != "" {
		t.Error(wrong)
	}
}

// versions are the fragments of all versions that there have been. They are never
// changed: paper with their codes is on refrigerators.
var versions = map[string]string{
	"v1;l=nb;p=2;b=lfsp;x=bird-dog.3.8.10.e.1.3;n=Rolig;x=bridge": "Avtalt: 3 serier à 8 repetisjoner per side, hold 10 sekunder, 1 gang om dagen, 3 dager i uka",
	"v1;l=en;p=4;b=;t=Hei%20du;x=plank..4.15":                     "4 repetitions, hold for 15 seconds",
}

func TestComposerReadsAllVersions(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range versions {
		tab.Go(e.address + composerNo + "#" + fragment)
		tab.Wait(ready)
		if got := browser.Eval[string](tab, `document.querySelector(".a4 .dose").textContent.replaceAll("\u2060", "")`); got != want {
			t.Errorf("%s says %q", fragment, got)
		}
		if got := browser.Eval[string](tab, `document.querySelector(".said").textContent`); !strings.HasPrefix(got, "Andre kan ha laget arket") {
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
	tab.Go(e.address + composerEn + "#v1;l=en;p=2;b=;t=Stop%20your%20blood%20thinner;x=bridge.20.100;n=Take%20%E2%80%AE21%E2%80%AC%20tablets;x=plank;x=squat.1")
	tab.Wait(ready)
	text := func(selector string) string {
		return browser.Eval[string](tab, fmt.Sprintf(`[...document.querySelectorAll(%q)].map(e => e.textContent.replaceAll("\u2060", "")).join("|")`, selector))
	}
	bridge := browser.Eval[string](tab, fmt.Sprintf(`import(%q).then(m => m.default.exercises.find(x => x.key === "bridge").text.en.dosage.replaceAll("\u2060", ""))`, module(tab, "data")))
	for selector, want := range map[string]string{
		".preview .note":                                   "From whoever made this sheet: Take 21 tablets|From whoever made this sheet: Stop your blood thinner",
		".preview article:nth-of-type(1) .dose":            "Agreed: 20 sets of 100 repetitions, hold for 3–5 seconds|Agreed: 1 set of 8–12 repetitions, at least 2 days a week",
		".leaf:first-child article:nth-of-type(1) .dose+p": "The Back Handbook: " + bridge,
		".preview .beyond":                                 "More than the handbook says",
	} {
		if got := text(selector); got != want {
			t.Errorf("%s: %q, want %q", selector, got, want)
		}
	}
	if got := text(".said"); !strings.Contains(got, "Someone else may have made the sheet behind this link.") {
		t.Errorf("the page says %q", got)
	}
	for _, x := range []string{"plank.....10", "plank.......300", "diaphragmatic-breathing.20.100", "pelvic-tilt.1.1.300", "pelvic-tilt....e", "bridge.4"} {
		tab.Go("about:blank")
		tab.Go(e.address + composerEn + "#v1;l=en;p=1;b=;x=" + x)
		tab.Wait(ready)
		if got := text(".preview .beyond"); got != "More than the handbook says" {
			t.Errorf("%s: %q", x, got)
		}
	}
	tab.Go("about:blank")
	tab.Go(e.address + composerEn + "#v1;l=en;p=1;b=;x=bridge.2.12.5..1.3")
	tab.Wait(ready)
	if got := text(".preview .agreed .dose") + text(".preview .beyond"); !strings.HasPrefix(got, "Agreed: ") || strings.Contains(got, "More") {
		t.Errorf("a dosage within the handbook's says %q", got)
	}
	tab.Go("about:blank")
	tab.Go(e.address + composerEn + "#v1;l=en;p=2;b=;x=bridge;x=plank")
	tab.Wait(ready)
	if got := text(".preview .agreed, .preview .note, .preview .beyond, .said"); got != "" {
		t.Errorf("a sheet with the handbook's own words says %q", got)
	}
}

// As many exercises are on each page as may be and as fit: what does not fit goes on to
// the next page, and does not make one of its own.
func TestComposerFillsPages(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	for fragment, want := range map[string]string{
		"v1;l=en;p=4;b=;x=bridge;x=heel-slide;x=squat;x=side-plank-knees":                       "2,2",
		"v1;l=nb+en;p=6;b=;x=bridge;x=heel-slide;x=squat;x=side-plank-knees;x=plank;x=dead-bug": "6,6",
		"v1;l=en;p=1;b=;x=bridge;x=squat":                                                       "1,1",
	} {
		tab.Go("about:blank")
		tab.Go(e.address + composerEn + "#" + fragment)
		tab.Wait(ready)
		got := browser.Eval[string](tab, `[...document.querySelectorAll(".leaf .a4")].map(p => p.querySelectorAll("article").length).join()`)
		if got != want {
			t.Errorf("%s: %s exercises on its pages, want %s", fragment, got, want)
		}
	}
}

// Boxes that do not fit on the last page go on to another one, in each language.
func TestComposerLongBoxes(t *testing.T) {
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	tab.Go(e.address + composerNo + "#v1;l=nb+en;p=1;b=lfsp;x=dead-bug")
	tab.Wait(ready)
	boxes := `[...document.querySelectorAll(".leaf .last")].map(p => p.querySelectorAll(":scope > :not(.foot)").length).join()`
	if got := browser.Eval[string](tab, boxes); got != "4,4" {
		t.Errorf("the last pages have %s boxes", got)
	}
	browser.Eval[bool](tab, `(() => {
		for (const t of document.querySelectorAll('template[data-box="stop"]')) t.content.querySelector("ul").append(...Array.from({length: 5}, () => Object.assign(document.createElement("li"), {textContent: "More"})));
		history.replaceState(null, "", "#v1;l=nb+en;p=1;b=lfsp;x=plank");
		dispatchEvent(new Event("hashchange"));
		return true;
	})()`)
	if got := browser.Eval[string](tab, boxes); got != "3,3,1,1" {
		t.Errorf("with more in a box, the last pages have %s boxes", got)
	}
	if got := browser.Eval[string](tab, `document.querySelector(".count").textContent + " " + document.querySelector(".actions .button").disabled`); got != "Sider: 6 false" {
		t.Errorf("pages and whether printing is refused: %s", got)
	}
}

// hostile returns fragments that nobody writes with good intent, and nonsense.
func hostile() (all []string) {
	seeds := []string{
		"<script>window.bad=1</script>", "v1;x=<img src=x onerror=window.bad=1>", "v1;x=bird-dog;n=%3Cimg%20src%3Dx%20onerror%3Dwindow.bad%3D1%3E",
		"v1;t=%3Cscript%3Ewindow.bad%3D1%3C/script%3E;x=plank", "v1;l=__proto__;x=constructor", "v1;x=__proto__.1.1", "v1;x=bird-dog.999999", "v1;x=bird-dog.-1",
		"v1;x=bird-dog.1e9", "v1;p=0;x=plank", "v1;p=100000", "v1;b=zzzz", "v1;t=%", "v1;t=%E0%A4%A", "v1;n=before", "v2;x=plank", "v1;;;;;;", "v1;x=plank;x=plank" + strings.Repeat(";x=plank", 300),
		"v1;t=" + strings.Repeat("a", 100000), "v1;x=bird-dog.1.1.1.q.1.1", "v1;x=bird-dog.1.1.1.e.1.1.1", "javascript:window.bad=1", "v1;l=nb+nb+nb+en", "v1;toString=1", "v1;x=bird-dog%00",
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
	browser.Eval[bool](tab, `(window.errors = [], addEventListener("error", e => errors.push(e.message)), addEventListener("unhandledrejection", e => errors.push(String(e.reason))), true)`)
	for _, fragment := range hostile() {
		browser.Eval[bool](tab, fmt.Sprintf(`new Promise(done => {
			addEventListener("hashchange", () => done(true), { once: true });
			location.hash = ""; location.hash = %q + ";" + Math.random();
		})`, fragment))
		if bad := browser.Eval[string](tab, `[window.bad ? "ran a script" : "", ...errors.splice(0), document.querySelectorAll(".a4 script, .a4 img:not([src*='/figures/']), .chosen img").length ? "strange elements" : "", document.querySelectorAll(".chosen > li").length > 12 ? "too many" : ""].filter(Boolean).join(", ")`); bad != "" {
			t.Errorf("%.60q: %s", fragment, bad)
		}
	}
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
		got := browser.Eval[struct {
			Path string `json:"path"`
			Size int    `json:"size"`
		}](tab, fmt.Sprintf(`import(%q).then(m => m.encode(%q))`, code, text))
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
	page := fmt.Sprintf(`<!doctype html><body style="margin:0;background:#fff"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="760"><path stroke="#000" d="%s"/></svg>`, size, size, path)
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
	wrong := browser.Eval[string](tab, fmt.Sprintf(`(async () => {
		const { sentence, dosed } = await import(%q);
		const { default: data } = await import(%q);
		return data.exercises.flatMap(x => data.languages.filter(l => sentence(dosed(x.dose, {}), l) !== x.text[l.tag].dosage).map(l => x.key + " " + sentence(dosed(x.dose, {}), l))).join("; ");
	})()`, module(tab, "dose"), module(tab, "data")))
	if wrong != "" {
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
	browser.Eval[bool](tab, `(document.querySelector("header.top a[href$='/no/utdelingsark/']").click(), true)`)
	tab.Wait(ready)
	browser.Eval[bool](tab, `(() => {
		const press = (e, value) => { e.value = value; e.dispatchEvent(new Event("input")); e.dispatchEvent(new Event("change")); };
		for (const name of ["Diagonalløft på alle fire", "Bekkenløft", "Planken"]) [...document.querySelectorAll(".choices button")].find(b => b.getAttribute("aria-label").includes(name)).click();
		press(document.querySelector('[data-field="0.repetitions"]'), "7");
		press(document.querySelector('[data-field="0.note"]'), "Rolig");
		document.querySelector('[data-field="2.up"]').click();
		press([...document.querySelectorAll(".sheet-of select")].find(s => [...s.options].some(o => o.value === "nb+en")), "nb+en");
		return true;
	})()`)
	tab.Wait(`document.querySelectorAll(".a4").length === 6 && document.querySelector(".count").textContent.endsWith("6")`)
	if cut := browser.Eval[string](tab, `[...document.querySelectorAll(".a4")].map(p => [p.getBoundingClientRect(), ...[...p.querySelectorAll("*")].map(e => e.getBoundingClientRect()).filter(r => r.width > 0)]).map(([p, ...es], i) => es.some(e => e.bottom > p.bottom + 1 || e.right > p.right + 1 || e.left < p.left - 1) ? i + 1 : "").join("")`); cut != "" {
		t.Errorf("something is cut off on page %s", cut)
	}
	address := browser.Eval[string](tab, `location.href`)
	if !strings.HasSuffix(address, "#v1;l=nb+en;p=2;b=lfsp;x=bird-dog..7;n=Rolig;x=plank;x=bridge") {
		t.Errorf("the address is %s", address)
	}
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, tab.Print(), 0o644); err != nil {
		t.Fatal(err)
	}
	if info := said(t, "pdfinfo", name); !strings.Contains(info, "Pages:           6") {
		t.Errorf("not six pages:\n%s", info)
	}
	contains(t, "page 1", textOf(t, name, "1"), []string{"Diagonalløft på alle fire", "7 repetisjoner per side", "Rolig", "Planken", "Løft begge, men ikke høyere enn kroppen."})
	contains(t, "page 2", textOf(t, name, "2"), []string{"Bird dog", "7 repetitions per side", "Rolig", "Plank"})
	contains(t, "page 5", textOf(t, name, "5"), warnings)
	leadsTo(t, name, address, false) // a whole sheet has smaller modules
	if strange := browser.Eval[string](tab, `performance.getEntriesByType("resource").map(e => e.name).filter(n => !n.startsWith(location.origin)).join(" ")`); strange != "" {
		t.Errorf("it asks %s", strange)
	}
	if left := browser.Eval[int](tab, `localStorage.length + sessionStorage.length + document.cookie.length`); left != 0 {
		t.Errorf("%d things are left on the device", left)
	}
	browser.Eval[bool](tab, `([...document.querySelectorAll(".actions label input")][0].click(), true)`)
	if kept := browser.Eval[int](tab, `localStorage.length`); kept != 1 {
		t.Errorf("%d things are kept on the reader's word", kept)
	}
	browser.Eval[bool](tab, `([...document.querySelectorAll(".actions button")].at(-1).click(), true)`)
	if left := browser.Eval[int](tab, `localStorage.length + document.querySelectorAll(".a4").length`); left != 0 {
		t.Errorf("%d things are left after clearing", left)
	}
}
