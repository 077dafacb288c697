package output

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// day returns a day of a year with 365 days.
func day(n int) time.Time { return time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC) }

// A chain is builds of one folder, one after the other.
type chain struct {
	t           testing.TB
	dir         string
	precompress bool
}

func newChain(t testing.TB) chain { return chain{t: t, dir: filepath.Join(t.TempDir(), "site")} }

// build writes files on the n-th day. Those in css/ are treated as having a hash in their names.
func (c chain) build(n int, files map[string]string) Report {
	c.t.Helper()
	list := outputs(files)
	for i := range list {
		list[i].Immutable = strings.HasPrefix(list[i].Path, "css/")
	}
	report, probs, err := Write(c.dir, list, Options{Today: day(n), Precompress: c.precompress})
	if err != nil || len(probs) > 0 {
		c.t.Fatal(probs, err)
	}
	return report
}

// holds checks that the folder has these files and no others.
func (c chain) holds(when string, files map[string]string) {
	c.t.Helper()
	got := content(c.t, c.dir)
	if paths, want := slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(files)); !slices.Equal(paths, want) {
		c.t.Errorf("%s: the folder has %q, want %q", when, paths, want)
	}
	for p := range got {
		if want, expected := files[p]; expected && got[p] != want {
			c.t.Errorf("%s: %s is %.60q…, want %.60q…", when, p, got[p], want)
		}
	}
}

func (c chain) write(name, text string) {
	c.t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

func (c chain) marker() string {
	c.t.Helper()
	text, err := os.ReadFile(filepath.Join(c.dir, Marker))
	if err != nil {
		c.t.Fatal(err)
	}
	return string(text)
}
