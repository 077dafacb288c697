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

	"rygghandboka/internal/diag"
	"rygghandboka/internal/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/scaffold"
	"rygghandboka/internal/site"
	"rygghandboka/internal/words"
)

// new writes the files of a new page in all languages, with what all pages of its
// kind have in common, in the folder of the first of them. They say the same,
// which is nothing yet, and are confirmed.
func (c *command) new(context.Context) (diag.List, error) {
	if len(c.args) != 2 {
		return nil, errors.New("new what? name a kind and a key: new exercise wall-sit")
	}
	var kind page.Kind
	if err := kind.UnmarshalText([]byte(c.args[0])); err != nil {
		return nil, err
	}
	name := c.args[1]
	if single := []page.Kind{page.Home, page.Changes, page.Glossary, page.References}; slices.Contains(single, kind) {
		return nil, fmt.Errorf("a language has one %s", kind)
	}
	if kind == page.Figure {
		return nil, errors.New("the drawing of a figure is made in internal/figure first; then copy another figure's page")
	}
	if !page.IsKey(name) || path.Base(name) != name {
		return nil, fmt.Errorf("%q cannot be the name of a page: use small letters a-z, digits and hyphens", name)
	}
	r, probs, err := c.soundSite()
	if r == nil {
		return probs, err
	}
	files := map[string]string{}
	for _, language := range r.Site.Languages {
		pages := pagesOf(r.Site, kind, language)
		if len(pages) == 0 {
			return nil, fmt.Errorf("there is no page of kind %s in %q to follow", kind, language.Lang)
		}
		files[path.Join("content", string(language.Lang), path.Dir(pages[0].Key), name+".md")] = scaffold.Page(pages, name)
	}
	if kind == page.Exercise {
		easiest, hardest := r.Site.Words.Keys("no-easier-"), r.Site.Words.Keys("no-harder-")
		if len(r.Exercises) == 0 || len(easiest) == 0 || len(hardest) == 0 {
			return nil, errors.New("there is no exercise to follow")
		}
		files[path.Join(exercise.Dir, name+".yaml")] = scaffold.Exercise(r.Exercises[0], easiest[0], hardest[0])
	}
	if err := c.create(files); err != nil {
		return nil, err
	}
	if r, err = c.site(); err != nil {
		return nil, err
	}
	_, probs, err = c.record(r, []string{name})
	return probs, err
}

// pagesOf returns the pages of a kind that are in the menu, in a language, by
// their keys.
func pagesOf(s *site.Site, kind page.Kind, language words.Language) (pages []*page.Page) {
	for _, e := range s.Entries {
		if e.Lang == language.Lang && e.Kind == kind && !e.IsIndex() && !e.Unlisted {
			pages = append(pages, e.Page)
		}
	}
	slices.SortFunc(pages, func(a, b *page.Page) int { return strings.Compare(a.Key, b.Key) })
	return pages
}

// create writes files that must not be there yet, and names them.
func (c *command) create(files map[string]string) error {
	for name := range files {
		if _, err := os.Lstat(filepath.Join(c.src, filepath.FromSlash(name))); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s is there already", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := replaceFile(c.src, name, []byte(files[name])); err != nil {
			return err
		}
		fmt.Fprintln(c.stderr, "wrote", name)
	}
	return nil
}
