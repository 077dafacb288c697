package output

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
)

func outputs(files map[string]string) (out []public.File) {
	for path, data := range files {
		out = append(out, public.File{Path: path, Render: func() ([]byte, diag.List) { return []byte(data), nil }})
	}
	return out
}

// content returns the files below dir, the marker left out.
func content(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || p == Marker {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(dir), p)
		files[p] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// After any sequence of builds the folder holds the last one and nothing else,
// whatever was a file or a folder in the builds before.
func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	for i, files := range []map[string]string{
		{"index.html": "1", "a/b/c.html": "1", "x": "file"},
		{"index.html": "2", "a/b": "file", "x/y/z": "deep"},
		{"index.html": "2", "a/b/c.html": "1", "x": "file"},
		{"index.html": "12"},
		{"index.html": "21"}, // as long as the one before
	} {
		_, probs, err := Write(dir, outputs(files), Options{})
		if err != nil || len(probs) > 0 {
			t.Fatal(i, probs, err)
		}
		if got := content(t, dir); !maps.Equal(got, files) {
			t.Errorf("build %d: got %v, want %v", i, got, files)
		}
	}
}

func TestProblemsLeaveTheFolderAsItWas(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	before := map[string]string{"index.html": "1"}
	if _, _, err := Write(dir, outputs(before), Options{}); err != nil {
		t.Fatal(err)
	}
	broken := public.File{
		Path:   "broken.html",
		Render: func() ([]byte, diag.List) { return nil, diag.List{diag.Errorf("f", 0, "m")} },
	}
	_, probs, err := Write(dir, append(outputs(map[string]string{"index.html": "2"}), broken), Options{})
	if err != nil || len(probs) != 1 {
		t.Fatal(probs, err)
	}
	if got := content(t, dir); !maps.Equal(got, before) {
		t.Errorf("got %v", got)
	}
}

// What a link in the stage points to is not written through.
func TestLinksAreReplaced(t *testing.T) {
	temp := t.TempDir()
	dir, precious := filepath.Join(temp, "site"), filepath.Join(temp, "precious")
	if err := os.WriteFile(precious, []byte("keep"), 0o644); err != nil {
		t.Fatal(err)
	}
	for range 2 { // so that there is a stage
		if _, _, err := Write(dir, outputs(map[string]string{"a.html": "1"}), Options{}); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(stageOf(dir), "a.html")
	if err := errors.Join(os.Remove(link), os.Symlink(precious, link)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Write(dir, outputs(map[string]string{"a.html": "2"}), Options{}); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(precious); string(text) != "keep" {
		t.Errorf("the file behind the link is %q", text)
	}
}

// The way of systems that cannot exchange two folders at once.
func TestSwapInSteps(t *testing.T) {
	temp := t.TempDir()
	a, b := filepath.Join(temp, "a"), filepath.Join(temp, "b")
	for _, d := range []string{a, b} {
		name := filepath.Join(d, "name")
		err := errors.Join(os.Mkdir(d, 0o755), os.WriteFile(name, []byte(filepath.Base(d)), 0o644))
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := swapInSteps(a, b); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(content(t, a), content(t, b)); got != "map[name:b] map[name:a]" {
		t.Error(got)
	}
}

// Two builds at once would take each other's stage for theirs.
func TestOneBuildAtATime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	inside := public.File{Path: "a.html", Render: func() ([]byte, diag.List) {
		if _, _, err := Write(dir, outputs(map[string]string{"b.html": "1"}), Options{}); err == nil {
			t.Error("a second build got in")
		}
		return []byte("1"), nil
	}}
	if _, _, err := Write(dir, []public.File{inside}, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := content(t, dir); !maps.Equal(got, map[string]string{"a.html": "1"}) {
		t.Errorf("got %v", got)
	}
}

// The crash of a system that cannot exchange two folders at once.
func TestRestore(t *testing.T) {
	c := newChain(t)
	c.build(1, one)
	c.build(1, two)
	if err := os.Rename(c.dir, stageOf(c.dir)+asideSuffix); err != nil {
		t.Fatal(err)
	}
	c.build(1, two)
	c.holds("after a crash between the steps", both)
	if _, err := os.Lstat(stageOf(c.dir) + asideSuffix); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
