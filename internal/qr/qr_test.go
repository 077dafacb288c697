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

var run = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`)

// draw paints a code as a browser would, each module so many pixels wide.
func draw(t *testing.T, c Code, pixels int) *image.Gray {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, c.Size*pixels, c.Size*pixels))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	rest := c.Path
	for _, m := range run.FindAllStringSubmatch(c.Path, -1) {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1])
		}
		if n[2] != n[3] || n[0] < quiet || n[1] < quiet || n[0]+n[2] > c.Size-quiet || n[1] >= c.Size-quiet {
			t.Errorf("a run outside the code: %s", m[0])
		}
		for y := n[1] * pixels; y < (n[1]+1)*pixels; y++ {
			for x := n[0] * pixels; x < (n[0]+n[2])*pixels; x++ {
				img.SetGray(x, y, color.Gray{})
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
	for _, text := range []string{"https://rygghandboka.example/no/ovelser/diagonalloft/", "https://x.example/#" + strings.Repeat("a1-", 100)} {
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
