package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/test/layouts"
	"rygghandboka/internal/translation"
)

// repository is the root of this repository, seen from this folder.
const repository = "../.."

// options are those of all tests: a fixed address and a fixed day.
func options() Options {
	base, err := url.Parse("https://example.org/")
	if err != nil {
		panic(err)
	}
	return Options{Base: base, Today: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}
}

// TestGolden builds each archive in testdata: an input tree on top of the small
// layouts in testdata/layouts; under want/ the files that must come of it,
// after "want" the problems; under edit/ files that are then written over the
// tree (an empty one deletes), after which a warm rebuild must equal a build
// from nothing, byte for byte. Only the outputs that the archive already has
// under want/ are compared, so that an archive shows its noun and no more. A file
// under insert/ is put into the one that is there, after the line that it begins with.
// An archive without a lock gets one in which all is confirmed, and one with a lock the
// records of its shared files.
func TestGolden(t *testing.T) {
	golden.Archives(t, "testdata/*.txtar", func(t *testing.T, a *txtar.Archive, update bool) {
		in, edit, want := trees(t, a)
		confirm(t, in)
		warm := new(Builder)
		got := built(t, warm, in)
		if update {
			rewrite(a, got)
		} else {
			compare(t, got, want)
		}
		for name, f := range edit {
			if in[name] = f; len(f.Data) == 0 {
				delete(in, name)
			}
		}
		rebuilt, fresh := built(t, warm, in), built(t, new(Builder), in)
		if !maps.Equal(rebuilt, fresh) {
			t.Errorf("a warm rebuild is not what a build from nothing is:\n%s", difference(rebuilt, fresh))
		}
		if len(edit) > 0 && maps.Equal(rebuilt, got) {
			t.Error("the edit changed nothing")
		}
	})
}

// trees returns what is in an archive, by its part.
func trees(t *testing.T, a *txtar.Archive) (in, edit fstest.MapFS, want map[string]string) {
	t.Helper()
	in, err := layouts.Small(repository)
	if err != nil {
		t.Fatal(err)
	}
	edit, want = fstest.MapFS{}, map[string]string{}
	for _, f := range a.Files {
		part, name, _ := strings.Cut(f.Name, "/")
		switch part {
		case "want":
			want[name] = string(f.Data)
		case "edit":
			edit[name] = &fstest.MapFile{Data: f.Data}
		case "insert":
			in[name] = &fstest.MapFile{Data: insertAfter(t, name, in[name].Data, f.Data)}
		default:
			in[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return in, edit, want
}

// insertAfter returns a file with text put after one of its lines: the text's first.
func insertAfter(t *testing.T, name string, data, text []byte) []byte {
	t.Helper()
	line, _, _ := bytes.Cut(text, []byte("\n"))
	before, after, found := bytes.Cut(data, append(line, '\n'))
	if !found {
		t.Fatalf("%s has no line %q", name, line)
	}
	return slices.Concat(before, text, after)
}

// confirm puts a lock into a tree that has none, unless its translations differ, or
// records into one that has.
func confirm(t *testing.T, in fstest.MapFS) {
	if lock := in[translation.LockPath]; lock != nil {
		in[translation.LockPath] = &fstest.MapFile{Data: append(slices.Clip(lock.Data), confirmedRecords(t, in)...)}
		return
	}
	r, err := new(Builder).Build(in, options())
	if err != nil {
		t.Fatal(err)
	}
	proposals, _, err := r.Propose(nil, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(proposals) > 0 {
		in[translation.LockPath] = &fstest.MapFile{Data: r.Confirm(proposals, translation.Stamp{}).Bytes()}
	}
}

// confirmedRecords returns the lines of a lock for the shared files of a tree, without that
// of the format.
func confirmedRecords(t *testing.T, in fstest.MapFS) (lines []byte) {
	t.Helper()
	tree := maps.Clone(in)
	delete(tree, translation.LockPath)
	r, err := new(Builder).Build(tree, options())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, records := range r.subject.Records {
		names = append(names, records.Name)
	}
	proposals, probs, err := r.Propose(names, false)
	if err != nil || len(probs) > 0 {
		t.Fatal(err, probs)
	}
	_, lines, _ = bytes.Cut(r.Confirm(proposals, translation.Stamp{}).Bytes(), []byte("\n"))
	return lines
}

// built builds fsys and renders everything. The problems, if any, are in the
// file "problems".
func built(t *testing.T, b *Builder, fsys fs.FS) map[string]string {
	t.Helper()
	r, err := b.Build(fsys, options())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	probs := append(r.Problems, r.Render(t.Context())...)
	for _, o := range r.Outputs {
		data, _ := o.Render()
		got[o.Path] = string(data)
		checkSeen(t, o.Path, string(data))
	}
	if len(probs) > 0 {
		var text bytes.Buffer
		probs.Print(&text)
		got["problems"] = text.String()
	}
	return got
}

func compare(t *testing.T, got, want map[string]string) {
	for name, w := range want {
		if g, ok := got[name]; !ok {
			t.Errorf("%s: not built", name)
		} else if strings.TrimRight(g, "\n") != strings.TrimRight(w, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", name, g, w)
		}
	}
	if p := got["problems"]; p != "" && want["problems"] == "" {
		t.Errorf("problems that the archive does not want:\n%s", p)
	}
}

// rewrite puts what was built in the place of what was wanted.
func rewrite(a *txtar.Archive, got map[string]string) {
	var files []txtar.File
	hasProblems := false
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, "want/"); ok {
			g, built := got[name]
			if !built {
				continue
			}
			f.Data = []byte(strings.TrimRight(g, "\n") + "\n")
			hasProblems = hasProblems || name == "problems"
		}
		files = append(files, f)
	}
	if p := got["problems"]; p != "" && !hasProblems {
		files = append(files, txtar.File{Name: "want/problems", Data: []byte(p)})
	}
	a.Files = files
}

func difference(a, b map[string]string) string {
	var out strings.Builder
	names := slices.Sorted(maps.Keys(a))
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	for _, name := range names {
		if a[name] != b[name] {
			fmt.Fprintf(&out, "%s:\n%s\n---\n%s\n", name, a[name], b[name])
		}
	}
	return out.String()
}
