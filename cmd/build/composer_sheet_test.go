package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

// A composed is a sheet as it is composed in Chromium.
type composed struct {
	name, fragment string
	pages          [][]int // the numbers of the exercises and boxes on each page
	feet           []string
	blocks         [][]string
}

// pageNumber is which page it is, and of how many.
var pageNumber = regexp.MustCompile(`^\d+ / \d+$`)

// composedSheets are sheets of each layout, in both languages, with all that can be chosen
// and agreed.
func composedSheets() (sheets []composed) {
	const four = ";t=Call.;x=bird-dog.3.8.5.l.1.3...60.6;r=3+1+2;g=6+8+10;n=Slowly.;x=bridge;x=*.2.12;k=Mine;d=squat" +
		";x=side-plank-knees"
	const six = four + ";x=dead-bug;x=graded-walking"
	for name, rest := range map[string]string{
		"p=1":      ";b=lfspd" + four,
		"p=2":      ";b=lfspd" + four,
		"p=4":      ";b=lfsp" + six,
		"p=6":      ";b=lfsp" + six,
		"z=18;p=2": ";b=lfsp" + four,
	} {
		sheets = append(sheets, composed{name: name, fragment: "#v1;l=nb+en;" + name + rest})
	}
	return sheets
}

// A sheet that is composed has in each engine, on A4 and on US Letter, the pages that it
// promises, with the same on each as everywhere, and in each language. Each says which it
// is. Nothing is outside the margins, nothing that is shown is missing, and 12 pt is 12 pt.
func TestComposedSheetsInEachEngine(t *testing.T) {
	needs(t, "pdftotext")
	needsArial(t)
	site := publish(t)
	sheets := composedSheets()
	for i := range sheets {
		tab := browser.Open(t, 1000, 800)
		sheets[i].compose(t, tab, site.address)
		tab.Paper()
		isNumber := func(block []string) bool { return pageNumber.MatchString(block[0]) }
		sheets[i].blocks = slices.DeleteFunc(ask[[][]string](tab, "page/blocks"), isNumber)
	}
	browser.Each(t, 1000, 800, filepath.Join(repository, ".ci", "package.json"), func(t *testing.T, p browser.Page) {
		for _, s := range sheets {
			want := s.pages
			p.Go("about:blank")
			s.compose(t, p, site.address)
			if fmt.Sprint(s.pages) != fmt.Sprint(want) {
				t.Errorf("%s: on its pages is %v, and in Chromium %v", s.name, s.pages, want)
			}
			for _, size := range []string{"A4", "Letter"} {
				pdf := p.PrintOn(size)
				name := s.name + " on " + size
				keep(t, t.Name()+"-"+name+".pdf", pdf)
				s.check(t, name, paperPages(t, pdf))
				lacks(t, name, pdf, s.blocks)
			}
		}
	})
}

// foot returns the words at the foot of a page, from the line with its number.
func (p paperPage) foot() string {
	var top float64
	for _, w := range p.words {
		if w.text == "/" {
			top = max(top, w.top)
		}
	}
	below := slices.DeleteFunc(slices.Clone(p.words), func(w word) bool { return w.bottom < top+3 })
	return paperPage{words: below}.text()
}

// compose opens a sheet that can be printed, and notes what is on its pages.
func (s *composed) compose(t *testing.T, p browser.Page, address string) {
	t.Helper()
	p.Go(address + composerNo + s.fragment)
	p.Wait(`document.querySelectorAll(".leaf").length > 0`)
	if said := ask[string](p, "composer/pagesAndButton"); !strings.HasSuffix(said, "false") {
		t.Errorf("%s: it cannot be printed", s.name)
	}
	if under := ask[[]int](p, "composer/underFoot"); len(under) > 0 {
		t.Errorf("%s: something is under the last line of the pages %d", s.name, under)
	}
	s.feet = ask[[]string](p, "page/texts", ".leaf .foot")
	s.pages = ask[[][]int](p, "composer/numbersOnPages")
	for i := 0; i+1 < len(s.pages); i += 2 {
		if !slices.Equal(s.pages[i], s.pages[i+1]) {
			t.Errorf("%s: page %d has %v, and %v in the other language", s.name, i/2+1, s.pages[i], s.pages[i+1])
		}
	}
}

// check checks the pages of a sheet.
func (s *composed) check(t *testing.T, name string, pages []paperPage) {
	t.Helper()
	if len(pages) != len(s.pages) {
		t.Errorf("%s: %d pages, not %d", name, len(pages), len(s.pages))
		return
	}
	for i, p := range pages {
		if out := p.outside(); len(out) > 0 {
			t.Errorf("%s: page %d has outside the margins %q", name, i+1, out)
		}
		if label := fmt.Sprintf("%d/%d", i/2+1, len(pages)/2); !strings.Contains(p.text(), label) {
			t.Errorf("%s: page %d does not say that it is %s", name, i+1, label)
		}
		if got, want := p.foot(), bare(s.feet[i]); len(got) != len(want) {
			t.Errorf("%s: page %d ends with %q, not %q", name, i+1, got, want)
		}
	}
	const dose = "Avtalt:"
	size := 12.0
	if strings.HasPrefix(s.name, "z=18") {
		size = 18
	}
	if !pages[0].hasOfSize(dose, size) {
		t.Errorf("%s: the first dose is not of %g pt", name, size)
	}
}
