package main

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
)

// firstUnwritten returns the problems, which are located, as they are listed for a person:
// of a page with several placeholders in its files the first, and how many there are, since
// each is found again when those before it are written. What else is only a warning in these
// files can wait. Programs get each problem at its place.
func firstUnwritten(l diag.List) (list diag.List) {
	pages := map[string]*unwrittenPage{}
	for _, p := range l {
		if p.IsUnwritten() {
			name := pageOf(p.File)
			if pages[name] == nil {
				pages[name] = &unwrittenPage{}
			}
			pages[name].add(p)
		}
	}
	for _, p := range l {
		page := pages[pageOf(p.File)]
		switch {
		case page == nil || len(page.places) == 1 && p.IsUnwritten():
			list = append(list, p)
		case p.IsUnwritten():
			if p.File == page.places[0].File && p.Offset == page.places[0].Offset {
				list = append(list, page.problem(pageOf(p.File)))
			}
		case p.Severity == diag.Error:
			list = append(list, p)
		}
	}
	return list
}

// pageOf returns the name of the page that a file belongs to: the same in all languages, and
// for what they share.
func pageOf(file string) string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	if name == "index" {
		return path.Base(path.Dir(file)) + "/index"
	}
	return name
}

// An unwrittenPage is the placeholders in the files of a page.
type unwrittenPage struct {
	files  []string
	places diag.List
}

func (u *unwrittenPage) add(p diag.Problem) {
	u.places = append(u.places, p)
	if !slices.Contains(u.files, p.File) {
		u.files = append(u.files, p.File)
	}
}

// problem returns one problem for all placeholders, at the first. It is an error if one is.
func (u *unwrittenPage) problem(name string) diag.Problem {
	first := u.places[0]
	where := "in this file"
	if n := len(u.files); n > 1 {
		where = fmt.Sprintf("in %d files", n)
	}
	first.Message = fmt.Sprintf("%s has %d places to write, %s; first: %s",
		name, len(u.places), where, first.Unwritten)
	if u.places.Errors() > 0 {
		first.Severity = diag.Error
	}
	first.Hint += "; check then shows the next"
	return first
}
