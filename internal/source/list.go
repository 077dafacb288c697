package source

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
)

// The limits of what is read. All of it is in memory at once, and so is what is made of it.
const (
	mebibyte = 1 << 20

	// A text is parsed, and some parsers need many times its size. A page has some
	// 20 KB, and the glossary 400 bytes for a term.
	textLimit = 4 * mebibyte

	// In characters. A paragraph has some 600, written as one line; a parser takes longer than
	// twice as long for a line of twice the length.
	lineLimit = 20_000

	// The works cited are one file, with some 800 bytes for a work, or 3 KB if Zotero has
	// exported its abstract too: room for 20,000 works.
	dataLimit = 64 * mebibyte

	// The lock has all text in all languages: some 50 MiB of 10,000 pages.
	lockLimit = 128 * mebibyte

	// A photo has a few MiB. Some hosts take no file of more than 25.
	otherLimit = 25 * mebibyte

	treeLimit = 256 * mebibyte

	// The deepest page has three folders above it. An output's path is as long as its
	// source's, and systems refuse long ones.
	depthLimit = 16
)

// limitOf returns how many bytes a file may have.
func limitOf(p string) int64 {
	switch {
	case path.Ext(p) == ".lock":
		return lockLimit
	case path.Ext(p) == ".json":
		return dataLimit
	case isText(p):
		return textLimit
	}
	return otherLimit
}

// A refusal is the reason why something in the tree is not read, and what can be done.
type refusal struct{ why, hint string }

func (r refusal) Error() string { return r.why }

var errDeep = refusal{fmt.Sprintf("it is below more than %d folders", depthLimit), "move it up"}

// tooLarge refuses a file for its size.
func tooLarge(limit int64) error {
	return refusal{fmt.Sprintf("it is larger than %d MiB", limit/mebibyte), "remove it, or make it smaller"}
}

// An entry is a file in its folder, or what is refused.
type entry struct {
	path     string
	size     int64
	modified time.Time
	err      error // why it is refused
}

// list returns the files of the tree, sorted by path. Links are not followed.
func list(fsys fs.FS) (entries []entry, err error) {
	for _, dir := range Dirs {
		found, err := listDir(fsys, dir)
		if err != nil {
			return nil, err
		}
		entries = append(entries, found...)
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	return bound(entries), nil
}

// listDir returns the files below one of Dirs, which need not exist.
func listDir(fsys fs.FS, dir string) (entries []entry, err error) {
	info, err := fs.Lstat(fsys, dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err == nil && info.Mode()&fs.ModeSymlink != 0: // WalkDir would follow it
		return []entry{{path: dir, err: kindOf(info.Mode())}}, nil
	}
	err = fs.WalkDir(fsys, dir, func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return err // it has gone since it was listed
		}
		if err != nil {
			entries = append(entries, entry{path: p, err: err})
			return fs.SkipDir
		}
		skip := p != dir && Ignored(d.Name())
		if !skip {
			e, listed := inspect(p, d)
			if !listed {
				return nil
			}
			entries = append(entries, e)
		}
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	return entries, err
}

// inspect returns a file, or what is refused. A folder that is not refused is not listed.
func inspect(p string, d fs.DirEntry) (e entry, listed bool) {
	if err := badName(d.Name()); err != nil {
		return entry{path: printable(p), err: err}, true
	}
	if d.IsDir() {
		return entry{path: p, err: errDeep}, strings.Count(p, "/") >= depthLimit
	}
	e = entry{path: p, err: kindOf(d.Type())}
	if e.err != nil {
		return e, true
	}
	info, err := d.Info()
	if err != nil {
		e.err = err
	} else if limit := limitOf(p); info.Size() > limit {
		e.err = tooLarge(limit)
	} else {
		e.size, e.modified = info.Size(), info.ModTime()
	}
	return e, true
}

// badName refuses a name that is not what it looks like, in a terminal or in an address.
func badName(name string) error {
	if !utf8.ValidString(name) {
		return refusal{"its name is not UTF-8", "give it another name"}
	}
	if strings.ContainsAny(name, "\t\n") {
		return refusal{"its name has a tab or the end of a line", "give it another name"}
	}
	for _, r := range diag.Unseen(name) {
		why := fmt.Sprintf("its name has a character that nobody sees, U+%04X", r)
		return refusal{why, "give it another name"}
	}
	return nil
}

// printable returns a path with escapes for what badName refuses.
func printable(p string) string {
	quoted := strconv.Quote(p)
	return quoted[1 : len(quoted)-1]
}

// kindOf refuses what is no regular file.
func kindOf(mode fs.FileMode) error {
	switch {
	case mode.IsRegular():
		return nil
	case mode&fs.ModeSymlink != 0:
		const hint = "put the file or the folder itself here: links are not followed, since they can lead anywhere"
		return refusal{"it is a symbolic link", hint}
	case mode&fs.ModeNamedPipe != 0:
		return refusal{"it is a named pipe", "remove it"}
	case mode&fs.ModeSocket != 0:
		return refusal{"it is a socket", "remove it"}
	case mode&fs.ModeDevice != 0:
		return refusal{"it is a device", "remove it"}
	}
	return refusal{"it is not a file", "remove it"}
}

// bound leaves out the largest files of a tree that is too large, until the rest fits.
// Only the first of them is refused, since they are too many together.
func bound(entries []entry) []entry {
	var total int64
	for _, e := range entries {
		total += e.size
	}
	if total <= treeLimit {
		return entries
	}
	bySize := slices.Clone(entries)
	slices.SortStableFunc(bySize, func(a, b entry) int { return cmp.Compare(b.size, a.size) })
	largest := bySize[0].path
	out := map[string]bool{}
	for _, e := range bySize {
		if total > treeLimit {
			out[e.path] = true
			total -= e.size
		}
	}
	entries = slices.DeleteFunc(entries, func(e entry) bool { return out[e.path] && e.path != largest })
	i := slices.IndexFunc(entries, func(e entry) bool { return e.path == largest })
	entries[i].err = refusal{
		fmt.Sprintf("it is the largest of files that have more than %d MiB together", treeLimit/mebibyte),
		"remove it, or make it smaller",
	}
	return entries
}
