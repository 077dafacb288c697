package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
)

// A Key is a sum of all that the files of a site are made of, the program included. The zero
// Key is of nothing.
type Key [sha256.Size]byte

// A Note is what a build leaves for the next one that has nothing to do. The zero Note is of a
// build that must not be relied on.
type Note struct {
	Key  Key
	Text string // what the build has to say each time, such as its problems
}

// An inventory is of a folder that has been written from what a key is the sum of: the text of
// its note, and the size and the time of modification of each file. It is a file beside the
// folder:
//
//	5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03
//	"2 warnings: …"
//	8231 1732816980123456789 "index.html"
//	The SHA-256 of all above is …
//
// While a folder is written it has none, so that one which a crash has left is never of
// another folder.
func inventoryOf(dir string) string { return beside(dir, ".inventory") }

// Noted returns the text of the note on dir, if dir has been written from what k is the sum of
// and nothing in it has been changed since. Where that cannot be known, there is none.
func Noted(dir string, k Key) (text string, ok bool) {
	if k == (Key{}) {
		return "", false
	}
	unlock, err := lock(dir)
	if err != nil {
		return "", false
	}
	defer unlock()
	old, err := os.ReadFile(inventoryOf(dir))
	if err != nil {
		return "", false
	}
	key, rest, _ := strings.Cut(string(old), "\n")
	quoted, _, _ := strings.Cut(rest, "\n")
	text, err = strconv.Unquote(quoted)
	if err != nil || key != fmt.Sprintf("%x", k) {
		return "", false
	}
	now, err := inventory(dir, Note{k, text})
	return text, err == nil && now == string(old)
}

// inventory returns the text of the inventory of a folder.
func inventory(dir string, n Note) (string, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "%x\n%q\n", n.Key, n.Text)
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() {
			return fmt.Errorf("%s is no file", p)
		}
		_, err = fmt.Fprintf(&b, "%d %d %q\n", info.Size(), info.ModTime().UnixNano(), p)
		return err
	})
	return b.String() + sealed(b.String()), err
}

// forget removes the inventory of a folder that is about to change.
func forget(dir string) error {
	err := os.Remove(inventoryOf(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// write writes the note on a folder. Without one the folder is written again, so that it is
// no error if there cannot be one.
func (n Note) write(dir string) {
	text, err := inventory(dir, n)
	if n.Key == (Key{}) || err != nil {
		return
	}
	name := inventoryOf(dir)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		os.Remove(name)
	}
}
