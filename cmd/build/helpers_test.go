package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"testing"
)

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
