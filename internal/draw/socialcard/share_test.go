package socialcard

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"
)

// pictures are those of the tests: what the handbook has, and what no page should have.
var pictures = []Picture{
	of("Rygghåndboka", "Øvelse", "Planken", "En tyngre øvelse for mage, skuldre og lår. Du holder kroppen på en rett linje mens du puster rolig."),
	of("The Back Handbook", "Facts", "Different muscle groups have different jobs", "Local stabilisers, global stabilisers and global movers, and what they do."),
	of("The Back Handbook", "Exercise", "Curl-up with neutral lower back", "A small lift for rectus abdominis and the oblique abdominal muscles. Your lower back stays still while you lift your head and shoulder blades a little."),
	of("Rygghåndboka", "", "Fakta", ""),
	of("", "", "", ""),
	of("ÅÆØ ÅÆØ", "Ågjpqy", "ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy", "ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy"),
	of(strings.Repeat("Håndboka ", 30), strings.Repeat("Øvelse ", 40), strings.Repeat("kjernemuskulatur ", 60), strings.Repeat("Du ligger på ryggen. ", 90)),
	of(strings.Repeat("å", 300), strings.Repeat("æ", 300), strings.Repeat("ø", 300), strings.Repeat("W", 300)),
	lying, standing,
}

func of(site, kind, title, summary string) Picture {
	return Picture{Site: site, Kind: kind, Title: title, Summary: summary}
}

// Pictures with figures, which have every command and class that there is in one.
var (
	lying = Picture{Site: "The Back Handbook", Kind: "Exercise", Title: "Curl-up with neutral lower back", Summary: strings.Repeat("You lift your head. ", 9),
		Figure: Figure{900, 300, []string{
			`<path class="mat" d="m20 200l860-20l-20 90l-840 0z"/><path class="skin" d="m794 46a27 27 0 1 1 53-2l-2 158a20 20 0 0 1-38 1zm-100 60a30 30 0 0 1-60 0a30 30 0 0 1 60 0z"/>`,
			`<path class="shirt far" d="m100 100c30-40 60-40 90 0s60 40 90 0l0 90-180-5z"/><path class="shirt seam" d="m0 0l900 300"/><path class="eye" d="m0 0l900 300"/>`,
		}}}
	standing = Picture{Site: "Rygghåndboka", Title: "Gå", Figure: Figure{100, 400, []string{`<path class="trousers" d="m0 0l100 0 0 400-100 0z"/>`, `<path class="hair" d="m50 100a50 50 0 1 1-1 0z"/>`}}}
)

// bounds is a rectangle around the letters of a line.
func bounds(t *typesetter, l line) (b fixed.Rectangle26_6) {
	t.outline(l, func(p path) {
		if len(p) > 0 {
			b = b.Union(p.Bounds())
		}
	})
	return b
}

// check checks that a picture says all its words, and that none leaves its place by more
// than so many pixels.
func check(t *testing.T, p Picture, out int) {
	t.Helper()
	var set typesetter
	lines := p.lines(&set)
	said := []string{}
	var last fixed.Rectangle26_6
	for i, l := range lines {
		b := bounds(&set, l)
		left, top, right, bottom := margin, head, margin+p.textWidth(), Height
		if l.colour == pine {
			left, top, right, bottom = siteX, 0, Width, head
		}
		if place := (fixed.Rectangle26_6{Min: fixed.P(left-out, top), Max: fixed.P(right+out, bottom)}); !b.Empty() && !b.In(place) {
			t.Errorf("%.40q is at %v, which leaves its place", l.text, b)
		}
		if i > 0 && lines[i-1].colour != pine && b.Min.Y+fixed.I(out-6) < last.Max.Y {
			t.Errorf("%.40q is at %v, over the line above, which is at %v", l.text, b, last)
		}
		last = b
		said = append(said, words(l.text)...)
	}
	if want := words(strings.Join([]string{p.Site, p.Kind, p.Title, p.Summary}, " ")); !slices.Equal(said, want) {
		t.Errorf("the picture says %.80q and not %.80q", said, want)
	}
	if set.err != nil {
		t.Error(set.err)
	}
}

