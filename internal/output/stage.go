package output

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/public"
)

// openStage makes the stage, if there is none, and first of all its marker file.
func openStage(stage string) error {
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

// A node is what must be at a path.
type node int

const (
	nothing node = iota
	file
	folder
)

// nodes returns what the outputs need, by path.
func (o Options) nodes(outputs []public.File) map[string]node {
	taken := map[string]node{".": folder, Marker: file}
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

// prune removes what no output will write, and what is in the way: a file where a folder
// must be, a folder or a link where a file must be.
func prune(stage string, keep map[string]node) error {
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

// A fact is what is known of a file after it has been written.
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
		probs[i] = found
		if len(found) > 0 {
			return
		}
		if out.Immutable {
			facts[i].sum = sha256.Sum256(data)
		}
		errs[i] = writeFile(filepath.Join(stage, filepath.FromSlash(out.Path)), data)
		if o.Precompress && textual[path.Ext(out.Path)] && errs[i] == nil {
			facts[i].size, errs[i] = precompress(stage, dir, out.Path, data)
		}
	})
	return facts, slices.Concat(probs...), errors.Join(errs...)
}

// writeFile writes a file unless it has the data already.
func writeFile(name string, data []byte) error {
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
