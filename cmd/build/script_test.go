package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Scripts of pages use what the browsers in .ci/package.json have, and those of tests are
// written as .ci/eslint.config.mjs asks for.
func TestScriptsAreLinted(t *testing.T) {
	if out, err := lint(t, "", "static/js", "internal/host", "cmd/build/testdata/js"); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
}

// Style sheets use what those browsers have, and the extras in .ci/stylelint.config.mjs.
func TestStyleSheetsAreLinted(t *testing.T) {
	if out, err := lintStyle(t, "", "static/css/*.css", "static/js/**/*.css"); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
}

// The linter of style sheets finds what one of the browsers lacks.
func TestStyleLinterFinds(t *testing.T) {
	for _, c := range []struct{ css, want string }{
		{"a { &:hover { color: red; } }\n", `"css-nesting" is not supported by`},
		{"a { grid-template-rows: subgrid; }\n", `"css-subgrid" is not supported by`},
		{"a:has(b) { color: red; }\n", ""}, // an extra
	} {
		out, err := lintStyle(t, c.css, "--stdin-filename", "static/css/x.css")
		if (err == nil) != (c.want == "") || !strings.Contains(out, c.want) {
			t.Errorf("%q: %v\n%s", c.css, err, out)
		}
	}
}

// The linter finds what it is there for.
func TestLinterFinds(t *testing.T) {
	for _, c := range []struct{ file, script, want string }{
		{"static/js/x.js", "export const sorted = (list) => list.toSorted();\n", "toSorted"},
		{"static/js/x.js", "export const at = new URLPattern();\n", "URLPattern is not supported in Safari 15.4"},
		{"cmd/build/testdata/js/x.js", "function x() { const a = 1; return 2; }\n", "'a' is assigned a value"},
	} {
		out, err := lint(t, c.script, "--stdin", "--stdin-filename", c.file)
		if err == nil || !strings.Contains(out, c.want) {
			t.Errorf("%s: %q is not found: %v\n%s", c.file, c.script, err, out)
		}
	}
}

// lint runs ESLint and returns what it prints.
func lint(t *testing.T, stdin string, arguments ...string) (string, error) {
	t.Helper()
	return node(t, stdin, "eslint/bin/eslint.js", append([]string{"-c", ".ci/eslint.config.mjs"}, arguments...))
}

// lintStyle runs Stylelint and returns what it prints.
func lintStyle(t *testing.T, stdin string, arguments ...string) (string, error) {
	t.Helper()
	npm(t, "stylelint-no-unsupported-browser-features/package.json")
	options := []string{"--config", ".ci/stylelint.config.mjs", "--allow-empty-input"}
	return node(t, stdin, "stylelint/bin/stylelint.mjs", append(options, arguments...))
}

// node runs a program of npm's in the repository, and returns what it prints.
func node(t *testing.T, stdin, program string, arguments []string) (string, error) {
	t.Helper()
	needs(t, "node")
	path, err := filepath.Abs(npm(t, program))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", append([]string{path}, arguments...)...)
	cmd.Dir = repository
	cmd.Stdin = strings.NewReader(stdin)
	out, err := cmd.CombinedOutput()
	return string(out), err
}
