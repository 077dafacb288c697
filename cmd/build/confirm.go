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
	lock, changes, probs, err := r.Confirm(names, c.all)
	if err != nil || probs.Errors() > 0 {
		return probs, err
	}
	if len(changes) > 0 {
		if err := replaceFile(filepath.Join(c.src, filepath.FromSlash(translation.LockPath)), lock.Bytes()); err != nil {
			return nil, err
		}
	}
	if c.format == "text" {
		for _, change := range changes {
			verb := "confirmed"
			if change.Gone {
				verb = "forgotten"
			}
			fmt.Fprintln(c.stderr, verb, change.Name, change.Lang)
		}
		if len(changes) == 0 {
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
	if in, rest := page.LangOf(name); rest != "" && in != "" {
		name = rest
	}
	name = strings.TrimSuffix(name, ".md")
	if one {
		name += "#" + id
	}
	return name
}
