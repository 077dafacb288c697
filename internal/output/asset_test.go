package output

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

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
	c.holds(
		"three generations",
		map[string]string{"index.html": "3", "css/a.1.css": "one", "css/a.2.css": "two", "css/a.3.css": "three"},
	)
	c.build(41, three)
	c.holds("the first is over", map[string]string{"index.html": "3", "css/a.2.css": "two", "css/a.3.css": "three"})
	c.build(42, two)
	c.build(80, two)
	c.holds("the second is back", two)
	c.build(81, three)
	c.build(111, three)
	c.holds(
		"the second has 30 days again",
		map[string]string{"index.html": "3", "css/a.2.css": "two", "css/a.3.css": "three"},
	)
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
		t.Errorf("the marker file is\n%s", text)
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
// taken from the build before; if that has it neither, it is reported once, and never
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
