package arch

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ordered are the packages whose files are presented in an order, from the bottom up.
var ordered = []string{"page", "site", "link", "paginate"}

// A package comment lists its files one to a line: a tab, the name, and what is in it.
var listed = regexp.MustCompile(`(?m)^\t(\w+\.go) `)

// A file uses only what is declared in itself and in the files above it in the table of the
// package comment. Fields of structs are left out: they belong to the type.
func TestOrderOfFiles(t *testing.T) {
	for _, name := range ordered {
		t.Run(name, func(t *testing.T) {
			p := load(t, filepath.Join("../..", name))
			for _, wrong := range p.upward() {
				t.Error(wrong)
			}
		})
	}
}

// The test sees an arrow that runs upward, and a file that the table leaves out.
func TestOrderIsChecked(t *testing.T) {
	p := load(t, "testdata/upward")
	want := []string{"b.go is not in the table of the package comment", "low.go uses High of high.go, which is above it"}
	if got := p.upward(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A loaded package has its files in the order of its package comment.
type loaded struct {
	fset  *token.FileSet
	files []string
	order []string
	info  types.Info
	pkg   *types.Package
}

func load(t *testing.T, dir string) *loaded {
	t.Helper()
	p := &loaded{fset: token.NewFileSet(), info: types.Info{Uses: map[*ast.Ident]types.Object{}}}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(names) == 0 {
		t.Fatal("no files in", dir, err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(p.fset, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
		p.files = append(p.files, filepath.Base(name))
		for _, m := range listed.FindAllStringSubmatch(file.Doc.Text(), -1) {
			p.order = append(p.order, m[1])
		}
	}
	config := types.Config{Importer: nothing{}, Error: func(error) {}} // what is imported does not matter here
	p.pkg, _ = config.Check(dir, p.fset, files, &p.info)
	return p
}

// nothing imports nothing, which is faster.
type nothing struct{}

func (nothing) Import(string) (*types.Package, error) { return nil, errors.New("not imported") }

// upward returns what is wrong with the order of the files, sorted.
func (p *loaded) upward() (wrong []string) {
	for _, file := range p.files {
		if !slices.Contains(p.order, file) {
			wrong = append(wrong, file+" is not in the table of the package comment")
		}
	}
	for id, object := range p.info.Uses {
		if object.Pkg() != p.pkg || !isDeclared(object) {
			continue
		}
		here, there := p.fileOf(id.Pos()), p.fileOf(object.Pos())
		if slices.Index(p.order, here) < slices.Index(p.order, there) {
			wrong = append(wrong, here+" uses "+object.Name()+" of "+there+", which is above it")
		}
	}
	slices.Sort(wrong)
	return slices.Compact(wrong)
}

func (p *loaded) fileOf(pos token.Pos) string { return filepath.Base(p.fset.Position(pos).Filename) }

// isDeclared reports whether an object is declared at the top of a file, or is a method.
func isDeclared(o types.Object) bool {
	if f, ok := o.(*types.Func); ok {
		receiver := f.Signature().Recv()
		return receiver == nil || !types.IsInterface(receiver.Type())
	}
	return o.Parent() == o.Pkg().Scope()
}
