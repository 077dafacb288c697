package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// replaceFile writes a file below a folder whole or not at all, and never, through a
// link, outside of the folder.
func replaceFile(folder, name string, data []byte) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	name = filepath.FromSlash(name)
	dir := filepath.Dir(name)
	if err := root.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	next := filepath.Join(dir, fmt.Sprintf(".%x~", rand.Uint64()))
	err = writeNew(root, next, data)
	if err == nil {
		err = root.Rename(next, name)
	}
	if err != nil {
		root.Remove(next)
	}
	return err
}

// writeNew writes a file that is not there yet.
func writeNew(root *os.Root, name string, data []byte) error {
	f, err := root.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close(), root.Chmod(name, 0o644))
}
