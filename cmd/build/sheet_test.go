package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// sheetPages are how many pages a sheet has, by the kind of its page. A fact box has two if
// it says so, since two are one leaf.
var sheetPages = map[string]int{"exercise": 2, "programme": 3, "factbox": 1}

// chosenSizes are the papers on which a choice is printed: large print has no number of pages
// to keep.
var chosenSizes = map[string][]string{"print-card": {"A4", "Letter"}, "print-large": {"A4"}}

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

// An original is what paper must show of a page.
type original struct {
	page, kind string
	blocks     [][]string
	headings   []string
	read       string                // the first word of what is read on a sheet
	chosen     map[string][][]string // the blocks of a card and of large print
}

// originals returns all pages of some kinds, or of all but the kinds of sheets, as Chromium
// shows them.
func (p *published) originals(areSheets bool) (all []original) {
	p.t.Helper()
	tab := browser.Open(p.t, 1000, 800)
	tab.Paper()
	exercises := 0
	for _, page := range p.pages() {
		data, _ := os.ReadFile(filepath.Join(p.dir, page, "index.html"))
		kind := bodyForm.FindSubmatch(data)
		if kind == nil || (sheetPages[string(kind[1])] > 0) != areSheets {
			continue
		}
		tab.Go(p.address + page)
		o := original{page: page, kind: string(kind[1]), blocks: ask[[][]string](tab, "page/blocks")}
		o.headings = ask[[]string](tab, "page/texts", "main :is(h2, h3)")
		if texts := ask[[]string](tab, "page/texts", ".at-steps li, .factbox .text li, ol.programme h2"); len(texts) > 0 {
			o.read = strings.Fields(texts[0])[0]
		}
		if o.kind == "exercise" {
			exercises++
		}
		if o.kind == "programme" || o.kind == "exercise" && exercises%10 == 1 {
			o.chosen = chosen(tab)
		}
		all = append(all, o)
	}
	if len(all) < 40 {
		p.t.Fatalf("only %d pages", len(all))
	}
	return all
}

// chosen returns what a page shows that is printed otherwise, by the id of the choice.
func chosen(tab *browser.Tab) map[string][][]string {
	all := map[string][][]string{}
	for _, id := range []string{"print-card", "print-large"} {
		if ask[bool](tab, "page/choose", id) {
			all[id] = ask[[][]string](tab, "page/blocks")
		}
	}
	return all
}

// Each sheet has in each engine, on A4 and on US Letter, the pages that it promises, and
// each of them says which it is, so that no loose one is anonymous. Nothing is outside the
// margins, nothing that is shown is missing, no heading is alone, and 12 pt is 12 pt.
func TestSheetsInEachEngine(t *testing.T) {
	needs(t, "pdftotext")
	needsArial(t)
	site := publish(t)
	sheets := site.originals(true)
	browser.Each(t, 1000, 800, filepath.Join(repository, ".ci", "package.json"), func(t *testing.T, p browser.Page) {
		for _, s := range sheets {
			p.Go(site.address + s.page)
			for _, size := range []string{"A4", "Letter"} {
				name, pages := onPaper(t, p, s, size, s.blocks)
				checkSheet(t, name, s, pages)
			}
			for id, blocks := range s.chosen {
				act(p, "page/choose", id)
				for _, size := range chosenSizes[id] {
					name, pages := onPaper(t, p, s, size+" as "+id, blocks)
					checkChosen(t, name, id, s, pages)
				}
			}
		}
	})
}

// What a page shows on paper is in the text of its print in each engine, with the numbers of
// lists: no letter and no number is cut off. Pages in English are on US Letter, others on A4.
func TestPaperKeepsEveryNumber(t *testing.T) {
	needs(t, "pdftotext")
	needsArial(t)
	site := publish(t)
	originals := site.originals(false)
	browser.Each(t, 1000, 800, filepath.Join(repository, ".ci", "package.json"), func(t *testing.T, p browser.Page) {
		for _, o := range originals {
			p.Go(site.address + o.page)
			size := "A4"
			if strings.HasPrefix(o.page, "en/") {
				size = "Letter"
			}
			onPaper(t, p, o, size, o.blocks)
		}
	})
}

// onPaper prints a page and checks what holds of all pages. how is the size of the paper,
// and what else is to be in the name of the print.
func onPaper(
	t *testing.T, p browser.Page, o original, how string, blocks [][]string,
) (name string, pages []paperPage) {
	t.Helper()
	size, _, _ := strings.Cut(how, " ")
	pdf := p.PrintOn(size)
	name = o.page + " on " + how
	keep(t, t.Name()+"-"+strings.ReplaceAll(name, "/", "_")+".pdf", pdf)
	pages = paperPages(t, pdf)
	lacks(t, name, pdf, blocks)
	for i, page := range pages {
		if out := page.outside(); len(out) > 0 {
			t.Errorf("%s: page %d has outside the margins %q", name, i+1, out)
		}
		for _, heading := range o.headings {
			if line := page.lastLine(); len(line) > 3 && strings.HasSuffix(bare(heading), line) {
				t.Errorf("%s: page %d ends with the heading %q", name, i+1, heading)
			}
		}
	}
	const fewest = 20
	if n := len(pages[len(pages)-1].body()); n < fewest && len(pages) > 1 {
		t.Errorf("%s: the last page has %d words", name, n)
	}
	return name, pages
}

// checkSheet checks the pages of a sheet.
func checkSheet(t *testing.T, name string, s original, pages []paperPage) {
	t.Helper()
	want := sheetPages[s.kind]
	label := `(page%dof%d|side%[1]dav%[2]d)\D`
	if s.kind == "factbox" && regexp.MustCompile(fmt.Sprintf(label, 1, 2)).MatchString(pages[0].text()) {
		want = 2
	}
	if len(pages) != want {
		t.Errorf("%s: %d pages, not %d", name, len(pages), want)
		return
	}
	for i, p := range pages {
		says := regexp.MustCompile(fmt.Sprintf(label, i+1, want))
		if (s.kind != "factbox" || want == 2) && !says.MatchString(p.text()) {
			t.Errorf("%s: page %d does not say that it is page %d of %d", name, i+1, i+1, want)
		}
	}
	if s.kind == "exercise" && !regexp.MustCompile(`(stage|trinn)[123]:`).MatchString(pages[0].text()) {
		t.Errorf("%s: no stage on its first page", name)
	}
	if s.kind != "programme" && s.read != "" && !pages[0].hasOfSize(s.read, 12) {
		t.Errorf("%s: %q is not of 12 pt", name, s.read)
	}
}

// checkChosen checks a card, which is one page, or large print.
func checkChosen(t *testing.T, name, id string, s original, pages []paperPage) {
	t.Helper()
	const large = 18
	switch {
	case id == "print-card" && len(pages) != 1:
		t.Errorf("%s: %d pages, not one", name, len(pages))
	case id == "print-large" && s.kind == "exercise" && !pages[0].hasOfSize(s.read, large) && !pages[1].hasOfSize(s.read, large):
		t.Errorf("%s: %q is not of %d pt", name, s.read, large)
	}
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
