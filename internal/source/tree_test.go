//go:build unix

package source

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
)

// newTree makes a tree of files, each of which is made by a function of its path.
func newTree(t *testing.T, files map[string]func(file string) error) *Tree {
	t.Helper()
	root := t.TempDir()
	for name, create := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := create(file); err != nil {
			t.Fatal(err)
		}
	}
	return openTree(t, root)
}

func text(data string) func(string) error {
	return func(file string) error { return os.WriteFile(file, []byte(data), 0o644) }
}

func link(to string) func(string) error {
	return func(file string) error { return os.Symlink(to, file) }
}

func sparse(size int64) func(string) error {
	return func(file string) error { return errors.Join(text("")(file), os.Truncate(file, size)) }
}

func pipe(file string) error { return syscall.Mkfifo(file, 0o644) }

func socket(t *testing.T) func(string) error {
	return func(file string) error {
		ln, err := net.Listen("unix", file)
		if err == nil {
			t.Cleanup(func() { ln.Close() })
		}
		return err
	}
}

// Only regular files inside the tree are read. What is something else is a problem, reveals
// nothing of what it leads to, and does not block.
func TestOnlyFiles(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := text("a secret\n")(secret); err != nil {
		t.Fatal(err)
	}
	tree := newTree(t, strangeFiles(t, secret))
	files, probs, err := new(Reader).Read(tree)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, f.Path)
	}
	want := []string{deepFile, "content/fine.md", "content/hard.md", "static/caf\u00e9\u00a01.x"}
	if !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	var printed strings.Builder
	for _, p := range probs.Locate(func(string) string { return "" }) {
		printed.WriteString(strings.Split(p.String(), "\n")[0] + "\n")
	}
	if printed.String() != strangeProblems {
		t.Errorf("got\n%s\nwant\n%s", printed.String(), strangeProblems)
	}
}

// deepFile is below as many folders as there may be.
var deepFile = "content/" + strings.Repeat("d/", 15) + "a.md"

// strangeFiles returns a tree of few files that may be read.
func strangeFiles(t *testing.T, secret string) map[string]func(file string) error {
	return map[string]func(file string) error{
		"content/fine.md":              text("x"),
		"content/hard.md":              func(file string) error { return os.Link(secret, file) },
		"content/.#fine.md":            link("somebody@host.1"), // Emacs
		"content/out.md":               link(secret),
		"content/in.md":                link("fine.md"),
		"content/nowhere.md":           link("nowhere"),
		"content/itself.md":            link("itself.md"),
		"content/folder":               link(filepath.Dir(secret)),
		"content/kmsg.md":              link("/proc/kmsg"),
		"content/pipe.md":              pipe,
		"content/large.md":             sparse(textLimit + 1),
		"content/full.md":              sparse(textLimit),
		"content/huge.lock":            sparse(lockLimit + 1),
		"content/huge.json":            sparse(dataLimit + 1),
		"content/works.json":           sparse(textLimit + 1),
		"static/huge.bin":              sparse(3 << 30),
		"static/env.bin":               link("/proc/self/environ"),
		"static/zero.bin":              link("/dev/zero"),
		"static/socket":                socket(t),
		"static/\u202egpj.exe":         text("x"),
		"static/\x1b[2J":               text("x"),
		"static/line\nbreak":           text("x"),
		"static/\x1bfolder/a.txt":      text("x"),
		"layouts":                      link(filepath.Dir(secret)),
		deepFile:                       text("x"),
		path.Dir(deepFile) + "/e/b.md": text("x"),
		"static/caf\u00e9\u00a01.x":    text("x"),
	}
}

// strangeProblems are the problems of strangeFiles.
const strangeProblems = "" +
	`content/d/d/d/d/d/d/d/d/d/d/d/d/d/d/d/e:1:1: this cannot be read: it is below more than 16 folders
content/folder:1:1: this cannot be read: it is a symbolic link
content/full.md:1:1: a NUL character in a text file
content/huge.json:1:1: this cannot be read: it is larger than 64 MiB
content/huge.lock:1:1: this cannot be read: it is larger than 128 MiB
content/in.md:1:1: this cannot be read: it is a symbolic link
content/itself.md:1:1: this cannot be read: it is a symbolic link
content/kmsg.md:1:1: this cannot be read: it is a symbolic link
content/large.md:1:1: this cannot be read: it is larger than 4 MiB
content/nowhere.md:1:1: this cannot be read: it is a symbolic link
content/out.md:1:1: this cannot be read: it is a symbolic link
content/pipe.md:1:1: this cannot be read: it is a named pipe
content/works.json:1:1: a NUL character in a text file
layouts:1:1: this cannot be read: it is a symbolic link
static/\u202egpj.exe:1:1: this cannot be read: its name has a character that nobody sees, U+202E
static/\x1b[2J:1:1: this cannot be read: its name has a character that nobody sees, U+001B
static/\x1bfolder:1:1: this cannot be read: its name has a character that nobody sees, U+001B
static/env.bin:1:1: this cannot be read: it is a symbolic link
static/huge.bin:1:1: this cannot be read: it is larger than 25 MiB
static/line\nbreak:1:1: this cannot be read: its name has a tab or the end of a line
static/socket:1:1: this cannot be read: it is a socket
static/zero.bin:1:1: this cannot be read: it is a symbolic link
`

