package output

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func compressing(t testing.TB) chain {
	c := newChain(t)
	c.precompress = true
	return c
}

// text is a text that can be compressed, another for each n.
func text(n int) string { return strings.Repeat(fmt.Sprintf("<p>Setning %d av flere. ", n), 40) }

// noise cannot be compressed.
func noise() string {
	b := make([]byte, 500)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}

// fresh returns what a build from nothing writes.
func (c chain) fresh(files map[string]string) map[string]string {
	c.t.Helper()
	cold := newChain(c.t)
	cold.precompress = c.precompress
	cold.build(1, files)
	return content(c.t, cold.dir)
}

// Text files of more than 200 bytes have two companions, if they are smaller, and
// the report has their sizes.
func TestPrecompress(t *testing.T) {
	files := map[string]string{
		"no/index.html": text(1), "css/a.1.css": text(2), "long.js": text(3), "references.ris": text(4),
		"short.txt": strings.Repeat("a", tiny), "longer.txt": strings.Repeat("a", tiny+1),
		"noise.txt": noise(), "a.pdf": text(5), "empty.txt": "",
	}
	c := compressing(t)
	report := c.build(1, files)
	got := content(t, c.dir)
	want := slices.Collect(maps.Keys(files))
	for _, p := range []string{"css/a.1.css", "long.js", "longer.txt", "no/index.html", "references.ris"} {
		want = append(want, p+".br", p+".gz")
		if !inBrotli.holds([]byte(got[p+".br"]), []byte(files[p])) ||
			!inGzip.holds([]byte(got[p+".gz"]), []byte(files[p])) {
			t.Errorf("the companions of %s have other bytes", p)
		}
		if b, g := len(got[p+".br"]), len(got[p+".gz"]); max(b, g) >= len(files[p]) {
			t.Errorf("of the %d bytes of %s there are %d and %d left", len(files[p]), p, b, g)
		}
	}
	slices.Sort(want)
	if paths := slices.Sorted(maps.Keys(got)); !slices.Equal(paths, want) {
		t.Errorf("the files are %q, want %q", paths, want)
	}
	for p, size := range map[string]Size{
		"no/index.html": {len(got["no/index.html"]), len(got["no/index.html.br"]), len(got["no/index.html.gz"])},
		"short.txt":     {tiny, tiny, tiny},
		"noise.txt":     {500, 500, 500},
		"a.pdf":         {},
	} {
		if report.Compressed[p] != size {
			t.Errorf("the report has %v of %s, want %v", report.Compressed[p], p, size)
		}
	}
}

// Whatever was built before, compressed or not, files and companions are those
// of a build from nothing.
func TestPrecompressIsWarmAsCold(t *testing.T) {
	c := compressing(t)
	flags := [][]bool{{true}, {true, true, true}, {false, true}, {false, false}, {true, false}}
	for i, files := range []map[string]string{
		{"a.html": text(1), "b.html": text(1), "c/d.html": text(1)},
		{"a.html": text(2), "b.html": text(1), "c/d.html": text(1)},
		{"a.html": text(2), "b.html": "short", "c/d.html": text(1)},
		{"a.html": text(1), "b.html": text(2)},
		{"a.html": noise(), "b.html": text(2), "c": "file"},
		{"a.html": text(3), "b.html": text(1), "c/d.html": text(1)},
		{"a.html": text(1), "c/d.html": text(1)},
	} {
		for _, precompress := range flags[i%len(flags)] {
			c.precompress = precompress
			c.build(1, files)
			c.holds(fmt.Sprint("build ", i, precompress), c.fresh(files))
		}
	}
}

// An older asset has its own companions, or none without the flag.
func TestPrecompressAssets(t *testing.T) {
	first, second := map[string]string{"css/a.1.css": text(1)}, map[string]string{"css/a.2.css": text(2)}
	all := map[string]string{"css/a.1.css": text(1), "css/a.2.css": text(2)}
	c := compressing(t)
	c.build(1, first)
	for _, precompress := range []bool{true, true, false, false, true, true} {
		c.precompress = precompress
		c.build(1, second)
		c.holds(fmt.Sprint(precompress), c.fresh(all))
	}
	c.build(40, second)
	c.holds("after 30 days", c.fresh(second))
}

