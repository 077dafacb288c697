package main

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// Many that add something to a file at the same time lose nothing, and leave nothing else.
func TestAlone(t *testing.T) {
	const many = 20
	dir, name := t.TempDir(), "content/shared/file"
	add := func() error {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil && !os.IsNotExist(err) {
			return err
		}
		return replaceFile(dir, name, append(data, 'x'))
	}
	var all sync.WaitGroup
	for range many {
		all.Go(func() {
			if err := alone(dir, name, add); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil || len(data) != many {
		t.Errorf("%q, %v", data, err)
	}
	if files, err := os.ReadDir(filepath.Dir(filepath.Join(dir, name))); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
}