func TestNameIsNotUTF8(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("the file systems of " + runtime.GOOS + " have no such names")
	}
	tree := newTree(t, map[string]func(string) error{"static/bl\xe5.txt": text("x"), "static/\xff/a.txt": text("x")})
	files, probs, err := new(Reader).Read(tree)
	if err != nil || len(files) != 0 || len(probs) != 2 {
		t.Fatalf("%v %v %v", files, probs, err)
	}
	if probs[0].File != `static/\xff` || probs[1].File != `static/bl\xe5.txt` {
		t.Errorf("%v %v %v", files, probs, err)
	}
}

// A file can become another kind of file after it was listed.
func TestOpenDoesNotWait(t *testing.T) {
	tree := newTree(t, map[string]func(string) error{"content/a.md": pipe, "content/b.md": link("/etc/passwd")})
	if _, err := readBounded(tree, "content/a.md"); err == nil || err.Error() != "it is a named pipe" {
		t.Errorf("a named pipe: %v", err)
	}
	if data, err := readBounded(tree, "content/b.md"); err == nil {
		t.Errorf("a link out of the tree was read: %q", data)
	}
}

// An endless tree has a file that seems empty and never ends, as some of the
// system's do.
type endless struct{ fstest.MapFS }

type endlessFile struct{ fs.File }

func (endlessFile) Read(p []byte) (int, error) { return len(p), nil }

func (e endless) Open(name string) (fs.File, error) {
	f, err := e.MapFS.Open(name)
	if name == "content/a.md" {
		return endlessFile{f}, err
	}
	return f, err
}

func TestEndlessFile(t *testing.T) {
	_, probs, err := new(Reader).Read(endless{fstest.MapFS{"content/a.md": {}}})
	if err != nil || len(probs) != 1 || probs[0].Message != "this cannot be read: it is larger than 4 MiB" {
		t.Errorf("%v %v", probs, err)
	}
}

// Of a tree that is too large the largest files are left out, and the largest is named.
func TestBound(t *testing.T) {
	const most = otherLimit
	entries := []entry{{path: "a", size: 1}, {path: "b", size: most - 1}, {path: "c", size: most}}
	for _, p := range []string{"d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"} {
		entries = append(entries, entry{path: p, size: most - 2})
	}
	entries = append(entries, entry{path: "o", size: 1})
	got := bound(slices.Clone(entries))
	if len(got) != len(entries)-2 || got[1].path != "c" || got[1].err == nil || got[0].path != "a" {
		t.Errorf("%+v", got)
	}
	refused := func(e entry) bool { return e.err != nil }
	if fine := bound(entries[6:]); len(fine) != len(entries)-6 || slices.ContainsFunc(fine, refused) {
		t.Errorf("%+v", fine)
	}
}

// A fleeting tree loses a file, a number of times, after it was listed.
type fleeting struct {
	fstest.MapFS
	name  string
	times *int
}

func (f fleeting) Open(name string) (fs.File, error) {
	if name == f.name && *f.times > 0 {
		*f.times--
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return f.MapFS.Open(name)
}

func TestFileVanishes(t *testing.T) {
	tree := fstest.MapFS{"content/a.md": {Data: []byte("x")}, "content/b.md": {Data: []byte("x")}}
	const lost = "content/a.md vanished while it was read: try again when nothing else writes there"
	for times, want := range []string{"", "", lost} {
		files, probs, err := new(Reader).Read(fleeting{tree, "content/a.md", &times})
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want || len(probs) > 0 || err == nil && len(files) != 2 {
			t.Errorf("%v %v %q, want %q", files, probs, got, want)
		}
	}
}
