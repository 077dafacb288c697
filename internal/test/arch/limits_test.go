package arch

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// limitsDoc lists the bounds of the program.
const limitsDoc = "doc/limits.md"

// noLimits are the folders and files whose constants are no bounds, or not of the site.
var noLimits = []string{
	"internal/draw/figure/",     // lengths of a body
	"internal/draw/socialcard/", // of a picture
	"internal/data/bib/",        // how works are written out
	"internal/test/",
	"internal/base/diag/unseen.go", // characters
	"internal/site/search.go",
	"cmd/build/main.go",                     // exit codes
	"internal/text/markdown/translation.go", // an index
	"internal/text/search/list.go",          // a level
	"internal/draw/qr/qr.go",                // the margin that the standard has
	"internal/review/part.go",               // of a hash
	"internal/render/handout.go",            // a log has four weeks
}

var (
	limitRow = regexp.MustCompile("(?m)^\\| `([\\w.]+)` in `([\\w./]+)` \\| `([^`]+)`")
	space    = regexp.MustCompile(`[\s_]+`)
)

// Each bound in the document is in the code, with the same value; and each number that has a
// name in the code is in the document, unless it is none.
func TestLimits(t *testing.T) {
	tree := readTree(t)
	text, err := fs.ReadFile(tree.FS, limitsDoc)
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{} // the value, by file and name
	for _, m := range limitRow.FindAllStringSubmatch(string(text), -1) {
		listed[m[2]+" "+m[1]] = m[3]
	}
	inCode := tree.limits(t)
	for _, key := range slices.Sorted(maps.Keys(listed)) {
		file, name, _ := strings.Cut(key, " ")
		want := space.ReplaceAllString(listed[key], "")
		if path.Ext(file) == ".go" && inCode[key] != "" {
			if got := space.ReplaceAllString(inCode[key], ""); got != want {
				t.Errorf("%s: %s in %s is %s, not %s", limitsDoc, name, file, got, want)
			}
			continue
		}
		data, err := fs.ReadFile(tree.FS, file)
		value := regexp.QuoteMeta(listed[key])
		form := regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `(?:\(| ?[:=] ?)\s*` + value + `\b`)
		if err != nil || !form.Match(data) {
			t.Errorf("%s: %s does not have %s with the value %s", limitsDoc, file, name, listed[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(inCode)) {
		if listed[key] == "" {
			file, name, _ := strings.Cut(key, " ")
			t.Errorf("%s lacks `%s` in `%s`, which is %s", limitsDoc, name, file, inCode[key])
		}
	}
	if len(listed) < 40 {
		t.Errorf("only %d bounds found", len(listed))
	}
}

// limits returns the values of the constants that are numbers, by file and name.
func (tree *docTree) limits(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, name := range tree.files {
		isNone := slices.ContainsFunc(noLimits, func(p string) bool { return strings.HasPrefix(name, p) })
		if isNone || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := fs.ReadFile(tree.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, data, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if d, ok := n.(*ast.GenDecl); ok && d.Tok == token.CONST {
				for _, spec := range d.Specs {
					addNumber(found, name, spec.(*ast.ValueSpec))
				}
			}
			return true
		})
	}
	return found
}

// addNumber adds a constant if its value has a number in it.
func addNumber(found map[string]string, file string, spec *ast.ValueSpec) {
	if len(spec.Values) != 1 {
		return
	}
	isNumber := false
	ast.Inspect(spec.Values[0], func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		isNumber = isNumber || ok && lit.Kind == token.INT
		selector, ok := n.(*ast.SelectorExpr)
		isNumber = isNumber || ok && selector.Sel.Name == "Minute"
		return true
	})
	if !isNumber {
		return
	}
	var b strings.Builder
	if printer.Fprint(&b, token.NewFileSet(), spec.Values[0]) == nil {
		found[file+" "+spec.Names[0].Name] = b.String()
	}
}