// Nothing is cut off, and nothing stands over something else.
func TestTextKeepsToItsPlace(t *testing.T) {
	for _, p := range pictures {
		check(t, p, 6) // the foot of a letter stands out a little
	}
}

func FuzzTextKeepsToItsPlace(f *testing.F) {
	for _, p := range pictures {
		f.Add(p.Site, p.Kind, p.Title, p.Summary)
	}
	f.Fuzz(func(t *testing.T, site, kind, title, summary string) {
		p := of(site, kind, title, summary)
		if !utf8.ValidString(site+kind+title+summary) || len(p.Lacks()) > 0 {
			return
		}
		check(t, p, 40) // signs of mathematics stand out more, and letters may have two accents
	})
}

// A title of the handbook is large, whatever becomes of others.
func TestTitlesAreLarge(t *testing.T) {
	for _, p := range pictures[:3] {
		for _, l := range p.lines(new(typesetter)) {
			if least := map[bool]fixed.Int26_6{true: fixed.I(70), false: fixed.I(30)}[l.colour == black]; l.size < least {
				t.Errorf("%q is set in %v pixels", l.text, l.size)
			}
		}
	}
}

// drawn are the pixels of version. If the test fails and the pictures are right, count
// version up, so that they get other names, and write the new sum here.
const drawn = "1 2377c021"

func TestSamePixels(t *testing.T) {
	sum := sha256.New()
	for _, p := range pictures {
		first, err := p.Draw()
		if err != nil {
			t.Fatal(err)
		}
		again, _ := p.Draw()
		if !bytes.Equal(first, again) {
			t.Errorf("%.40q is drawn in two ways", p.Title)
		}
		img := decode(t, first)
		if img.Bounds() != image.Rect(0, 0, Width, Height) {
			t.Errorf("%.40q is %v", p.Title, img.Bounds())
		}
		sum.Write(pixels(img))
	}
	for _, i := range Icons {
		sum.Write(pixels(i.draw().image))
	}
	if got := fmt.Sprintf("%d %.4x", version, sum.Sum(nil)); got != drawn {
		t.Errorf("the pixels are %s", got)
	}
}

func decode(t *testing.T, data []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func pixels(img image.Image) (all []byte) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, a := img.At(x, y).RGBA()
			all = append(all, byte(r>>8), byte(g>>8), byte(b>>8), byte(a>>8))
		}
	}
	return all
}

