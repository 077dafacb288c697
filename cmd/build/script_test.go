package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Scripts of pages use what browsers of 2022 have, and those of tests are written as
// .ci/eslint.config.mjs asks for.
func TestScriptsAreLinted(t *testing.T) {
	if out, err := lint(t, "", "static/js", "internal/host", "cmd/build/testdata/js"); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
}

// The linter finds what it is there for.
func TestLinterFinds(t *testing.T) {
	for _, c := range []struct{ file, script, want string }{
		{"static/js/x.js", "export const sorted = (list) => list.toSorted();\n", "toSorted"},
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
	needs(t, "node")
	eslint, err := filepath.Abs(npm(t, "eslint/bin/eslint.js"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", append([]string{eslint, "-c", ".ci/eslint.config.mjs"}, arguments...)...)
	cmd.Dir = repository
	cmd.Stdin = strings.NewReader(stdin)
	out, err := cmd.CombinedOutput()
	return string(out), err
}
