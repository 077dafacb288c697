package qr

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var run = regexp.MustCompile(`m(-?\d+) (\d+)h(\d+)`)

// draw paints a code as a browser would, each module so many pixels wide.
func draw(t *testing.T, c Code, pixels int) *image.Gray {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, c.Size*pixels, c.Size*pixels))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	rest, there := strings.CutPrefix(c.Path, "M0 .5")
	if !there {
		t.Errorf("the path starts elsewhere: %.20s", c.Path)
	}
	x, y := 0, 0
	for _, m := range run.FindAllStringSubmatch(c.Path, -1) {
		var n [3]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1])
		}
		start := x + n[0]
		x, y = start+n[2], y+n[1]
		if start < quiet || y < quiet || x > c.Size-quiet || y >= c.Size-quiet {
			t.Errorf("a run outside the code: %s", m[0])
		}
		for py := y * pixels; py < (y+1)*pixels; py++ {
			for px := start * pixels; px < x*pixels; px++ {
				img.SetGray(px, py, color.Gray{})
			}
		}
		rest = strings.Replace(rest, m[0], "", 1)
	}
	if rest != "" {
		t.Errorf("the path has more than runs: %q", rest)
	}
	return img
}

// A reader that knows nothing of this package reads what was written.
func TestZbarReadsIt(t *testing.T) {
	if _, err := exec.LookPath("zbarimg"); err != nil {
		t.Skip("there is no zbarimg here: install the package zbar-tools")
	}
	for _, text := range []string{
		"https://rygghandboka.example/no/ovelser/diagonalloft/",
		"https://x.example/#" + strings.Repeat("a1-", 100),
	} {
		c, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(t.TempDir(), "code.png")
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, draw(t, c, 4)); err != nil {
			t.Fatal(err)
		}
		f.Close()
		out, err := exec.Command("zbarimg", "--quiet", "--raw", name).Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != text {
			t.Errorf("%q was read as %q, %v", text, got, err)
		}
	}
}

func TestTooLong(t *testing.T) {
	if _, err := Encode(strings.Repeat("x", 3000)); err == nil {
		t.Error("3,000 bytes have a code")
	}
}
