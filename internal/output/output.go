// Package output puts the site on disk, whole or not at all.
//
// The files are written to a stage beside the output folder, and the two are
// exchanged in one step. The stage is the build before last: what has not
// changed since then is not written again, which is cheaper than starting from
// an empty folder. A build that fails leaves the output folder as it was.
//
// What no output writes any more is removed. A file whose name holds a hash of what
// it says stays for 30 days after it was replaced: a page that a browser or a proxy
// has kept must not lose its style (asset.go). So what was built before can only
// add such files to what a build from nothing writes. The marker file says which
// they are (record.go).
//
// If that is asked for, each text file has its compressed forms beside it, for hosts
// that send them as they are: index.html.br and index.html.gz. None is published that
// does not unpack to the bytes of its file, and without the flag there are none: a
// host would send old ones (precompress.go).
//
// One build at a time writes to a folder. The output folder and the stage carry
// a marker file. A folder without it, if it is not empty, is somebody's own and
// is never touched.
package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/public"
)

// Marker is the name of the file that says that a folder is ours.
const Marker = ".rygghandboka"

const markerText = "This folder is written by `make build`, and whatever else is put here is deleted.\n"

// Options say how to write.
type Options struct {
	Today       time.Time // the day, at midnight UTC
	Precompress bool      // put FILE.br and FILE.gz beside each text file
}

// A Report says what else came of a build.
type Report struct {
	Compressed map[string]Size // the text files by their paths, if they were compressed

	Lost []string // the paths of older files that had to stay, and that nobody has any more
}

// Write brings the folder dir up to date with the outputs. Problems are those
// of printing; then, as with an error, dir is as it was.
func Write(dir string, outputs []public.File, o Options) (Report, diag.List, error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return Report{}, nil, err
	}
	unlock, err := lock(dir)
	if err != nil {
		return Report{}, nil, err
	}
	defer unlock()
	if err := restore(dir); err != nil {
		return Report{}, nil, err
	}
	for _, d := range []string{dir, stageOf(dir)} {
		if err := ours(d); err != nil {
			return Report{}, nil, err
		}
	}
	return write(dir, outputs, o)
}

// write is Write once nobody else does. It changes nothing in dir before the
// last step, and asks dir alone what the last build was: whatever a crash has
// left in the stage is compared or made anew.
func write(dir string, outputs []public.File, o Options) (report Report, probs diag.List, err error) {
	last, err := readRecord(dir)
	if err != nil {
		return report, nil, err
	}
	stage, gone := stageOf(dir), map[string]time.Time{}
	outputs = slices.Clone(outputs)
	for _, a := range older(last, outputs, o) {
		if old, found := a.output(dir, stage); found {
			outputs, gone[a.path] = append(outputs, old), a.gone
		} else {
			report.Lost = append(report.Lost, a.path)
		}
	}
	if err := open(stage); err != nil {
		return report, nil, err
	}
	if err := prune(stage, o.places(outputs)); err != nil {
		return report, nil, err
	}
	facts, probs, err := fill(stage, dir, outputs, o)
	if err != nil || len(probs) > 0 {
		return report, probs, err
	}
	var assets record
	report.Compressed = map[string]Size{}
	for i, out := range outputs {
		if out.Immutable {
			assets = append(assets, asset{out.Path, facts[i].sum, gone[out.Path]})
		}
		if facts[i].size.Plain > 0 {
			report.Compressed[out.Path] = facts[i].size
		}
	}
	if err := mark(stage, assets, last); err != nil {
		return report, nil, err
	}
	return report, nil, exchange(stage, dir)
}

// open makes the stage, if there is none, and says first of all that it is ours.
func open(stage string) error {
	if err := os.MkdirAll(stage, 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(stage, Marker), os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	return f.Close()
}

func stageOf(dir string) string { return beside(dir, ".stage") }
func lockOf(dir string) string  { return beside(dir, ".lock") }

func beside(dir, suffix string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+suffix)
}

// A place is what must stand at a path.
type place int

const (
	nothing place = iota
	file
	folder
)

