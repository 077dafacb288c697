package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestRead(t *testing.T) {
	files, probs, err := new(Reader).Read(fstest.MapFS{
		"content/no/a.md":      {Data: []byte("\uFEFFen\r\nto\rtre\n")},
		"content/no/.a.md.swp": {Data: []byte("x")},
		"content/no/a.md~":     {Data: []byte("x")},
		"content/.git/x.md":    {Data: []byte("x")},
		"content/en/nul.md":    {Data: []byte("ab\x00")},
		"content/en/latin1.md": {Data: []byte("bl\xe5b\xe6r")},
		"static/photo.jpg":     {Data: []byte("\xff\x00\r\n")},
		"README.md":            {Data: []byte("x")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, f := range files {
		got.WriteString(f.Path + "=" + string(f.Data) + ";")
	}
	if want := "content/no/a.md=en\nto\ntre\n;static/photo.jpg=\xff\x00\r\n;"; got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
	if len(probs) != 2 || probs[0].Column != 3 || probs[1].Column != 3 || probs[0].Excerpt != "bl\uFFFDb\uFFFDr" {
		t.Errorf("problems: %v", probs)
	}
}

// A line that a parser would take long for is refused before any parser sees it.
func TestLongLine(t *testing.T) {
	long := strings.Repeat("å", lineLimit-1) + "\n"
	files, probs, err := new(Reader).Read(fstest.MapFS{
		"content/no/a.md":    {Data: []byte("x\n" + long)},
		"content/no/b.md":    {Data: []byte("x\nå" + long)},
		"static/js/x.js":     {Data: []byte("//" + long)},
		"content/works.json": {Data: []byte(long + long)},
	})
	if err != nil || len(files) != 3 || len(probs) != 1 || probs[0].File != "content/no/b.md" || probs[0].Line != 2 {
		t.Errorf("%d files, %v, %v", len(files), probs, err)
	}
}

func TestSumCoversThePath(t *testing.T) {
	files, _, err := new(Reader).Read(fstest.MapFS{
		"content/no/a.md": {Data: []byte("x")},
		"content/no/b.md": {Data: []byte("x")},
	})
	if err != nil || len(files) != 2 || files[0].Sum == files[1].Sum {
		t.Errorf("%v %v: two files with the same data have one sum", files, err)
	}
}

// A locked tree has a folder that nobody may list.
type locked struct {
	fstest.MapFS
	folder string
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.folder {
		return nil, fs.ErrPermission
	}
	return l.MapFS.ReadDir(name)
}

func TestLockedFolder(t *testing.T) {
	tree := fstest.MapFS{"content/en/a.md": {Data: []byte("x")}, "content/no/a.md": {Data: []byte("x")}}
	for folder, left := range map[string]int{"content/en": 1, "content": 0} {
		files, probs, err := new(Reader).Read(locked{tree, folder})
		if err != nil || len(files) != left || len(probs) != 1 || probs[0].File != folder {
			t.Errorf("%s: %v %v %v: want %d files and one problem", folder, files, probs, err, left)
		}
	}
}

func openTree(t *testing.T, folder string) *Tree {
	t.Helper()
	tree, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tree.Close() })
	return tree
}

// What is there and cannot be read is a problem, and is read when it can be. A
// file that is no text is looked at again too.
func TestReaderFollows(t *testing.T) {
	root := t.TempDir()
	file := filepath.Join(root, "content", "a.md")
	try := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	try(os.MkdirAll(filepath.Dir(file), 0o755))
	write := func(text string) func() error {
		return func() error { return os.WriteFile(file, []byte(text), 0o644) }
	}
	link := func(to string) func() error {
		return func() error { return errors.Join(os.Remove(file), os.Symlink(to, file)) }
	}
	const isLink = "content/a.md:1:1: this cannot be read: it is a symbolic link"
	var r Reader
	for _, step := range []struct {
		change         func() error
		files, changed int
		problem        string
	}{
		{write("1"), 1, 0, ""},
		{func() error { return nil }, 1, 0, ""},
		{write("2"), 1, 1, ""},
		{write("\xff"), 0, 1, "content/a.md:1:1: this is not UTF-8"},
		{write("\n\xff"), 0, 1, "content/a.md:2:1: this is not UTF-8"},
		{link("nowhere"), 0, 1, isLink},
		{link(root), 0, 0, isLink},
		{func() error { return os.Remove(file) }, 0, 1, ""},
	} {
		try(step.change())
		files, probs, err := r.Read(openTree(t, root))
		try(err)
		printed := ""
		for _, p := range probs.Locate(func(string) string { return "" }) {
			printed += p.String()
		}
		isWanted := printed == ""
		if step.problem != "" {
			isWanted = strings.HasPrefix(printed, step.problem)
		}
		if len(files) != step.files || len(r.Changed) != step.changed || !isWanted {
			t.Errorf("%d files, %d changed, %q; want %d, %d, %q", len(files), len(r.Changed), printed, step.files,
				step.changed, step.problem)
		}
	}
}
