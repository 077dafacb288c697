package output

import (
	"errors"
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

// build writes files on the n-th day. Those in css/ have a hash in their names, the tests say.
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
		c.t.Errorf("%s: the folder holds %q, want %q", when, paths, want)
	}
	for p := range got {
		if want, expected := files[p]; expected && got[p] != want {
			c.t.Errorf("%s: %s says %.60q…, want %.60q…", when, p, got[p], want)
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

var (
	one   = map[string]string{"index.html": "1", "css/a.1.css": "one", "old.html": "1"}
	two   = map[string]string{"index.html": "2", "css/a.2.css": "two"}
	both  = map[string]string{"index.html": "2", "css/a.2.css": "two", "css/a.1.css": "one"}
	three = map[string]string{"index.html": "3", "css/a.3.css": "three"}
)

// An asset stays for 30 days after the day on which it was replaced, however
// many builds there are, and other files go at once.
func TestAssetsStay(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.holds("at first", one)
	for _, n := range []int{5, 5, 6, 34, 35} {
		c.build(n, two)
		c.holds(day(n).Format(time.DateOnly), both)
	}
	c.build(36, two)
	c.holds("after 31 days", two)
	c.build(36, two)
	c.holds("and again", two)
}

// The days count from when an asset was replaced: until then it was the one that
// everybody got, however long ago it was built.
func TestAssetsStayAfterAPause(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.build(200, two)
	c.build(230, two)
	c.holds("30 days after it was replaced", both)
}

// Each generation has its own days, and one that comes back has none any more.
func TestAssetsComeBack(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.build(10, two)
	c.build(20, three)
	c.holds("three generations", map[string]string{"index.html": "3", "css/a.1.css": "one", "css/a.2.css": "two", "css/a.3.css": "three"})
	c.build(41, three)
	c.holds("the first is over", map[string]string{"index.html": "3", "css/a.2.css": "two", "css/a.3.css": "three"})
	c.build(42, two)
	c.build(80, two)
	c.holds("the second is back", two)
	c.build(81, three)
	c.build(111, three)
	c.holds("the second has 30 days again", map[string]string{"index.html": "3", "css/a.2.css": "two", "css/a.3.css": "three"})
}

// A clock that was wrong, or a -date before today's, removes nothing.
func TestDaysGoBack(t *testing.T) {
	c := newChain(t)
	c.build(100, one)
	c.build(100, two)
	c.build(1, two)
	c.holds("long before", both)
	c.build(130, two)
	c.holds("30 days after", both)
}

// From nothing, the same input gives the same bytes on any day, the marker's too.
func TestRecordOfACleanBuild(t *testing.T) {
	a, b, c := newChain(t), newChain(t), newChain(t)
	a.build(1, two)
	b.build(300, two)
	c.build(1, one)
	c.build(2, two)
	c.build(300, two)
	if a.marker() != b.marker() || a.marker() != c.marker() {
		t.Errorf("the markers differ:\n%s\n%s\n%s", a.marker(), b.marker(), c.marker())
	}
	if text := a.marker(); !strings.HasPrefix(text, markerText) || !strings.Contains(text, `"css/a.2.css"`) {
		t.Errorf("the marker says\n%s", text)
	}
}

// An older asset gives way to whatever the site has now.
func TestAssetsGiveWay(t *testing.T) {
	for _, now := range []map[string]string{
		{"css": "a file where the folder was"},
		{"css/a.1.css/index.html": "a folder where the file was"},
		{"css/a.1.css": "other bytes"},
	} {
		c := newChain(t)
		c.build(1, one)
		for range 3 {
			c.build(1, now)
			c.holds("in its place", now)
		}
	}
}

// What a crash has left in the stage is never taken for whole.
func TestAssetsAfterACrash(t *testing.T) {
	for what, spoil := range map[string]func(file string) error{
		"cut off":     func(file string) error { return os.Truncate(file, 1) },
		"empty":       func(file string) error { return os.Truncate(file, 0) },
		"other bytes": func(file string) error { return os.WriteFile(file, []byte("eno"), 0o644) },
		"missing":     os.Remove,
		"no marker": func(file string) error {
			return os.WriteFile(filepath.Join(filepath.Dir(file), "..", Marker), nil, 0o644)
		},
	} {
		c := newChain(t)
		c.build(1, one)
		c.build(1, two)
		c.build(1, two)
		if err := spoil(filepath.Join(stageOf(c.dir), "css/a.1.css")); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if r := c.build(1, two); len(r.Lost) > 0 {
				t.Errorf("%s: %v is lost", what, r.Lost)
			}
			c.holds(what, both)
		}
	}
}

// An older asset that the output folder has no more, or has with other bytes, is
// taken from the build before; if that has it neither, it is said once, and never
// published.
func TestAssetsAreLost(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.build(1, two)
	c.build(1, two)
	c.write(filepath.Join(c.dir, "css/a.1.css"), "not one")
	if r := c.build(1, two); len(r.Lost) > 0 {
		t.Errorf("%v is lost, and the build before has it", r.Lost)
	}
	c.holds("taken from the build before", both)

	c.write(filepath.Join(c.dir, "css/a.1.css"), "not one")
	if err := os.RemoveAll(stageOf(c.dir)); err != nil {
		t.Fatal(err)
	}
	if r := c.build(1, two); !slices.Equal(r.Lost, []string{"css/a.1.css"}) {
		t.Errorf("lost are %v", r.Lost)
	}
	c.holds("lost", two)
	if r := c.build(1, two); len(r.Lost) > 0 {
		t.Errorf("lost again are %v", r.Lost)
	}
}

// A folder that was written before there were records is brought up to date.
func TestMarkerWithoutARecord(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.write(filepath.Join(c.dir, Marker), markerText)
	c.build(1, two)
	c.holds("it did not say what was there", two)
}

// A damaged record stops the build, and before it begins.
func TestDamagedRecord(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.build(2, two)
	text := c.marker()
	if _, ok := parseRecord(text); !ok {
		t.Fatalf("this cannot be read:\n%s", text)
	}
	c.write(filepath.Join(c.dir, Marker), strings.Replace(text, "2026-01-02", "2025-01-02", 1))
	before := content(t, c.dir)
	_, _, err := Write(c.dir, outputs(three), Options{Today: day(3)})
	if err == nil || !strings.Contains(err.Error(), Marker+" is damaged") || strings.Contains(err.Error(), "\n") {
		t.Errorf("the error is %v", err)
	}
	c.holds("after the error", before)
	if _, err := Folder(t.TempDir(), c.dir, nil); err == nil {
		t.Error("Folder finds nothing wrong")
	}
}

// Whatever part is lost or changed, it is noticed.
func TestDamageIsNoticed(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.build(2, two)
	text := c.marker()
	for i := range text {
		if _, ok := parseRecord(text[:i]); ok && text[:i] != markerText {
			t.Errorf("read, although it ends after %q", text[:i])
		}
		changed := []byte(text)
		changed[i] ^= 1
		if _, ok := parseRecord(string(changed)); ok {
			t.Errorf("read, although it says\n%s", changed)
		}
	}
	if _, ok := parseRecord(sealed("")); ok {
		t.Error("read, although it is only a seal")
	}
}

// Even a record with a right seal is read only if it is as it would be written.
func TestTableIsStrict(t *testing.T) {
	a, b := record{{path: "a"}}.table(), record{{path: "b", gone: day(3)}}.table()
	if _, ok := parseTable(a + b); !ok {
		t.Fatalf("this cannot be read:\n%s", a+b)
	}
	for _, table := range []string{
		b + a, a + a, a + "\n" + b, " " + a, strings.Replace(a, "  ", " ", 1), strings.TrimSuffix(a, "\n"),
		strings.Replace(a, "current   ", "2026-02-30", 1),
		strings.Replace(a, "current", "CURRENT", 1),
		strings.Replace(a, "0", "", 1),
		strings.Replace(a, `"a"`, `"/a"`, 1),
		strings.Replace(a, `"a"`, `"../a"`, 1),
		strings.Replace(a, `"a"`, "`a`", 1),
		strings.Replace(a, `"a"`, `"a" b`, 1),
	} {
		if r, ok := parseTable(table); ok {
			t.Errorf("%q was read as %v", table, r)
		}
	}
}

// What the marker says to people may be changed without losing a record.
func TestAnotherMarkerText(t *testing.T) {
	r := record{{path: "css/a b.1.css"}, {path: "css/å\n\".2.css", gone: day(3)}}
	text := "In other words.\n\nAnd more.\n\n" + r.table() + "\n"
	got, ok := parseRecord(text + sealed(text))
	if !ok || !slices.Equal(got, r) {
		t.Errorf("read %v, %v", got, ok)
	}
}

// A table is read as it is written, or not at all.
func FuzzRecord(f *testing.F) {
	f.Add(record{{path: "css/a.1.css"}, {path: "css/å\n\".2.css", gone: day(3)}}.table())
	f.Add(record{{path: "b"}}.table() + record{{path: "a"}}.table())
	f.Add(record{{path: "../a"}}.table())
	f.Fuzz(func(t *testing.T, table string) {
		if r, ok := parseTable(table); ok && r.table() != table {
			t.Errorf("%q was read as %q", table, r.table())
		}
		parseRecord(table + sealed(table))
	})
}

// The crash of a system that cannot exchange two folders at once.
func TestRestore(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.build(1, two)
	if err := os.Rename(c.dir, stageOf(c.dir)+asideSuffix); err != nil {
		t.Fatal(err)
	}
	c.build(1, two)
	c.holds("after a crash between the steps", both)
	if _, err := os.Lstat(stageOf(c.dir) + asideSuffix); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
