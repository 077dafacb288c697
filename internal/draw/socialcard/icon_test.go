package socialcard

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"os"
	"strings"
	"testing"
)

// The marks are those of the files that a browser sees.
func TestMarks(t *testing.T) {
	for file, s := range map[string]spine{"layouts/partials/mark.html": mark, "static/icon.svg": icon} {
		text := repositoryFile(t, file)
		d := ""
		for _, b := range s.bars {
			d += fmt.Sprintf("M%g %gh%g", float64(b.x)/10, float64(b.y)/10, float64(b.length)/10)
		}
		if !strings.Contains(text, `d="`+d+`"`) {
			t.Errorf("%s has no %s", file, d)
		}
		if box := fmt.Sprintf(`viewBox="%d %d `, s.left/10, s.top/10); !strings.Contains(text, box) {
			t.Errorf("%s has no %s", file, box)
		}
	}
}

// The colours are those of the files that a browser sees.
func TestColours(t *testing.T) {
	all := repositoryFile(t, "static/css/site.css") + repositoryFile(t, "static/icon.svg")
	for name, c := range map[string]color.RGBA{
		"--paper: ": paper,
		"--panel: ": panel,
		"--ink: ":   black,
		"--quiet: ": quiet,
		"--pine: ":  pine,
		"--faint: ": faint,
		`fill="`:    badge,
	} {
		if want := fmt.Sprintf("%s#%02x%02x%02x", name, c.R, c.G, c.B); !strings.Contains(all, want) {
			t.Errorf("no file has %s", want)
		}
	}
}

func repositoryFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("../../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// An icon has its size, and what may be cropped is empty.
func TestIcons(t *testing.T) {
	for _, i := range Icons {
		data, err := i.File()
		if err != nil {
			t.Fatal(err)
		}
		img := decode(t, data)
		if img.Bounds() != image.Rect(0, 0, i.Size, i.Size) {
			t.Errorf("%s is %v", i.Name, img.Bounds())
		}
		_, _, _, corner := img.At(0, 0).RGBA()
		if clear := corner == 0; clear != (i.Purpose == "any") {
			t.Errorf("%s: its corner is transparent: %v", i.Name, clear)
		}
		part, far := markSize(img)
		if i.Purpose == "maskable" && far > .4 {
			t.Errorf("%s: the mark reaches %.2f of the width from the middle", i.Name, far)
		}
		if part < .08 || part > .2 {
			t.Errorf("%s: the mark is %.2f of it", i.Name, part)
		}
		if len(data) > 6<<10 {
			t.Errorf("%s has %d bytes", i.Name, len(data))
		}
	}
}

// markSize returns the part of an icon that the mark covers, and how far from the middle it
// reaches, as a part of the width.
func markSize(img image.Image) (part, far float64) {
	size := img.Bounds().Dx()
	bars, half := 0, float64(size)/2
	for y := range size {
		for x := range size {
			if r, _, _, _ := img.At(x, y).RGBA(); r > 0x8000 {
				bars++
				far = max(far, math.Hypot(float64(x)+.5-half, float64(y)+.5-half)/float64(size))
			}
		}
	}
	return float64(bars) / float64(size*size), far
}

func BenchmarkIcons(b *testing.B) {
	for b.Loop() {
		for _, i := range Icons {
			if _, err := i.draw().png(); err != nil {
				b.Fatal(err)
			}
		}
	}
}
