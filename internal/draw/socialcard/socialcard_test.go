package socialcard

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"
)

// pictures are those of the tests: what the handbook has, and what no page should have.
var pictures = []Picture{
	newPicture(
		"Rygghåndboka",
		"Øvelse",
		"Planken",
		"En tyngre øvelse for mage, skuldre og lår. Du holder kroppen på en rett linje mens du puster rolig.",
	),
	newPicture(
		"The Back Handbook",
		"Facts",
		"Different muscle groups have different jobs",
		"Local stabilisers, global stabilisers and global movers, and what they do.",
	),
	newPicture(
		"The Back Handbook",
		"Exercise",
		"Curl-up with neutral lower back",
		"A small lift for rectus abdominis and the oblique abdominal muscles. "+
			"Your lower back stays still while you lift your head and shoulder blades a little.",
	),
	newPicture("Rygghåndboka", "", "Fakta", ""),
	newPicture("", "", "", ""),
	newPicture(
		"ÅÆØ ÅÆØ",
		"Ågjpqy",
		"ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy",
		"ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy ÅÉgjpqy",
	),
	newPicture(
		strings.Repeat("Håndboka ", 30),
		strings.Repeat("Øvelse ", 40),
		strings.Repeat("kjernemuskulatur ", 60),
		strings.Repeat("Du ligger på ryggen. ", 90),
	),
	newPicture(
		strings.Repeat("å", 300),
		strings.Repeat("æ", 300),
		strings.Repeat("ø", 300),
		strings.Repeat("W", 300),
	),
	lying,
	standing,
}

func newPicture(site, kind, title, summary string) Picture {
	return Picture{Site: site, Kind: kind, Title: title, Summary: summary}
}

// Pictures with figures, which have every command and class that there is in one.
var (
	lying = Picture{
		Site:    "The Back Handbook",
		Kind:    "Exercise",
		Title:   "Curl-up with neutral lower back",
		Summary: strings.Repeat("You lift your head. ", 9),
		Figure: Figure{900, 300, []string{
			`<path class="mat" d="m20 200l860-20l-20 90l-840 0z"/>` +
				`<path class="skin" d="m794 46a27 27 0 1 1 53-2l-2 158a20 20 0 0 1-38 1z` +
				`m-100 60a30 30 0 0 1-60 0a30 30 0 0 1 60 0z"/>`,
			`<path class="shirt far" d="m100 100c30-40 60-40 90 0s60 40 90 0l0 90-180-5z"/>` +
				`<path class="shirt seam" d="m0 0l900 300"/>` +
				`<path class="eye" d="m0 0l900 300"/>`,
		}},
	}
	standing = Picture{
		Site:  "Rygghåndboka",
		Title: "Gå",
		Figure: Figure{100, 400, []string{
			`<path class="trousers" d="m0 0l100 0 0 400-100 0z"/>`,
			`<path class="hair" d="m50 100a50 50 0 1 1-1 0z"/>`,
		}},
	}
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

// check checks that a picture has all its words, and that none leaves its area by more than
// so many pixels.
func check(t *testing.T, p Picture, out int) {
	t.Helper()
	var set typesetter
	lines := p.lines(&set)
	shown := []string{}
	var last fixed.Rectangle26_6
	for i, l := range lines {
		b := bounds(&set, l)
		area := fixed.Rectangle26_6{
			Min: fixed.P(margin-out, header),
			Max: fixed.P(margin+p.textWidth()+out, Height),
		}
		if l.colour == pine {
			area = fixed.Rectangle26_6{Min: fixed.P(siteX-out, 0), Max: fixed.P(Width+out, header)}
		}
		if !b.Empty() && !b.In(area) {
			t.Errorf("%.40q is at %v, which leaves its area", l.text, b)
		}
		if i > 0 && lines[i-1].colour != pine && b.Min.Y+fixed.I(out-6) < last.Max.Y {
			t.Errorf("%.40q is at %v, over the line above, which is at %v", l.text, b, last)
		}
		last = b
		shown = append(shown, words(l.text)...)
	}
	want := words(strings.Join([]string{p.Site, p.Kind, p.Title, p.Summary}, " "))
	if !slices.Equal(shown, want) {
		t.Errorf("the picture shows %.80q, want %.80q", shown, want)
	}
	if set.err != nil {
		t.Error(set.err)
	}
}

// Nothing is cut off, and nothing overlaps.
func TestTextKeepsToItsArea(t *testing.T) {
	for _, p := range pictures {
		check(t, p, 6) // descenders reach out a little
	}
}

func FuzzTextKeepsToItsArea(f *testing.F) {
	for _, p := range pictures {
		f.Add(p.Site, p.Kind, p.Title, p.Summary)
	}
	f.Fuzz(func(t *testing.T, site, kind, title, summary string) {
		p := newPicture(site, kind, title, summary)
		if !utf8.ValidString(site+kind+title+summary) || len(p.Lacks()) > 0 {
			return
		}
		check(t, p, 40) // signs of mathematics reach out more, and letters may have two accents
	})
}

// A title of the handbook is large, however small other titles are.
func TestTitlesAreLarge(t *testing.T) {
	for _, p := range pictures[:3] {
		for _, l := range p.lines(new(typesetter)) {
			least := fixed.I(30)
			if l.colour == black {
				least = fixed.I(70)
			}
			if l.size < least {
				t.Errorf("%q is set in %v pixels", l.text, l.size)
			}
		}
	}
}

// drawn is the hash of the pixels of version. If the test fails and the pictures are right,
// increase version, so that they get other names, and write the new hash here.
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

// A figure is as large as its area allows, and stays in it.
func TestFigureKeepsToItsArea(t *testing.T) {
	for _, p := range []Picture{lying, standing} {
		data, err := p.Draw()
		if err != nil {
			t.Fatal(err)
		}
		img := decode(t, data)
		painted := image.Rectangle{}
		for y := header; y < Height; y++ {
			for x := margin + p.textWidth() + 20; x < Width; x++ {
				if color.RGBAModel.Convert(img.At(x, y)) != paper {
					painted = painted.Union(image.Rect(x, y, x+1, y+1))
				}
			}
		}
		area := image.Rect(Width-margin-figureWidth, header+margin/2, Width-margin, Height-margin/2)
		if !painted.In(area) || painted.Dx() < area.Dx()/3 || painted.Dy() < area.Dy()/3 {
			t.Errorf("%q: its figure is at %v, and its area is %v", p.Title, painted, area)
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
	others := []Picture{
		{Title: "a b"},
		{Figure: Figure{1, 1, nil}},
		{Figure: Figure{1, 1, []string{""}}},
		{Title: "a", Summary: "b"},
		{Kind: "a", Title: "b"},
	}
	for _, p := range slices.Concat(pictures, others) {
		if names[p.Name()] {
			t.Errorf("%+v has the name of another", p)
		}
		names[p.Name()] = true
	}
}

func TestLacks(t *testing.T) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ" +
		"abcdefghijklmnopqrstuvwxyzæøåáàâäéèêëíóòôöúùüçñšžłđŧŋ " +
		"0123456789«»“”‘’–—-−.,:;!?()[]/%°½×·…§&@+=\u00a0\u2011"
	if lacks := newPicture(letters, letters, letters, letters).Lacks(); len(lacks) > 0 {
		t.Errorf("the fonts lack %q", string(lacks))
	}
	if lacks := (Picture{Title: "背 b 背", Summary: "ا"}).Lacks(); string(lacks) != "背ا" {
		t.Errorf("the fonts lack %q", string(lacks))
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, err := pictures[2].Draw(); err != nil {
			b.Fatal(err)
		}
	}
}
