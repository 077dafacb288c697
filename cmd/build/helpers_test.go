package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/test/layouts"
)

// copyHandbook copies the handbook's own input tree. In the copy security.txt does not
// expire soon, so that what is tested does not depend on the day.
func copyHandbook(root, to string) error {
	for _, dir := range []string{"content", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(to, dir), os.DirFS(filepath.Join(root, dir))); err != nil {
			return err
		}
	}
	file := filepath.Join(to, filepath.FromSlash(publisher.Path))
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	later := time.Now().AddDate(0, 6, 0).Format(time.DateOnly)
	return os.WriteFile(file, expires.ReplaceAll(text, []byte("expires: "+later)), 0o644)
}

// edit returns a copy of the handbook's input tree, to be edited.
func edit(t testing.TB) *edited {
	t.Helper()
	src := t.TempDir()
	if err := copyHandbook(repository, src); err != nil {
		t.Fatal(err)
	}
	return &edited{t: t, src: src}
}

// copySmallLayouts copies the small layouts of tests, as layouts/.
func copySmallLayouts(root, to string) error {
	small, err := layouts.Small(root)
	if err != nil {
		return err
	}
	return os.CopyFS(to, small)
}

var expires = regexp.MustCompile(`(?m)^expires: \S+$`)

// program returns a call of the command in a process of its own: this test's
// executable, which TestMain makes the command if it is called build.
func program(t *testing.T, dir string, env []string, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return &exec.Cmd{Path: self, Args: append([]string{"build"}, args...), Dir: dir, Env: append(os.Environ(), env...)}
}

// archive returns the paths and data of all files below dir.
func archive(t *testing.T, dir string) []byte {
	t.Helper()
	var all bytes.Buffer
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(dir), p)
		fmt.Fprintf(&all, "%s %d\n%s\n", p, len(data), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.Bytes()
}