// places returns what the outputs need at which path.
func (o Options) places(outputs []public.File) map[string]place {
	taken := map[string]place{".": folder, Marker: file}
	for _, out := range outputs {
		taken[out.Path] = file
		if o.Precompress {
			for _, p := range companions(out.Path) {
				taken[p] = file
			}
		}
		for p := path.Dir(out.Path); taken[p] == nothing; p = path.Dir(p) {
			taken[p] = folder
		}
	}
	return taken
}

// prune removes what no output will write, and what stands in the way: a file
// where a folder must be, a folder or a link where a file must be.
func prune(stage string, keep map[string]place) error {
	return fs.WalkDir(os.DirFS(stage), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || keep[p] == folder && d.IsDir() || keep[p] == file && d.Type().IsRegular() {
			return err
		}
		if err := os.RemoveAll(filepath.Join(stage, filepath.FromSlash(p))); err != nil {
			return err
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
}

// A fact is what is known of a file once it is written.
type fact struct {
	sum  [sha256.Size]byte // of an immutable file
	size Size              // of a text file that has been compressed
}

// fill writes the files that differ from what the stage has, and returns a fact
// for each.
func fill(stage, dir string, outputs []public.File, o Options) ([]fact, diag.List, error) {
	facts := make([]fact, len(outputs))
	probs := make([]diag.List, len(outputs))
	errs := make([]error, len(outputs))
	par.Each(len(outputs), func(i int) {
		out := outputs[i]
		data, found := out.Render()
		if probs[i] = found; len(found) > 0 {
			return
		}
		if out.Immutable {
			facts[i].sum = sha256.Sum256(data)
		}
		errs[i] = put(filepath.Join(stage, filepath.FromSlash(out.Path)), data)
		if o.Precompress && textual[path.Ext(out.Path)] && errs[i] == nil {
			facts[i].size, errs[i] = precompress(stage, dir, out.Path, data)
		}
	})
	return facts, slices.Concat(probs...), errors.Join(errs...)
}

// put writes a file unless it has the data already.
func put(name string, data []byte) error {
	if info, err := os.Lstat(name); err == nil && info.Size() == int64(len(data)) {
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
			return nil
		}
	}
	err := os.WriteFile(name, data, 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		err = os.WriteFile(name, data, 0o644)
	}
	return err
}

// ours returns an error unless dir does not exist, is empty, or carries the
// marker.
func ours(dir string) error {
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("%s is a link: name the folder that it leads to", dir)
	}
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == Marker {
			return nil
		}
	}
	return fmt.Errorf("%s is not empty and was not written by this program (it has no file %s): choose another folder, or empty it yourself", dir, Marker)
}

// Folder returns the absolute path of the output folder out, its links followed,
// or an error that says why the site must not be written there. inputs are the
// names of the folders of the input tree, which stand in src. It writes nothing.
func Folder(src, out string, inputs []string) (string, error) {
	target, err := resolve(out)
	if err != nil {
		return "", err
	}
	return target, allowed(src, out, target, inputs)
}

func allowed(src, out, target string, inputs []string) error {
	home, _ := os.UserHomeDir()
	if home != "" {
		home, _ = resolve(home)
	}
	if target == filepath.Dir(target) {
		return fmt.Errorf("%s is the root of the disk: choose another folder", out)
	}
	if home != "" && inside(home, target) {
		return fmt.Errorf("%s is or holds a home folder: choose another folder", out)
	}
	for _, name := range append([]string{"."}, inputs...) {
		input, err := resolve(filepath.Join(src, name))
		if err != nil {
			return err
		}
		if inside(input, target) || name != "." && inside(target, input) {
			return fmt.Errorf("%s is, holds or lies in the source %s: choose another folder", out, filepath.Join(src, name))
		}
	}
	for _, d := range []string{target, stageOf(target)} {
		if err := ours(d); err != nil {
			return err
		}
	}
	_, err := readRecord(target)
	return err
}

// resolve returns the absolute path of p with the links in it followed, as far
// as it exists.
func resolve(p string) (string, error) {
	p, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(p)
	if errors.Is(err, fs.ErrNotExist) && p != filepath.Dir(p) {
		parent, err := resolve(filepath.Dir(p))
		return filepath.Join(parent, filepath.Base(p)), err
	}
	return real, err
}

// inside reports whether p is dir or lies in it.
func inside(p, dir string) bool {
	rel, err := filepath.Rel(dir, p)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
