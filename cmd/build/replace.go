package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"time"

	"rygghandboka/internal/source"
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

// patienceAlone is how long one build waits for another that writes the same file, which
// takes milliseconds.
const patienceAlone = 10 * time.Second

// alone runs f while no other build, and no other part of this one, runs what is to run
// alone for the same file. Two that read a file and write it back would else lose what one
// of them has added. A file beside it, which the input tree ignores, says that it is taken.
func alone(folder, name string, f func() error) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	taken := filepath.FromSlash(path.Join(path.Dir(name), "."+path.Base(name)+"~"))
	if err := root.MkdirAll(filepath.Dir(taken), 0o755); err != nil {
		return err
	}
	for end := time.Now().Add(patienceAlone); ; time.Sleep(5 * time.Millisecond) {
		err := writeNew(root, taken, nil)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		if time.Now().After(end) {
			return fmt.Errorf("another build writes %s; if none does, delete %s", name, filepath.ToSlash(taken))
		}
	}
	return errors.Join(f(), root.Remove(taken))
}

// rewrite reads a file of the input tree and writes it back, alone. The file may have been
// read before: since then, another build may have added something. It is empty if it is not
// there.
func (c console) rewrite(src, name string, change func(data []byte) ([]byte, error)) error {
	tree, err := c.open(src)
	if err != nil {
		return err
	}
	defer tree.Close()
	return alone(src, name, func() error {
		data, err := fs.ReadFile(tree, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if data, err = change(source.Normalise(data)); err != nil {
			return err
		}
		return replaceFile(src, name, data)
	})
}

// errMeanwhile says that a file could be read before, and cannot now.
func errMeanwhile(name string) error {
	return fmt.Errorf("%s was changed meanwhile, and cannot be read: run check", name)
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
