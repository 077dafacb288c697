// Package source reads the input tree into memory.
//
// The input tree is what stands in content/, layouts/ and static/. Text files
// are handed on with a byte order mark cut off and every line ended by a single
// newline; a text file that holds a NUL or is not UTF-8 is a problem, and is
// not handed on. Files that editors and file managers leave behind are passed over.
package source

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/par"
)

// Dirs are the folders of the input tree.
var Dirs = []string{"content", "layouts", "static"}

// A Sum is the SHA-256 of a file's path and data.
type Sum [sha256.Size]byte

// A File is one input file, complete.
type File struct {
	Path string // slash-separated, from the root of the input tree
	Data []byte
	Sum  Sum
}

// A Reader reads the same tree again and again. It remembers the files, and reads
// one anew if its size or its time of modification is another. The zero Reader
// is ready to use, by one goroutine at a time.
type Reader struct {
	// Patience is how long to wait for a file that is empty or still growing: an
	// editor may be about to write it. Zero is for a tree that nobody edits.
	Patience time.Duration

	// Changed are the paths of the files that the last Read found to be other than
	// the one before, or gone. After the first Read there are none.
	Changed []string

	known map[string]known
}

// A known file is as it was when it was read.
type known struct {
	size     int64
	modified time.Time
	trusted  bool // a later change cannot have left size and time as they are
	file     File
	probs    diag.List
}

// Read reads every file of a tree once.
func Read(fsys fs.FS) ([]File, diag.List, error) { return new(Reader).Read(fsys) }

// Read reads every file of the input tree, sorted by path. An error means that
// the tree cannot be read.
func (r *Reader) Read(fsys fs.FS) ([]File, diag.List, error) {
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

// file returns a file as it is known, or reads it.
func (r *Reader) file(fsys fs.FS, e entry) (known, error) {
	info, err := e.Info()
	if err != nil {
		return known{}, err
	}
	before, ok := r.known[e.path]
	if ok && before.trusted && before.size == info.Size() && before.modified.Equal(info.ModTime()) {
		return before, nil
	}
	k := known{size: info.Size(), modified: info.ModTime()}
	k.trusted = info.Mode().IsRegular() && !k.modified.IsZero() && time.Since(k.modified) > grace
	data, err := r.data(fsys, e.path)
	if err != nil {
		return known{}, err
	}
	k.file, k.probs = read(e.path, data)
	return k, nil
}

// data reads a file, and reads it again for as long as it is empty or grows, and
// patience lasts.
func (r *Reader) data(fsys fs.FS, p string) ([]byte, error) {
	const step = 10 * time.Millisecond
	data, err := fs.ReadFile(fsys, p)
	for waited := time.Duration(0); err == nil && waited < r.Patience; waited += step {
		info, err := fs.Stat(fsys, p)
		if err != nil || info.Size() == int64(len(data)) && len(data) > 0 {
			return data, err
		}
		time.Sleep(step)
		if data, err = fs.ReadFile(fsys, p); err != nil {
			return nil, err
		}
	}
	return data, err
}

// An entry is a file in its folder.
type entry struct {
	path string
	fs.DirEntry
}

func list(fsys fs.FS) (entries []entry, err error) {
	for _, dir := range Dirs {
		err := fs.WalkDir(fsys, dir, func(p string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && p == dir && errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case p != dir && Ignored(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
			case !d.IsDir():
				entries = append(entries, entry{p, d})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	return entries, nil
}

// Ignored reports whether a file of this name is an editor's or a file
// manager's own, and no part of the site. Two names with a point are for hosts.
func Ignored(name string) bool {
	if name == ".well-known" || name == ".nojekyll" {
		return false
	}
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".swp") ||
		strings.HasSuffix(name, "___jb_tmp___") || strings.HasSuffix(name, "___jb_old___") ||
		name == "4913" || name == "Thumbs.db"
}

var textual = []string{".md", ".yaml", ".json", ".html", ".css", ".js", ".svg", ".xml", ".txt", ".lock"}

// read makes a file of data. A file that is no text, and must be, has no path.
func read(p string, data []byte) (File, diag.List) {
	if slices.Contains(textual, path.Ext(p)) {
		data = normal(data)
		if probs := legible(p, data); len(probs) > 0 {
			return File{}, probs
		}
	}
	return File{Path: p, Data: data, Sum: SumOf(p, data)}, nil
}

// legible returns what makes data no text. The problems have their places
// already, since the file is not handed on.
func legible(p string, data []byte) diag.List {
	var probs diag.List
	if at := bytes.IndexByte(data, 0); at >= 0 {
		probs = append(probs, diag.Errorf(p, at, "a NUL character in a text file").Hintf("save the file as UTF-8 text"))
	}
	if at := invalidUTF8(data); at >= 0 {
		probs = append(probs, diag.Errorf(p, at, "this is not UTF-8").Hintf("save the file with the encoding UTF-8"))
	}
	return probs.Locate(func(string) string { return strings.ToValidUTF8(string(data), "\uFFFD") })
}

// normal cuts off a byte order mark, composes letters and their marks (é is one
// character, however it was typed), and ends each line with one newline.
func normal(data []byte) []byte {
	data = lang.Compose(bytes.TrimPrefix(data, []byte("\uFEFF")))
	if !bytes.ContainsRune(data, '\r') {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}

// SumOf returns the sum of a file.
func SumOf(p string, data []byte) (s Sum) {
	h := sha256.New()
	h.Write([]byte(p))
	h.Write([]byte{0})
	h.Write(data)
	h.Sum(s[:0])
	return s
}