// What has not changed is not compressed again: a companion that another program
// made of the same bytes stays, in the stage and in the output folder.
func TestCompressedOnce(t *testing.T) {
	var other bytes.Buffer
	w, _ := gzip.NewWriterLevel(&other, gzip.BestSpeed)
	w.Write([]byte(text(1)))
	w.Close()
	files := map[string]string{"a.html": text(1)}
	for _, folder := range []func(string) string{stageOf, func(dir string) string { return dir }} {
		c := compressing(t)
		c.build(1, files)
		c.build(1, files)
		want := content(t, c.dir)
		if want["a.html.gz"] == other.String() {
			t.Fatal("both levels give the same bytes")
		}
		if err := os.RemoveAll(filepath.Join(stageOf(c.dir), "a.html.gz")); err != nil {
			t.Fatal(err)
		}
		c.write(filepath.Join(folder(c.dir), "a.html.gz"), other.String())
		want["a.html.gz"] = other.String()
		c.build(1, files)
		c.holds("compressed by another", want)
	}
}

// Whatever a crash, or somebody, has left in the stage or in the output folder, no
// companion has other bytes than its file.
func TestPrecompressAfterACrash(t *testing.T) {
	files := map[string]string{"x/a.html": text(1), "x/a.html.old.html": text(2), "b.html": text(3)}
	want := compressing(t).fresh(files)
	for what, spoil := range map[string]func(file string) error{
		"another file":     func(file string) error { return os.WriteFile(file, []byte(text(7)), 0o644) },
		"half a file":      func(file string) error { return os.Truncate(file, int64(len(text(1)))/2) },
		"old companion":    func(file string) error { return os.Rename(file+".old.html.br", file+".br") },
		"half a companion": func(file string) error { return os.Truncate(file+".br", 20) },
		"empty companion":  func(file string) error { return os.Truncate(file+".gz", 0) },
		"one is missing":   func(file string) error { return os.Remove(file + ".gz") },
		"a folder": func(file string) error {
			os.Remove(file + ".gz")
			return os.MkdirAll(file+".gz/x", 0o755)
		},
		"something more":   func(file string) error { return os.WriteFile(file+".br.tmp", nil, 0o644) },
		"no file any more": os.Remove,
		"nothing any more": func(file string) error { return os.RemoveAll(filepath.Dir(file)) },
		"a link elsewhere": func(file string) error {
			os.Remove(file + ".br")
			return os.Symlink(file+".gz", file+".br")
		},
		"the others' suffix": func(file string) error { return os.Rename(file+".gz", file+".br") },
	} {
		c := compressing(t)
		c.build(1, files)
		c.build(1, files)
		for _, folders := range [][]string{{stageOf(c.dir)}, {c.dir}, {c.dir, stageOf(c.dir)}} {
			for _, f := range folders {
				if err := spoil(filepath.Join(f, "x/a.html")); err != nil {
					t.Fatal(what, err)
				}
			}
			for range 2 {
				c.build(1, files)
				c.holds(what, want)
			}
		}
	}
}

// A companion is known to be whole by all its bytes.
func TestHolds(t *testing.T) {
	data := []byte(text(1))
	for _, e := range []encoding{inBrotli, inGzip} {
		small, err := e.encoded(data)
		if err != nil || !e.holds(small, data) {
			t.Fatal(e.suffix, err)
		}
		for i := range small {
			if e.holds(small[:i], data) {
				t.Errorf("%s: cut off after %d of %d bytes", e.suffix, i, len(small))
			}
		}
		if e.holds(append(slices.Clone(small), 'x'), data) {
			t.Errorf("%s: with a byte too many", e.suffix)
		}
		if e.holds(small, data[1:]) || e.holds(small, data[:len(data)-1]) ||
			e.holds(small, append(slices.Clone(data), 'x')) {
			t.Errorf("%s: of other bytes", e.suffix)
		}
	}
}

// BenchmarkPrecompress builds a site of which all pages have changed, and then
// again with no change, and reports how many times as long the first takes.
func BenchmarkPrecompress(b *testing.B) {
	c := compressing(b)
	site := func(n int) map[string]string {
		files := map[string]string{}
		for i := range 20 {
			var page strings.Builder
			for j := range 400 {
				fmt.Fprintf(&page, "<p>Setning %d av side %d. ", j*n, i)
			}
			files[fmt.Sprintf("%d/index.html", i)] = page.String()
		}
		return files
	}
	var changed, same time.Duration
	n := 0
	for b.Loop() {
		n++
		start := time.Now()
		c.build(1, site(n))
		changed += time.Since(start)
		start = time.Now()
		c.build(1, site(n))
		same += time.Since(start)
	}
	b.ReportMetric(float64(changed.Milliseconds())/float64(n), "ms/changed")
	b.ReportMetric(float64(same.Milliseconds())/float64(n), "ms/same")
	b.ReportMetric(float64(changed)/float64(same), "changed/same")
}
