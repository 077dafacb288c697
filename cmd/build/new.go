package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/scaffold"
	"rygghandboka/internal/site"
)

// A newVerb writes the files of a new page in all languages, with … wherever the author must
// write something: until then each is an error.
type newVerb struct {
	sources
	format
}

func (v *newVerb) flags(f *pflag.FlagSet) {
	v.sources.flags(f)
	v.format.flags(f)
}

func (v *newVerb) run(_ context.Context, c console, args []string) (diag.List, error) {
	if len(args) != 2 {
		return nil, errors.New("new needs a kind and a key, such as new exercise wall-sit")
	}
	var kind page.Kind
	if err := kind.UnmarshalText([]byte(args[0])); err != nil {
		return nil, err
	}
	switch template := kind.Traits().New; {
	case template == nil:
		return nil, fmt.Errorf("a language has one %s", kind)
	case template.Drawn:
		return nil, fmt.Errorf("a %s is drawn in internal/draw/figure first; then copy the page of another one", kind)
	}
	r, err := c.site(string(v.src), v.options())
	if err != nil {
		return nil, err
	}
	if err := v.free(c, args[1]); err != nil {
		return nil, err
	}
	if len(r.Site.Languages) == 0 {
		return v.report(c.stdout, r.Problems)
	}
	if err := v.create(c, newFiles(r.Site, kind, args[1])); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.stderr, "replace each %s: go run ./cmd/build check shows the next\n", diag.Unwritten)
	return nil, nil
}

// newFiles returns the files of a new page, by their paths.
func newFiles(s *site.Site, kind page.Kind, name string) map[string]string {
	template := kind.Traits().New
	files := map[string]string{}
	for _, language := range s.Languages {
		file := path.Join("content", string(language.Lang), template.Folder, name+".md")
		files[file] = scaffold.Page(kind, pagesOf(s, kind, template.Folder, language))
	}
	if template.Facts {
		files[path.Join(exercise.Dir, name+".yaml")] = scaffold.Exercise(s.Words.Keys)
	}
	return files
}

// free reports an error unless a new page can have this name. Pages refer to each other by
// it, so that no two can have the same, whatever their folders.
func (v *newVerb) free(c console, name string) error {
	if !page.IsKey(name) || path.Base(name) != name {
		return fmt.Errorf("%q cannot be the name of a page: use small letters a-z, digits and hyphens", name)
	}
	tree, err := c.open(string(v.src))
	if err != nil {
		return err
	}
	defer tree.Close()
	for _, pattern := range []string{"content/*/" + name, "content/*/" + name + ".md", "content/*/*/" + name + ".*"} {
		found, err := fs.Glob(tree, pattern)
		if err != nil {
			return err
		}
		if len(found) > 0 {
			return fmt.Errorf("the name %q is taken: %s is there already", name, found[0])
		}
	}
	return nil
}

// pagesOf returns the finished pages of a kind that are in a folder and in the menu, in a
// language, by their keys.
func pagesOf(s *site.Site, kind page.Kind, folder string, language i18n.Language) (pages []*page.Page) {
	for _, e := range s.Entries {
		isThere := e.Lang == language.Lang && e.Kind == kind && path.Dir(e.Key) == path.Clean(folder)
		if isThere && !e.IsIndex() && !e.OffMenu && !e.HasErrors {
			pages = append(pages, e.Page)
		}
	}
	slices.SortFunc(pages, func(a, b *page.Page) int { return strings.Compare(a.Key, b.Key) })
	return pages
}

// create writes files that must not be there yet, and names them. None is written if one
// of them cannot be, because there is a link in the place of its folder.
func (v *newVerb) create(c console, files map[string]string) error {
	root, err := os.OpenRoot(string(v.src))
	if err != nil {
		return err
	}
	defer root.Close()
	for name := range files {
		if _, err := root.Lstat(filepath.FromSlash(name)); err == nil {
			return fmt.Errorf("%s is there already", name)
		}
		folder := path.Dir(name)
		if err := root.MkdirAll(filepath.FromSlash(folder), 0o755); err != nil {
			return fmt.Errorf("%s cannot be written to: is it a link?", folder)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := replaceFile(string(v.src), name, []byte(files[name])); err != nil {
			return err
		}
		fmt.Fprintln(c.stderr, "wrote", name)
	}
	return nil
}
