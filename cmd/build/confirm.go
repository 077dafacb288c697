package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"rygghandboka/internal/build"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/translation"
)

// confirm notes in the lock that pages, or sections of pages, say the same in
// all languages.
func (c *command) confirm(context.Context) (diag.List, error) {
	if len(c.args) == 0 && !c.all {
		return nil, errors.New("confirm what? name a page, such as exercises/bird-dog, or a section, such as exercises/bird-dog#steps, or all with -all")
	}
	var names []string
	for _, arg := range c.args {
		names = append(names, pageName(arg))
	}
	r, err := new(build.Builder).Build(os.DirFS(c.src), c.options)
	if err != nil {
		return nil, err
	}
	lock, confirmed, probs, err := r.Confirm(names, c.all)
	if err != nil || probs.Errors() > 0 {
		return probs, err
	}
	if err := replaceFile(filepath.Join(c.src, filepath.FromSlash(translation.LockPath)), lock); err != nil {
		return nil, err
	}
	if c.format == "text" {
		for _, name := range confirmed {
			fmt.Fprintln(c.stderr, "confirmed", name)
		}
		if len(confirmed) == 0 {
			fmt.Fprintln(c.stderr, "all of this was confirmed already")
		}
	}
	return nil, nil
}

// pageName returns the name of a page or section that an author wrote, perhaps
// as the path of its file.
func pageName(arg string) string {
	file, id, one := strings.Cut(arg, "#")
	name := path.Clean(filepath.ToSlash(file))
	if _, rest := page.LangOf(name); rest != "" {
		name = rest
	}
	name = strings.TrimSuffix(name, ".md")
	if one {
		name += "#" + id
	}
	return name
}

// replaceFile writes a file whole or not at all.
func replaceFile(file string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	next, err := os.CreateTemp(filepath.Dir(file), ".*~")
	if err != nil {
		return err
	}
	_, err = next.Write(data)
	if closed := next.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(next.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(next.Name(), file)
	}
	if err != nil {
		os.Remove(next.Name())
	}
	return err
}
