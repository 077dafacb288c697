package arch

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// A workflow is the contents of a file in .github/workflows, as far as they are checked here.
type workflow struct {
	On          yaml.Node      `yaml:"on"`
	Permissions yaml.Node      `yaml:"permissions"`
	Jobs        map[string]job `yaml:"jobs"`
}

type job struct {
	Needs       names     `yaml:"needs"`
	If          string    `yaml:"if"`
	Uses        string    `yaml:"uses"`
	Permissions yaml.Node `yaml:"permissions"`
	Environment yaml.Node `yaml:"environment"`
	Steps       []struct {
		Uses            string `yaml:"uses"`
		Run             string `yaml:"run"`
		If              string `yaml:"if"`
		ContinueOnError string `yaml:"continue-on-error"`
	} `yaml:"steps"`
	ContinueOnError string `yaml:"continue-on-error"`
}

// names is one name or a list of them.
type names []string

// UnmarshalYAML reads either.
func (n *names) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		*n = names{node.Value}
		return nil
	}
	return node.Decode((*[]string)(n))
}

// onlyMain is the one condition under which something is published. Another one could also
// be true if a test has failed.
const onlyMain = "github.ref == 'refs/heads/main'"

var pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40}$`)

// faults returns what a workflow must not do: publish what has not passed all tests, or
// from another branch; lend a token that can write to a job that does not publish; run code
// of others that may change.
func faults(w workflow) (found []string) {
	fault := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	if strings.Contains(text(w.On), "pull_request_target") {
		fault("a pull request from anywhere runs with the rights of main")
	}
	if w.Permissions.IsZero() || strings.Contains(text(w.Permissions), "write") {
		fault("all jobs may write")
	}
	for _, name := range slices.Sorted(maps.Keys(w.Jobs)) {
		j := w.Jobs[name]
		for _, action := range j.actions() {
			if !pinned.MatchString(action) {
				fault("%s uses %s, which may change", name, action)
			}
		}
		switch {
		case !j.deploys():
			continue
		case j.If != onlyMain:
			fault("%s publishes if %q, not if %q", name, j.If, onlyMain)
		}
		if !w.isTested(name) {
			fault("%s publishes what has not been tested", name)
		}
	}
	return found
}

// text returns YAML as it would be written.
func text(n yaml.Node) string {
	if n.IsZero() {
		return ""
	}
	data, err := yaml.Marshal(&n)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

func (j job) actions() (all []string) {
	if j.Uses != "" {
		all = append(all, j.Uses)
	}
	for _, s := range j.Steps {
		if s.Uses != "" {
			all = append(all, s.Uses)
		}
	}
	return all
}

// deploys reports whether a job publishes something, or can.
func (j job) deploys() bool {
	return !j.Environment.IsZero() || strings.Contains(text(j.Permissions), "write") ||
		slices.ContainsFunc(j.actions(), func(a string) bool { return strings.Contains(a, "deploy") })
}

// needed are the steps without which a job does not test.
var needed = []string{".ci/run", "make race", "make lint", "make vulncheck", "make dist"}

// tests reports whether a job fails if a test does.
func (j job) tests() bool {
	if j.ContinueOnError != "" || j.If != "" {
		return false
	}
	runs := map[string]bool{}
	for _, s := range j.Steps {
		if s.If == "" && s.ContinueOnError == "" {
			runs[strings.TrimSpace(s.Run)] = true
		}
	}
	for _, needed := range needed {
		if !runs[needed] {
			return false
		}
	}
	return true
}

// isTested reports whether a job waits, perhaps for others that wait, for one that tests.
func (w workflow) isTested(name string) bool {
	for _, before := range w.Jobs[name].Needs {
		if w.Jobs[before].tests() || w.isTested(before) {
			return true
		}
	}
	return false
}

func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../../../.github/workflows/*.y*ml")
	if err != nil || len(files) == 0 {
		t.Fatal("no workflows", err)
	}
	isPublished := false
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var w workflow
		if err := yaml.Unmarshal(data, &w); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, fault := range faults(w) {
			t.Errorf("%s: %s", file, fault)
		}
		for _, j := range w.Jobs {
			isPublished = isPublished || j.deploys()
		}
	}
	if !isPublished {
		t.Error("no job publishes: this test does not recognise it")
	}
}

// A mistake in the workflow is found.
func TestWorkflowFaults(t *testing.T) {
	data, err := os.ReadFile("../../../.github/workflows/pages.yml")
	if err != nil {
		t.Fatal(err)
	}
	const untested = "deploy publishes what has not been tested"
	for _, c := range []struct{ old, new, want string }{
		{"    needs: test\n", "", untested},
		{"    needs: build\n", "", untested},
		{"run: .ci/run\n", "run: .ci/run || true\n", untested},
		{"- run: .ci/run\n", "- run: .ci/run\n        continue-on-error: true\n", untested},
		{"      - run: make race\n", "", untested},
		{"      - run: make lint\n", "", untested},
		{"- run: make vulncheck\n", "- run: make vulncheck || true\n", untested},
		{"- run: make vulncheck\n", "- run: make vulncheck\n        continue-on-error: true\n", untested},
		{"      - run: make dist\n", "", untested},
		{"  test:\n", "  test:\n    if: github.actor != 'x'\n", untested},
		{"  deploy:\n    needs: build\n    if: github.ref",
			"  deploy:\n    needs: build\n    if: always() && github.ref",
			`deploy publishes if "always() && github.ref == 'refs/heads/main'"`},
		{"  pull_request:\n", "  pull_request_target:\n", "a pull request from anywhere"},
		{"permissions:\n  contents: read\n", "permissions:\n  contents: write\n", "all jobs may write"},
		{"permissions:\n  contents: read\n", "", "all jobs may write"},
		{"actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683", "actions/checkout@v4",
			"uses actions/checkout@v4, which may change"},
	} {
		if !strings.Contains(string(data), c.old) {
			t.Errorf("the workflow does not say %q", c.old)
			continue
		}
		var w workflow
		if err := yaml.Unmarshal([]byte(strings.Replace(string(data), c.old, c.new, 1)), &w); err != nil {
			t.Errorf("%q: %v", c.new, err)
			continue
		}
		if found := strings.Join(faults(w), "\n"); !strings.Contains(found, c.want) {
			t.Errorf("with %q instead of %q: %q, want %q", c.new, c.old, found, c.want)
		}
	}
}
