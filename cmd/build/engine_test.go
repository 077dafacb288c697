package main

import (
	"bytes"
	"fmt"
	"image/png"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rygghandboka/internal/test/browser"
)

var bodyForm = regexp.MustCompile(`<body class="(\w+)"`)

// kinds returns the address of a page of each kind in each language, by names such as
// exercise-en.
func (p *published) kinds() map[string]string {
	p.t.Helper()
	seen := map[string]string{}
	for _, page := range p.pages() {
		data, err := os.ReadFile(filepath.Join(p.dir, page, "index.html"))
		if err != nil {
			continue // such as 404.html, which is no folder
		}
		kind := bodyForm.FindSubmatch(data)
		if kind == nil {
			continue
		}
		if name := fmt.Sprintf("%s-%.2s", kind[1], page); seen[name] == "" {
			seen[name] = page
		}
	}
	if len(seen) < 20 {
		p.t.Errorf("only %d kinds of pages: %v", len(seen), seen)
	}
	return seen
}

// A page of each kind is shown by each engine on a phone: its pictures are whole, nothing
// is wider than the screen, and its paper lacks nothing.
func TestEachEngine(t *testing.T) {
	needs(t, "pdftotext")
	site := publish(t)
	kinds := site.kinds()
	printed := map[string][][]string{}
	tab := browser.Open(t, 1000, 800)
	tab.Paper()
	for name, page := range kinds {
		tab.Go(site.address + page)
		printed[name] = ask[[][]string](tab, "page/blocks")
	}
	browser.Each(t, 390, 844, filepath.Join(repository, ".ci", "package.json"), func(t *testing.T, p browser.Page) {
		for _, name := range slices.Sorted(maps.Keys(kinds)) {
			p.Go(site.address + kinds[name])
			for _, what := range ask[[]string](p, "page/misshapen") {
				t.Errorf("%s: %s", name, what)
			}
			if n := browser.Eval[int](p, `document.documentElement.scrollWidth`); n > 390 {
				t.Errorf("%s is %d pixels wide", name, n)
			}
			picture := p.Picture()
			if _, err := png.DecodeConfig(bytes.NewReader(picture)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			keep(t, t.Name()+"-"+name+".png", picture)
			pdf := p.Print()
			keep(t, t.Name()+"-"+name+".pdf", pdf)
			lacks(t, name, pdf, printed[name])
		}
	})
}

// keep writes what a browser made to the folder that the variable KEEP names, for people
// to look at.
func keep(t *testing.T, name string, data []byte) {
	t.Helper()
	folder := os.Getenv("KEEP")
	if folder == "" {
		return
	}
	name = filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, name, string(data))
}

// sheet is one of six pages: three in each of two languages.
const sheet = "#v1;l=nb+en;p=2;b=lfsp;x=bridge.3.8..e.1.3;x=heel-slide;x=squat;x=side-plank-knees"

var lastWord = regexp.MustCompile(`xMax="([\d.]+)" yMax="([\d.]+)">3</word>\s*</(?:page|line)>`)

// A sheet has the same pages in each engine, can be printed there, and fills its paper:
// the number of its pages is in the corner, 14 mm from the edge and 267 mm from the top,
// where US Letter has a margin of 12 mm.
func TestComposerInEachEngine(t *testing.T) {
	needs(t, "pdfinfo", "pdftotext")
	site := publish(t)
	browser.Each(t, 1000, 800, filepath.Join(repository, ".ci", "package.json"), func(t *testing.T, p browser.Page) {
		p.Go(site.address + composerNo + sheet)
		p.Wait(`document.querySelectorAll(".leaf").length > 0`)
		if got := ask[string](p, "composer/pagesAndButton"); got != "Sider: 6 false" {
			t.Errorf("pages and whether printing is refused: %s", got)
		}
		keep(t, t.Name()+".png", p.Picture())
		pdf := p.Print()
		keep(t, t.Name()+".pdf", pdf)
		name := filepath.Join(t.TempDir(), "sheet.pdf")
		write(t, name, string(pdf))
		info := outputOf(t, "pdfinfo", name)
		if !strings.Contains(info, "Pages:           6") || !sizeLine.MatchString(info) {
			t.Errorf("not six pages of A4:\n%s", info)
		}
		words := outputOf(t, "pdftotext", "-raw", "-f", "1", "-l", "1", "-bbox", name, "-")
		corner := lastWord.FindStringSubmatch(words)
		if corner == nil {
			t.Fatal("the first page does not end with its number")
		}
		const mm = 72 / 25.4
		x, _ := strconv.ParseFloat(corner[1], 64)
		y, _ := strconv.ParseFloat(corner[2], 64)
		if x, y = x/mm, y/mm; math.Abs(x-196) > 1 || math.Abs(y-267) > 1 {
			t.Errorf("the number of pages ends at %.1f mm, %.1f mm", x, y)
		}
	})
}
