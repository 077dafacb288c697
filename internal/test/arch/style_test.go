package arch

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf8"
)

// The most columns of a line, with a tab for four, and the most lines of a function.
const (
	maxColumns = 120
	maxLines   = 50
)

// Lines and functions are short enough to read at once.
func TestSizes(t *testing.T) {
	root := os.DirFS("../../..")
	checked := 0
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git"):
			return fs.SkipDir
		case path.Ext(name) != ".go":
			return nil
		}
		checked++
		return checkSizes(t, root, name)
	})
	if err != nil {
		t.Fatal(err)
	}
	if checked < 100 {
		t.Errorf("only %d files found", checked)
	}
}

func checkSizes(t *testing.T, root fs.FS, name string) error {
	data, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	n := 0
	for line := range bytes.Lines(data) {
		n++
		text := strings.ReplaceAll(strings.TrimSuffix(string(line), "\n"), "\t", "    ")
		if columns := utf8.RuneCountInString(text); columns > maxColumns {
			t.Errorf("%s:%d: %d columns, more than %d", name, n, columns, maxColumns)
		}
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, name, data, 0)
	if err != nil {
		return err
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		start := set.Position(f.Pos())
		if lines := set.Position(f.End()).Line - start.Line + 1; lines > maxLines {
			t.Errorf("%s:%d: %s has %d lines, more than %d", name, start.Line, f.Name.Name, lines, maxLines)
		}
	}
	return nil
}
