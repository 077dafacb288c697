package arch

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// docs are the documents whose paths are checked.
var docs = []string{"*.md", "doc/*.md", "doc/syntax/*.md", ".github/workflows/*.yml", "Makefile", "go.mod"}

// written are the files that the program writes when it is asked to.
var written = []string{"content/shared/published.txt", "content/shared/reviews.lock"}

var (
	quoted      = regexp.MustCompile("`([^`]+)`")
	pathAt      = regexp.MustCompile(`(?:^|[\s("]|\./)((?:internal|cmd|layouts|static|doc|content)/[\w./*-]*[\w*/])`)
	fileName    = regexp.MustCompile(`^[\w-]+\.(go|css|js|html|md|txtar|yaml)$`)
	placeholder = regexp.MustCompile(`LANGUAGE|LANG|KEY|KIND|NAME`)
	lsFiles     = regexp.MustCompile(`^git ls-files '\*(\w+)\*'$`)
)

// Every path in a document exists; a placeholder such as LANG is any name. The name of a
// file without its folder is in the folder of a path on the same line, or of the last above.
func TestDocumentPaths(t *testing.T) {
	tree := readTree(t)
	checked := 0
	for _, pattern := range docs {
		names, err := fs.Glob(tree.FS, pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("no document matches %s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(tree.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			checked += tree.check(t, name, 1, string(data), path.Ext(name) == ".md")
		}
	}
	if checked < 200 {
		t.Errorf("only %d paths found", checked)
	}
}

// Every path in a comment exists.
func TestCommentPaths(t *testing.T) {
	tree := readTree(t)
	checked := 0
	for _, name := range tree.files {
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "/test/") {
			continue // a test has trees of its own
		}
		data, err := fs.ReadFile(tree.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, data, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				checked += tree.check(t, name, set.Position(c.Pos()).Line, c.Text, false)
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d paths found", checked)
	}
}

// A docTree is the files that documents refer to.
type docTree struct {
	fs.FS
	files []string
}

func readTree(t *testing.T) *docTree {
	tree := &docTree{FS: os.DirFS("../../..")}
	for _, dir := range []string{"internal", "cmd", "layouts", "static", "doc", "content"} {
		err := fs.WalkDir(tree.FS, dir, func(name string, _ fs.DirEntry, err error) error {
			tree.files = append(tree.files, name)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return tree
}

// check reports the paths in a text that do not exist, and counts all. In Markdown, paths
// are in backticks.
func (tree *docTree) check(t *testing.T, name string, start int, text string, markdown bool) (checked int) {
	var folder string // of the last path
	for i, line := range strings.Split(text, "\n") {
		parts := []string{line}
		if markdown {
			parts = nil
			for _, m := range quoted.FindAllStringSubmatch(line, -1) {
				parts = append(parts, m[1])
			}
		}
		for _, part := range parts {
			for _, m := range pathAt.FindAllStringSubmatch(part, -1) {
				if strings.HasPrefix(part, m[1]) { // not an argument of a command
					folder = path.Dir(m[1])
				}
				checked++
				if !tree.exists(m[1]) {
					t.Errorf("%s:%d: %s does not exist", name, start+i, m[1])
				}
			}
			switch m := lsFiles.FindStringSubmatch(part); {
			case m != nil && !tree.names(m[1]):
				t.Errorf("%s:%d: no file has %q in its name", name, start+i, m[1])
			case path.Dir(name) == "." && fileName.MatchString(part) && !tree.exists(path.Join(folder, part)):
				t.Errorf("%s:%d: %s is not in %s, the folder of the last path", name, start+i, part, folder)
			}
		}
	}
	return checked
}

// exists reports whether there is a file or a folder of this name, in which a placeholder is
// any name.
func (tree *docTree) exists(name string) bool {
	name = strings.TrimSuffix(name, "/")
	found, err := fs.Glob(tree.FS, placeholder.ReplaceAllString(name, "*"))
	return err == nil && len(found) > 0 || slices.Contains(written, name)
}

// names reports whether the name of a file contains a word.
func (tree *docTree) names(word string) bool {
	return slices.ContainsFunc(tree.files, func(f string) bool { return strings.Contains(f, word) })
}

var requirement = regexp.MustCompile(`(?m)^\t(\S+) v\S+ // ([^:\n]+): `)

// The comment on each module in go.mod starts with the packages that own it, or with tests.
func TestModuleOwners(t *testing.T) {
	data, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	found := requirement.FindAllStringSubmatch(string(data), -1)
	if len(found) < 10 {
		t.Fatalf("only %d modules found", len(found))
	}
	for _, m := range found {
		module, want := m[1], "tests"
		for _, o := range owners {
			if o.has(module) {
				want = o.owner
			}
		}
		got := strings.FieldsFunc(m[2], func(r rune) bool { return r == ',' || r == ' ' })
		got = slices.DeleteFunc(got, func(word string) bool { return word == "and" })
		slices.Sort(got)
		if want := strings.Fields(want); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
			t.Errorf("go.mod: %s is owned by %v, not %v", module, want, got)
		}
	}
}
