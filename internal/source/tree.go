package source

import (
	"io/fs"
	"os"
	"syscall"
)

// A Tree is a folder on disk. Nothing outside of it can be reached through it, and opening
// what is not a file does not block.
type Tree struct{ root *os.Root }

// Open opens the folder that contains Dirs.
func Open(folder string) (*Tree, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return &Tree{root}, nil
}

// Close closes the tree.
func (t *Tree) Close() error { return t.root.Close() }

// Open opens a file or a folder. It may be a named pipe by now, whatever it was when it
// was listed, and without O_NONBLOCK that would block until somebody writes to it.
func (t *Tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	return t.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

// Lstat and ReadLink make it a fs.ReadLinkFS, so that a link is seen as one.

// Lstat describes a file, or a link itself.
func (t *Tree) Lstat(name string) (fs.FileInfo, error) { return t.root.Lstat(name) }

// ReadLink returns the target of a link.
func (t *Tree) ReadLink(name string) (string, error) { return t.root.Readlink(name) }
