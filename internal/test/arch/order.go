// Package arch checks the structure of the program. Its own test checks that packages
// import only what the architecture permits, and gives the reasons; FileOrder is for the
// tests of packages.
package arch

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// FileOrder checks that the package in the current folder is as its comment documents it:
// the comment lists the files of the package, each on an indented line that starts with the
// name, and no file uses an identifier that a later file of the list declares.
func FileOrder(t *testing.T) {
	t.Helper()
	p := load(t)
	order := p.fileList()
	for _, name := range p.GoFiles {
		if !slices.Contains(order, name) {
			t.Errorf("the package comment does not list %s", name)
		}
	}
	for _, name := range order {
		if !slices.Contains(p.GoFiles, name) {
			t.Errorf("the package comment lists %s, which is no file", name)
		}
	}
	for _, fault := range p.faults(order) {
		t.Error(fault)
	}
}

// A loaded package is one whose types are known.
type loaded struct {
	ImportPath string
	GoFiles    []string

	set   *token.FileSet
	files []*ast.File // in the order of GoFiles
	info  types.Info
	types *types.Package
}

// load loads the package in the current folder. What it imports is read from the export
// data of the compiler.
func load(t *testing.T) *loaded {
	t.Helper()
	p := list(t)[0]
	p.set = token.NewFileSet()
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(p.set, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		p.files = append(p.files, file)
	}
	exports := map[string]string{}
	for _, dep := range list(t, "-deps", "-export") {
		exports[dep.ImportPath] = dep.Export
	}
	open := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	config := types.Config{Importer: importer.ForCompiler(p.set, "gc", open)}
	p.info.Uses = map[*ast.Ident]types.Object{}
	var err error
	if p.types, err = config.Check(p.ImportPath, p.set, p.files, &p.info); err != nil {
		t.Fatal(err)
	}
	return &p.loaded
}

// A listed package is as go list describes it.
type listed struct {
	loaded
	Export string // the file of the export data
}

// list runs go list in the current folder.
func list(t *testing.T, flags ...string) (packages []*listed) {
	t.Helper()
	args := append([]string{"list", "-json=ImportPath,GoFiles,Export"}, flags...)
	out, err := exec.Command("go", args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		p := &listed{}
		if err := dec.Decode(p); err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
	return packages
}

var fileLine = regexp.MustCompile(`(?m)^\t(\w+\.go)\b`)

// fileList returns the files that the package comment lists, in order.
func (p *loaded) fileList() (names []string) {
	for _, file := range p.files {
		for _, m := range fileLine.FindAllStringSubmatch(file.Doc.Text(), -1) {
			names = append(names, m[1])
		}
	}
	return names
}

// faults returns where a file uses what a later one declares.
func (p *loaded) faults(order []string) (list []string) {
	for ident, object := range p.info.Uses {
		if object.Pkg() != p.types {
			continue
		}
		use, declared := p.set.Position(ident.Pos()), p.set.Position(object.Pos())
		user, owner := filepath.Base(use.Filename), filepath.Base(declared.Filename)
		if slices.Index(order, user) < slices.Index(order, owner) {
			fault := fmt.Sprintf("%s:%d uses %s, which the later %s declares", user, use.Line, ident.Name, owner)
			list = append(list, fault)
		}
	}
	slices.Sort(list)
	return list
}
