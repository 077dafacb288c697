package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// needs skips a test that asks a program which is not here.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("there is no %s here: make tools installs it where it may", p)
		}
	}
}

// outputOf runs a program and returns what it writes.
func outputOf(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s %q: %v", name, args, err)
	}
	return string(out)
}

var (
	pagesLine = regexp.MustCompile(`(?m)^Pages: +(\d+)$`)
	sizeLine  = regexp.MustCompile(`(?m)^Page size: .*A4`)
	spaces    = regexp.MustCompile(`\s+`)
)

// paper prints a page, which must have so many pages, and returns the file.
func paper(t *testing.T, tab *browser.Tab, page, pages string) string {
	t.Helper()
	tab.Go(page)
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, tab.Print(), 0o644); err != nil {
		t.Fatal(err)
	}
	info := outputOf(t, "pdfinfo", name)
	if m := pagesLine.FindStringSubmatch(info); m == nil || m[1] != pages || !sizeLine.MatchString(info) {
		t.Errorf("%s: not %s pages of A4:\n%s", page, pages, info)
	}
	return name
}

// textOf returns the text of a page of a PDF, its words between single spaces.
func textOf(t *testing.T, name, page string) string {
	t.Helper()
	text := outputOf(t, "pdftotext", "-f", page, "-l", page, "-layout", name, "-")
	return strings.ReplaceAll(spaces.ReplaceAllString(text, " "), "\u2060", "")
}

// contains reports what a text lacks.
func contains(t *testing.T, page, text string, wanted []string) {
	t.Helper()
	for _, want := range wanted {
		want = strings.ReplaceAll(strings.TrimSpace(spaces.ReplaceAllString(want, " ")), "\u2060", "")
		if !strings.Contains(text, want) {
			t.Errorf("%s: the paper lacks %q", page, want)
		}
	}
}

// warnings are what the second page of each sheet must contain.
var warnings = []string{"113", "116 117", "0–10"}

// sheets returns the addresses of all pages of a kind, in both languages.
func sheets(tab *browser.Tab, e *edited, indexes ...string) (pages []string) {
	for _, index := range indexes {
		tab.Go(e.address + index)
		pages = append(pages, ask[[]string](tab, "page/addresses", ".card :is(h2, h3) a")...)
	}
	return pages
}

// Every exercise prints on two pages of A4, as the page promises beside the button: all of its
// steps on the first, when to stop and the log on the second. The code on the first
// page, printed and copied badly, leads back to the page in the same language.
func TestExercisesOnPaper(t *testing.T) {
	needs(t, "pdfinfo", "pdftotext", "pdftoppm", "zbarimg")
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	pages := sheets(tab, e, "no/ovelser/", "en/exercises/")
	if len(pages) != 40 {
		t.Fatalf("%d pages of exercises", len(pages))
	}
	for i, page := range pages {
		name := paper(t, tab, page, "2")
		contains(t, page, textOf(t, name, "1"), ask[[]string](tab, "page/shownTexts", ".at-steps li"))
		contains(t, page, textOf(t, name, "2"), warnings)
		described(t, name, 3) // two panels and the code
		if i%10 == 0 {
			leadsTo(t, name, page, true)
		}
	}
	if n := ask[int](tab, "page/countPrints"); n != 1 {
		t.Errorf("the button prints %d times", n)
	}
}

var (
	figureTag   = regexp.MustCompile(`/S /Figure\b`)
	alternative = regexp.MustCompile(`/Alt [(<][^)>]`)
)

// described checks that a PDF has so many figures or more, each with a text alternative.
func described(t *testing.T, name string, atLeast int) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	figures, texts := len(figureTag.FindAll(data, -1)), len(alternative.FindAll(data, -1))
	if figures < atLeast || texts != figures {
		t.Errorf("%s: %d figures with %d text alternatives, want at least %d", name, figures, texts, atLeast)
	}
}

// blur spreads each pixel of a picture over its eight neighbours, as a copier with dirty
// glass does: a third to a side, a ninth to a corner.
func blur(t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	sharp, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	soft := image.NewGray(sharp.Bounds())
	for y := soft.Rect.Min.Y; y < soft.Rect.Max.Y; y++ {
		for x := soft.Rect.Min.X; x < soft.Rect.Max.X; x++ {
			sum, n := 0, 0
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					if p := image.Pt(x+dx, y+dy); p.In(soft.Rect) {
						weight := (3 - 2*dx*dx) * (3 - 2*dy*dy)
						sum += weight * int(color.GrayModel.Convert(sharp.At(p.X, p.Y)).(color.Gray).Y)
						n += weight
					}
				}
			}
			soft.SetGray(x, y, color.Gray{Y: uint8(sum / n)})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, soft); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A scan is how a code on paper is looked at: at some resolutions, of which one is enough, since
// a camera takes one picture after the other. The address in a code has a port that differs from
// run to run, so at any one resolution some code falls between the dots.
type scan struct {
	dpi     []string
	blurred bool
}

// leadsTo checks the code of a sheet, as it is printed and as a poor, perhaps blurred copy of it.
func leadsTo(t *testing.T, name, page string, blurred bool) {
	t.Helper()
	sharp, copied := []string{"300", "240", "400"}, []string{"100", "110", "125", "140"}
	for _, s := range []scan{{sharp, false}, {copied, blurred}} {
		if read := s.code(t, name); read != page {
			t.Errorf("%s: at %v dpi the code contains %q", page, s.dpi, read)
		}
	}
}

// code returns what the code on the first page of a file contains, at the first resolution at
// which it can be read, or "".
func (s scan) code(t *testing.T, name string) string {
	t.Helper()
	for _, dpi := range s.dpi {
		picture := filepath.Join(t.TempDir(), "scan")
		outputOf(t, "pdftoppm", "-r", dpi, "-l", "1", "-gray", "-png", "-singlefile", name, picture)
		if s.blurred {
			blur(t, picture+".png")
		}
		// zbarimg fails where there is no code that it can read.
		out, _ := exec.Command("zbarimg", "--quiet", "--raw", picture+".png").Output()
		if text := strings.TrimSpace(string(out)); text != "" {
			return text
		}
	}
	return ""
}

// Every programme has three: the exercises with their pictures on the first two, when to stop
// and the log on the third.
func TestProgrammesOnPaper(t *testing.T) {
	needs(t, "pdfinfo", "pdftotext", "pdftoppm", "zbarimg")
	tab := browser.Open(t, 1000, 800)
	e := startServe(t)
	pages := sheets(tab, e, "no/programmer/", "en/programmes/")
	if len(pages) != 6 {
		t.Fatalf("%d pages of programmes", len(pages))
	}
	for _, page := range pages {
		name := paper(t, tab, page, "3")
		exercisesOn := textOf(t, name, "1") + " " + textOf(t, name, "2")
		for _, part := range []string{"h2", ".key li", "p.key"} { // start, steps, cautions
			for _, text := range ask[[]string](tab, "page/texts", "ol.programme "+part) {
				contains(t, page, bare(exercisesOn), []string{bare(text)})
			}
		}
		contains(t, page, textOf(t, name, "3"), warnings)
		exercises := browser.Eval[int](tab, `document.querySelectorAll("ol.programme img.paper").length`)
		described(t, name, 1+exercises) // the code is a figure too
		leadsTo(t, name, page, true)
		if n := ask[int](tab, "page/missingPictures", "ol.programme img"); n > 0 {
			t.Errorf("%s: %d pictures are missing", page, n)
		}
	}
}
