// Package layouts gives tests small layouts, so that what they expect shows what they
// are about and no more. The files are in internal/build/testdata/layouts.
package layouts

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing/fstest"

	"rygghandboka/internal/page"
)

// Small returns the small layouts as a tree of files, layouts/page.html among them,
// which is also the layout of each kind of page that has none of its own. repository is
// the root of the repository.
func Small(repository string) (fstest.MapFS, error) {
	tree := fstest.MapFS{}
	testdata := os.DirFS(filepath.Join(repository, "internal", "build", "testdata"))
	err := fs.WalkDir(testdata, "layouts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(testdata, name)
		tree[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, kind := range page.Kinds() {
		name := "layouts/" + string(kind) + ".html"
		if tree[name] == nil {
			tree[name] = tree["layouts/page.html"]
		}
	}
	return tree, nil
}
