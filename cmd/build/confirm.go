package main

import (
	"context"
	"errors"
	"fmt"
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
	r, err := c.site()
	if err != nil {
		return nil, err
	}
	changes, probs, err := c.record(r, names)
	if err != nil || probs.Errors() > 0 || c.format != "text" {
		return probs, err
	}
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
	return nil, nil
}

// record confirms pages, and writes the lock if it is another then.
func (c *command) record(r *build.Result, names []string) ([]translation.Change, diag.List, error) {
	lock, changes, probs, err := r.Confirm(names, c.all)
	if err != nil || probs.Errors() > 0 || len(changes) == 0 {
		return nil, probs, err
	}
	return changes, nil, replaceFile(c.src, translation.LockPath, lock.Bytes())
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
