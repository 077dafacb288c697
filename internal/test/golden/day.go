package golden

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

var (
	expires = regexp.MustCompile(`(?m)^expires: (\S+)$`)
	changed = regexp.MustCompile(`(?m)^  - date: (\S+)$`)
)

// Day returns a day on which nothing in the handbook is in the future, and nothing has
// expired: that of its newest change, or a year before security.txt expires. So tests of
// the real content do not depend on the clock, nor on who edits it.
func Day(t testing.TB, repository string) time.Time {
	t.Helper()
	day := read(t, repository, "content/shared/publisher.yaml", expires).AddDate(-1, 0, 0)
	if newest := read(t, repository, "content/en/changes.md", changed); newest.After(day) {
		day = newest
	}
	return day
}

// read returns the first day that a pattern finds in a file.
func read(t testing.TB, repository, file string, pattern *regexp.Regexp) time.Time {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	m := pattern.FindSubmatch(text)
	if m == nil {
		t.Fatalf("%s has no day", file)
	}
	day, err := time.Parse(time.DateOnly, string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	return day
}
