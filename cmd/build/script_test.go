package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Scripts of pages use what browsers of 2022 have: .ci/eslint.config.mjs says which.
func TestScriptsInOldBrowsers(t *testing.T) {
	needs(t, "node")
	eslint, err := filepath.Abs(npm(t, "eslint/bin/eslint.js"))
	if err != nil {
		t.Fatal(err)
	}
	lint := func(stdin string, arguments ...string) (string, error) {
		cmd := exec.Command("node", append([]string{eslint, "-c", ".ci/eslint.config.mjs"}, arguments...)...)
		cmd.Dir = repository
		cmd.Stdin = strings.NewReader(stdin)
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := lint("", "static/js", "internal/host"); err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
	out, err := lint("export const sorted = (list) => list.toSorted();\n", "--stdin", "--stdin-filename", "static/js/x.js")
	if err == nil || !strings.Contains(out, "toSorted") {
		t.Errorf("a method of 2023 is not found: %v\n%s", err, out)
	}
}
