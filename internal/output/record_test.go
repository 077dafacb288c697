package output

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A folder that was written before there were records is brought up to date.
func TestMarkerWithoutARecord(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.write(filepath.Join(c.dir, Marker), markerText)
	c.build(1, two)
	c.holds("it had no record of what was there", two)
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
			t.Errorf("read, although it is\n%s", changed)
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

// The text for people in the marker file may be changed without losing a record.
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
