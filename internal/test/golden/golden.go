// Package golden runs tests that are text archives (txtar): an input, and what
// must come of it. With -update a run writes what came instead; read the
// difference before you commit it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what the archives in testdata want")

// Archives calls f for every archive that the pattern matches. If the test runs
// with -update, f's result is written to the file; otherwise f has to compare.
func Archives(t *testing.T, pattern string, f func(t *testing.T, a *txtar.Archive, update bool)) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no archive matches %s (%v)", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f(t, a, *update)
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// Pairs runs the archives that hold pairs of files, NAME+ext and NAME.want:
// f of the first must be the second.
func Pairs(t *testing.T, pattern, ext string, f func(input string) string) {
	Archives(t, pattern, func(t *testing.T, a *txtar.Archive, update bool) {
		want := map[string]string{}
		for _, file := range a.Files {
			want[file.Name] = string(file.Data)
		}
		var out []txtar.File
		for _, file := range a.Files {
			name, ok := strings.CutSuffix(file.Name, ext)
			if !ok {
				continue
			}
			got := f(string(file.Data))
			if !strings.HasSuffix(got, "\n") && got != "" {
				got += "\n"
			}
			if got != want[name+".want"] && !update {
				t.Errorf("%s: got\n%s\nwant\n%s", name, got, want[name+".want"])
			}
			out = append(out, file, txtar.File{Name: name + ".want", Data: []byte(got)})
		}
		a.Files = out
	})
}
