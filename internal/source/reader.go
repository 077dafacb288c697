package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
)

// A Reader reads the same tree repeatedly. It caches the files, and reads one again if its
// size or its time of modification has changed. The zero Reader
// is ready to use, by one goroutine at a time.
type Reader struct {
	// Patience is how long to wait for a file that is empty or still growing: an
	// editor may be about to write it. Zero is for a tree that nobody edits.
	Patience time.Duration

	// Changed are the paths of the files that the last Read found to be changed or
	// gone since the one before. After the first Read there are none.
	Changed []string

	known map[string]known
}

// A known file is as it was when it was read.
type known struct {
	size     int64
	modified time.Time
	trusted  bool // a later change cannot have left size and time as they are
	file     File // without a path if it is left out
	probs    diag.List
}

// Read reads every file of the input tree, sorted by path. An error means that
// the tree cannot be read. A file that vanishes in the meantime is being moved or
// saved, so the tree is read once more before that is an error.
func (r *Reader) Read(fsys fs.FS) ([]File, diag.List, error) {
	files, probs, err := r.read(fsys)
	if errors.Is(err, fs.ErrNotExist) {
		files, probs, err = r.read(fsys)
	}
	var lost *fs.PathError
	if errors.Is(err, fs.ErrNotExist) && errors.As(err, &lost) {
		err = fmt.Errorf("%s vanished while it was read: try again when nothing else writes there",
			printable(lost.Path))
	}
	return files, probs, err
}

func (r *Reader) read(fsys fs.FS) ([]File, diag.List, error) {
	entries, err := list(fsys)
	if err != nil {
		return nil, nil, err
	}
	now := make([]known, len(entries))
	errs := make([]error, len(entries))
	par.Each(len(entries), func(i int) {
		now[i], errs[i] = r.file(fsys, entries[i])
	})
	if err := errors.Join(errs...); err != nil {
		return nil, nil, err
	}
	before := r.known
	r.known = make(map[string]known, len(entries))
	files := make([]File, 0, len(entries))
	var probs diag.List
	for i, k := range now {
		r.known[entries[i].path] = k
		probs = append(probs, k.probs...)
		if k.file.Path != "" {
			files = append(files, k.file)
		}
	}
	r.Changed = changed(before, r.known)
	return files, probs, nil
}

// changed returns the paths of the files that differ.
func changed(before, now map[string]known) (paths []string) {
	if before == nil {
		return nil
	}
	for p, k := range now {
		if b, ok := before[p]; !ok || b.file.Sum != k.file.Sum {
			paths = append(paths, p)
		}
	}
	for p := range before {
		if _, ok := now[p]; !ok {
			paths = append(paths, p)
		}
	}
	slices.Sort(paths)
	return paths
}

// grace is how long after a change another one may leave the time of modification
// as it is: clocks of file systems tick every few milliseconds.
const grace = 100 * time.Millisecond

// file returns a file from the cache, or reads it.
func (r *Reader) file(fsys fs.FS, e entry) (known, error) {
	if e.err != nil {
		return unreadable(e.path, e.err)
	}
	before, ok := r.known[e.path]
	if ok && before.trusted && before.size == e.size && before.modified.Equal(e.modified) {
		return before, nil
	}
	k := known{size: e.size, modified: e.modified}
	k.trusted = !k.modified.IsZero() && time.Since(k.modified) > grace
	data, err := r.data(fsys, e.path)
	if err != nil {
		return unreadable(e.path, err)
	}
	k.file, k.probs = read(e.path, data)
	return k, nil
}

// unreadable returns a file or folder that exists and cannot be read, or must not be. It is
// an error if it does not exist any more.
func unreadable(p string, err error) (known, error) {
	if errors.Is(err, fs.ErrNotExist) {
		return known{}, err
	}
	hint := "remove it, or give yourself permission to read it"
	var refused refusal
	if errors.As(err, &refused) {
		hint = refused.hint
	} else if inner := errors.Unwrap(err); inner != nil {
		err = inner
	}
	return known{
		file:  File{Sum: SumOf(p, []byte(err.Error()))},
		probs: diag.List{diag.Errorf(p, 0, "this cannot be read: %v", err).Hintf("%s", hint)},
	}, nil
}

// data reads a file, and reads it again for as long as it is empty or grows, and
// patience lasts.
func (r *Reader) data(fsys fs.FS, p string) ([]byte, error) {
	const step = 10 * time.Millisecond
	data, err := readBounded(fsys, p)
	for waited := time.Duration(0); err == nil && waited < r.Patience; waited += step {
		info, err := fs.Stat(fsys, p)
		if err != nil || info.Size() == int64(len(data)) && len(data) > 0 {
			return data, err
		}
		time.Sleep(step)
		if data, err = readBounded(fsys, p); err != nil {
			return nil, err
		}
	}
	return data, err
}

// readBounded reads a file that is a regular one when it is open, whatever it was when it was
// listed, and never more of it than its limit: it may grow, and some files seem empty and
// never end.
func readBounded(fsys fs.FS, p string) ([]byte, error) {
	f, err := fsys.Open(p)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if err := kindOf(info.Mode()); err != nil {
		return nil, err
	}
	limit := limitOf(p)
	if info.Size() > limit {
		return nil, tooLarge(limit)
	}
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, err
	}
	if int64(data.Len()) > limit {
		return nil, tooLarge(limit)
	}
	return data.Bytes(), nil
}
