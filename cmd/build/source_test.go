package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/test/golden"
)

// A fleeting tree loses a file, so many times, after that was listed.
type fleeting struct {
	tree
	times int
}

func (f *fleeting) Open(name string) (fs.File, error) {
	if name == "content/no/about.md" && f.times > 0 {
		f.times--
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return f.tree.Open(name)
}

// A file that vanishes once while the tree is read is no error of any verb; one that
// vanishes again is one line, and nothing has been written.
func TestFileVanishes(t *testing.T) {
	src := t.TempDir()
	if err := copyHandbook(repository, src); err != nil {
		t.Fatal(err)
	}
	before := archive(t, src)
	today := golden.Day(t, repository).Format("2006-01-02")
	for _, v := range verbs() {
		name := v.name()
		if slices.Contains([]string{"pdf", "serve", "schemas", "cite"}, name) {
			continue // build, a process that does not end, and verbs that do not read the whole tree
		}
		args := []string{name, "-src", src, "-date", today}
		switch name {
		case "build":
			args = append(args, "-out", filepath.Join(t.TempDir(), "public"))
		case "new":
			args = append(args, "exercise", "wall-sit")
		case "confirm":
			args = append(args, "about")
		case "review":
			args = append(args, "about", "-lang", "no", "-by", "Prøve Prøvesen, oppdiktet", "-until", "2026-12-31")
		}
		if code, _, stderr := fleet(t, 1, args); code != fine {
			t.Errorf("%s, after a file vanished once: exit %d, %s", name, code, stderr)
		}
		if slices.Contains([]string{"new", "publish", "review"}, name) { // those that have written something
			reset(t, src)
			before = archive(t, src)
		}
		code, stdout, stderr := fleet(t, 2, args)
		const want = "build: content/no/about.md vanished while it was read: try again when nothing else writes there\n"
		if code != failure || stdout != "" || stderr != want {
			t.Errorf("%s: exit %d, %q, %q", name, code, stdout, stderr)
		}
		if !bytes.Equal(archive(t, src), before) {
			t.Errorf("%s has changed the sources", name)
		}
	}
}

// reset puts the handbook back as it was.
func reset(t *testing.T, src string) {
	t.Helper()
	for _, dir := range []string{"content", "layouts", "static"} {
		if err := os.RemoveAll(filepath.Join(src, dir)); err != nil {
			t.Fatal(err)
		}
	}
	if err := copyHandbook(repository, src); err != nil {
		t.Fatal(err)
	}
}

// fleet runs the command on a tree that loses a file so many times.
func fleet(t *testing.T, times int, args []string) (code int, stdout, stderr string) {
	t.Helper()
	var out, log strings.Builder
	c := console{stdout: &out, stderr: &log}
	c.open = func(folder string) (tree, error) {
		opened, err := openTree(folder)
		lost := &fleeting{opened, times}
		times = 0
		return lost, err
	}
	return c.run(t.Context(), args), out.String(), log.String()
}
