package build

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
)

// A tree is the input tree, divided by what reads which file.
type tree struct {
	pages     []source.File
	exercises []source.File
	layouts   []source.File          // and static files
	shared    map[string]source.File // by path: see shared.go

	text       map[string][]byte // of every file, by path
	changed    []string          // the paths of files that differ from the build before
	unreadable diag.List         // problems of files that are not handed on whole
	unused     diag.List         // problems of files that nothing reads
}

// read reads the input tree.
func (b *Builder) read(fsys fs.FS) (tree, error) {
	files, unreadable, err := b.Source.Read(fsys)
	if err != nil {
		return tree{}, err
	}
	t := classify(files)
	t.changed = b.Source.Changed
	t.unreadable = unreadable
	return t, nil
}

// problems returns what is wrong with files as such.
func (t tree) problems() diag.List { return slices.Concat(t.unreadable, t.unused) }

// isUnreadable reports whether a file is there, and was left out since it cannot be read.
func (t tree) isUnreadable(path string) bool {
	_, there := t.text[path]
	return !there && slices.ContainsFunc(t.unreadable, func(p diag.Problem) bool { return p.File == path })
}

// textOf returns the text of a file, or nil if there is none.
func (t tree) textOf(path string) []byte { return t.text[path] }

// classify divides files by what reads them.
func classify(files []source.File) tree {
	t := tree{
		shared: map[string]source.File{},
		text:   make(map[string][]byte, len(files)),
	}
	for _, f := range files {
		t.text[f.Path] = f.Data
		switch kindOf(f.Path) {
		case sharedFile:
			t.shared[f.Path] = f
		case exerciseFile:
			t.exercises = append(t.exercises, f)
		case pageFile:
			t.pages = append(t.pages, f)
		case layoutFile:
			t.layouts = append(t.layouts, f)
		default:
			t.unused = append(t.unused, unused(f.Path))
		}
	}
	return t
}

// A fileKind is what reads a file.
type fileKind int

const (
	unusedFile fileKind = iota
	sharedFile
	exerciseFile
	pageFile
	layoutFile
)

// kindOf returns the kind of a file, by its path alone.
func kindOf(name string) fileKind {
	language, _ := page.LangOf(name)
	ext := path.Ext(name)
	switch {
	case sharedPaths[name]:
		return sharedFile
	case path.Dir(name) == exercise.Dir && ext == ".yaml":
		return exerciseFile
	case language != "" && ext == ".md":
		return pageFile
	case strings.HasPrefix(name, "content/"):
		return unusedFile
	case strings.HasPrefix(name, "static/"), ext == ".html":
		return layoutFile
	}
	return unusedFile
}

// unused is the problem of a file that nothing reads.
func unused(name string) diag.Problem {
	p := diag.Errorf(name, 0, "nothing reads this file")
	if strings.HasPrefix(name, "content/") {
		return p.Hintf("a page is content/LANGUAGE/….md")
	}
	return p.Hintf("a layout's name ends with .html")
}