// A figure is as large as its place allows, and stays in it.
func TestFigureKeepsToItsPlace(t *testing.T) {
	for _, p := range []Picture{lying, standing} {
		data, err := p.Draw()
		if err != nil {
			t.Fatal(err)
		}
		img := decode(t, data)
		painted := image.Rectangle{}
		for y := head; y < Height; y++ {
			for x := margin + p.textWidth() + 20; x < Width; x++ {
				if color.RGBAModel.Convert(img.At(x, y)) != paper {
					painted = painted.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		place := image.Rect(Width-margin-figureWidth, head+margin/2, Width-margin, Height-margin/2)
		if !painted.In(place) || painted.Dx() < place.Dx()/3 || painted.Dy() < place.Dy()/3 {
			t.Errorf("%q: its figure is at %v, and its place is %v", p.Title, painted, place)
		}
	}
}

// What internal/draw/figure does not write is refused, and not left out.
func TestFigureThatIsNotUnderstood(t *testing.T) {
	for _, d := range []string{"m0 0q1 1 2 2z", "m0", "m0 0c1 2 3", "1 2", "m0 0z1", "m0 0l99999999999999999999 1"} {
		p := Picture{Figure: Figure{10, 10, []string{`<path class="skin" d="` + d + `"/>`}}}
		if _, err := p.Draw(); err == nil {
			t.Errorf("%q is drawn", d)
		}
	}
}

// Other words have another name, and so has each of two texts that joined are the same.
func TestNames(t *testing.T) {
	names := map[string]bool{}
	for _, p := range append(slices.Clone(pictures), Picture{Title: "a b"}, Picture{Figure: Figure{1, 1, nil}}, Picture{Figure: Figure{1, 1, []string{""}}}, Picture{Title: "a", Summary: "b"}, Picture{Kind: "a", Title: "b"}) {
		if names[p.Name()] {
			t.Errorf("%+v has the name of another", p)
		}
		names[p.Name()] = true
	}
}

func TestLacks(t *testing.T) {
	letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøåáàâäéèêëíóòôöúùüçñšžłđŧŋ 0123456789«»“”‘’–—-−.,:;!?()[]/%°½×·…§&@+=\u00a0\u2011"
	if lacks := of(letters, letters, letters, letters).Lacks(); len(lacks) > 0 {
		t.Errorf("the fonts lack %q", string(lacks))
	}
	if lacks := (Picture{Title: "背 b 背", Summary: "ا"}).Lacks(); string(lacks) != "背ا" {
		t.Errorf("the fonts lack %q", string(lacks))
	}
}

// The marks and the colours are those of the files that a browser sees.
func TestMarksAndColours(t *testing.T) {
	for file, s := range map[string]spine{"layouts/partials/mark.html": mark, "static/icon.svg": icon} {
		text, err := os.ReadFile("../../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		d := ""
		for _, b := range s.bars {
			d += fmt.Sprintf("M%g %gh%g", float64(b.x)/10, float64(b.y)/10, float64(b.length)/10)
		}
		if !bytes.Contains(text, []byte(`d="`+d+`"`)) {
			t.Errorf("%s has no %s", file, d)
		}
		if at := fmt.Sprintf(`viewBox="%d %d `, s.left/10, s.top/10); !bytes.Contains(text, []byte(at)) {
			t.Errorf("%s has no %s", file, at)
		}
	}
	var all []byte
	for _, file := range []string{"static/css/site.css", "static/icon.svg"} {
		text, err := os.ReadFile("../../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, text...)
	}
	tokens := map[string][3]uint8{"--paper: ": rgb(paper), "--panel: ": rgb(panel), "--ink: ": rgb(black), "--quiet: ": rgb(quiet), "--pine: ": rgb(pine), "--faint: ": rgb(faint), `fill="`: rgb(badge)}
	for name, c := range tokens {
		if want := fmt.Sprintf("%s#%02x%02x%02x", name, c[0], c[1], c[2]); !bytes.Contains(all, []byte(want)) {
			t.Errorf("no style sheet has %s", want)
		}
	}
}

// An icon has its size, and what may be cut off is empty.
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
			t.Errorf("%s: its corner lets %v through", i.Name, clear)
		}
		bars, far := 0, 0.0
		for y := range i.Size {
			for x := range i.Size {
				r, _, _, _ := img.At(x, y).RGBA()
				if r > 0x8000 {
					bars++
					half := float64(i.Size) / 2
					far = max(far, math.Hypot(float64(x)+.5-half, float64(y)+.5-half)/float64(i.Size))
				}
			}
		}
		if i.Purpose == "maskable" && far > .4 {
			t.Errorf("%s: the mark reaches %.2f of the width from the middle", i.Name, far)
		}
		if part := float64(bars) / float64(i.Size*i.Size); part < .08 || part > .2 {
			t.Errorf("%s: the mark is %.2f of it", i.Name, part)
		}
		if len(data) > 6<<10 {
			t.Errorf("%s has %d bytes", i.Name, len(data))
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, err := pictures[2].Draw(); err != nil {
			b.Fatal(err)
		}
	}
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

func rgb(c color.RGBA) [3]uint8 { return [3]uint8{c.R, c.G, c.B} }
