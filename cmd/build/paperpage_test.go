package main

import (
	"cmp"
	"math"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

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

// hasOfSize reports whether a page has a word in letters of a size in points.
func (p paperPage) hasOfSize(text string, size float64) bool {
	const em = 1.117 // how high a line of Arial is
	return slices.ContainsFunc(p.words, func(w word) bool {
		return w.text == text && math.Abs((w.bottom-w.top)/em-size) < .3
	})
}

// body returns the words of a page without the number that Chromium puts at its foot.
func (p paperPage) body() []word {
	const foot = 12 * 72 / 25.4
	return slices.DeleteFunc(slices.Clone(p.words), func(w word) bool { return w.top > p.height-foot })
}

// lastLine returns the lowest line of a page, bare.
func (p paperPage) lastLine() string {
	words := p.body()
	if len(words) == 0 {
		return ""
	}
	low := slices.MaxFunc(words, func(a, b word) int { return cmp.Compare(a.bottom, b.bottom) }).bottom
	var line strings.Builder
	for _, w := range words {
		if low-w.bottom < 3 {
			line.WriteString(w.text)
		}
	}
	return bare(line.String())
}
