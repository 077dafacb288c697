package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"rygghandboka/internal/test/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"build": main})
}

// repository is the root of this repository, seen from this folder.
const repository = "../.."

// TestScripts runs the scripts testdata/*.txtar with the real command. Three commands are
// added: "handbook" puts a copy of the handbook's own input tree into the current folder,
// "layouts" only small layouts for a site of the script's own, and "change FILE OLD NEW"
// replaces the first OLD in a file, and fails if there is none.
func TestScripts(t *testing.T) {
	root, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"handbook": func(ts *testscript.TestScript, _ bool, _ []string) {
				ts.Check(copyHandbook(root, ts.MkAbs(".")))
			},
			"layouts": func(ts *testscript.TestScript, _ bool, _ []string) {
				ts.Check(copySmallLayouts(root, ts.MkAbs(".")))
			},
			"change": func(ts *testscript.TestScript, _ bool, args []string) {
				if len(args) != 3 {
					ts.Fatalf("usage: change FILE OLD NEW")
				}
				unquote := strings.NewReplacer(`\n`, "\n", `\r`, "\r")
				text, before, after := ts.ReadFile(args[0]), unquote.Replace(args[1]), unquote.Replace(args[2])
				if !strings.Contains(text, before) {
					ts.Fatalf("%s does not hold %q", args[0], before)
				}
				ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, before, after, 1)), 0o644))
			},
		},
	})
}

// The real content has no problem, and gives the same bytes whatever the time
// zone, the locale, the number of processors and the working directory are.
func TestRealContentIsReproducible(t *testing.T) {
	src, err := filepath.Abs(repository)
	if err != nil {
		t.Fatal(err)
	}
	today := golden.Day(t, src).Format(time.DateOnly)
	var want []byte
	for _, env := range [][]string{
		{"TZ=Europe/Oslo", "LANG=nb_NO.UTF-8", "GOMAXPROCS=2"},
		{"TZ=Pacific/Kiritimati", "LANG=C", "LC_ALL=C", "GOMAXPROCS=1"},
	} {
		dir := t.TempDir()
		out := filepath.Join(dir, "public")
		cmd := program(t, dir, env, "build", "-share", "-src", src, "-out", out, "-date", today)
		if text, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		got := archive(t, out)
		if want != nil && !bytes.Equal(got, want) {
			t.Errorf("%v: the site differs", env)
		}
		want = got
	}
}

func TestUsage(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run(context.Background(), []string{"-h"}, &stdout, &stderr); code != fine {
		t.Errorf("-h exits %d", code)
	}
	for _, v := range verbs() {
		if !strings.Contains(stdout.String(), "\n  "+v.name()+" ") {
			t.Errorf("-h does not name the verb %s", v.name())
		}
	}
}
