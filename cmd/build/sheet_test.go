package main

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// sheetPages are how many pages a sheet has, by the kind of its page. A fact box has no
// more, since two are one leaf.
var sheetPages = map[string]int{"exercise": 2, "programme": 3, "factbox": 2}

// A word is one on paper, and where: in points from the left, and from the top.
type word struct {
	text                     string
	left, top, right, bottom float64
}

// A paperPage is one page of a PDF.
type paperPage struct {
	width, height float64
	words         []word
}

var (
	pageSizes = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)"`)
	wordBoxes = regexp.MustCompile(`xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>`)
)

// paperPages returns the pages of a PDF.
func paperPages(t *testing.T, pdf []byte) (pages []paperPage) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "paper.pdf")
	write(t, name, string(pdf))
	number := func(s string) float64 {
		n, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	for line := range strings.Lines(outputOf(t, "pdftotext", "-bbox", name, "-")) {
		if m := pageSizes.FindStringSubmatch(line); m != nil {
			pages = append(pages, paperPage{width: number(m[1]), height: number(m[2])})
		} else if m := wordBoxes.FindStringSubmatch(line); m != nil {
			p := &pages[len(pages)-1]
			p.words = append(p.words, word{m[5], number(m[1]), number(m[2]), number(m[3]), number(m[4])})
		}
	}
	return pages
}

// text returns the words of a page, bare.
func (p paperPage) text() string {
	var all strings.Builder
	for _, w := range p.words {
		all.WriteString(w.text)
	}
	return bare(all.String())
}

// outside returns the words that a printer or a copier may cut off: nearer to the edge than
// the margin that drivers leave. Chromium puts its own number of the page in that of the foot.
func (p paperPage) outside() (found []string) {
	const side, foot = 10 * 72 / 25.4, 10
	for _, w := range p.words {
		if w.left < side-1 || w.right > p.width-side+1 || w.top < side-3 || w.bottom > p.height-foot {
			found = append(found, w.text)
		}
	}
	return found
}

// needsArial skips a test where no typeface has the widths of Arial, for which sheets are
// made. make tools installs one.
func needsArial(t *testing.T) {
	t.Helper()
	needs(t, "fc-match")
	out, err := exec.Command("fc-match", "-f", "%{family}", "Arial").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "Liberation Sans") && !strings.Contains(string(out), "Arial") {
		t.Skipf("Arial is %s here: make tools installs fonts-liberation where it may", out)
	}
}

// A sheetOf is what paper must show of a page.
type sheetOf struct {
	page, kind string
	blocks     [][]string
	step       string // the first word of the first step, if it is an exercise
}

// sheetsOnPaper returns all sheets, as Chromium shows them.
func (p *published) sheetsOnPaper() (sheets []sheetOf) {
	p.t.Helper()
	tab := browser.Open(p.t, 1000, 800)
	tab.Paper()
	for _, page := range p.pages() {
		data, _ := os.ReadFile(filepath.Join(p.dir, page, "index.html"))
		kind := bodyForm.FindSubmatch(data)
		if kind == nil || sheetPages[string(kind[1])] == 0 {
			continue
		}
		tab.Go(p.address + page)
		s := sheetOf{page: page, kind: string(kind[1]), blocks: ask[[][]string](tab, "page/blocks")}
		if steps := ask[[]string](tab, "page/texts", ".at-steps li"); len(steps) > 0 {
			s.step = strings.Fields(steps[0])[0]
		}
		sheets = append(sheets, s)
	}
	if len(sheets) < 50 {
		p.t.Fatalf("only %d sheets", len(sheets))
	}
	return sheets
}

// Each sheet has in each engine, on A4 and on US Letter, the pages that it promises, and
// each of them says which it is, so that no loose one is anonymous. Nothing is outside the
// margins, nothing that is shown is missing, and 12 pt is 12 pt.
func TestSheetsInEachEngine(t *testing.T) {
	needs(t, "pdftotext")
	needsArial(t)
	site := publish(t)
	sheets := site.sheetsOnPaper()
	browser.Each(t, 1000, 800, filepath.Join(repository, ".ci", "package.json"), func(t *testing.T, p browser.Page) {
		for _, s := range sheets {
			p.Go(site.address + s.page)
			for _, size := range []string{"A4", "Letter"} {
				pdf := p.PrintOn(size)
				name := s.page + " on " + size
				keep(t, t.Name()+"-"+strings.ReplaceAll(name, "/", "_")+".pdf", pdf)
				checkSheet(t, name, s, paperPages(t, pdf))
				lacks(t, name, pdf, s.blocks)
			}
		}
	})
}

// checkSheet checks the pages of a sheet.
func checkSheet(t *testing.T, name string, s sheetOf, pages []paperPage) {
	t.Helper()
	want, kind := sheetPages[s.kind], s.kind
	if kind == "factbox" && len(pages) == 1 {
		want = 1
	}
	if len(pages) != want {
		t.Errorf("%s: %d pages, not %d", name, len(pages), want)
		return
	}
	for i, p := range pages {
		if out := p.outside(); len(out) > 0 {
			t.Errorf("%s: page %d has outside the margins %q", name, i+1, out)
		}
		label := regexp.MustCompile(fmt.Sprintf(`(page%dof%d|side%[1]dav%[2]d)\D`, i+1, want))
		if kind != "factbox" && !label.MatchString(p.text()) {
			t.Errorf("%s: page %d does not say that it is page %d of %d", name, i+1, i+1, want)
		}
	}
	if kind != "exercise" {
		return
	}
	if !regexp.MustCompile(`(stage|trinn)[123]:`).MatchString(pages[0].text()) {
		t.Errorf("%s: no stage on its first page", name)
	}
	if !pages[0].hasOfSize(s.step, 12) {
		t.Errorf("%s: the first step is not of 12 pt", name)
	}
}

// hasOfSize reports whether a page has a word in letters of a size in points.
func (p paperPage) hasOfSize(text string, size float64) bool {
	const em = 1.117 // how high a line of Arial is
	return slices.ContainsFunc(p.words, func(w word) bool {
		return w.text == text && math.Abs((w.bottom-w.top)/em-size) < .3
	})
}

// A table of eight columns is whole on paper.
func TestWideTableInEachEngine(t *testing.T) {
	needs(t, "pdftotext")
	site := publish(t)
	browser.Each(t, 1000, 800, filepath.Join(repository, ".ci", "package.json"), func(t *testing.T, p browser.Page) {
		p.Go(site.address + "no/om/")
		columns := ask[int](p, "page/addTable")
		pages := paperPages(t, p.Print())
		if n := strings.Count(pages[0].text(), "helseforetak8"); n != 1 || columns != 8 {
			t.Errorf("the last of %d columns is there %d times", columns, n)
		}
		if out := pages[0].outside(); len(out) > 0 {
			t.Errorf("outside the margins: %q", out)
		}
	})
}
