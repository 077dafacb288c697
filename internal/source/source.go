// Package source reads the input tree into memory.
//
// The input tree is what is in content/, layouts/ and static/. Text files lose a byte order
// mark, their letters are composed (Unicode's NFC), and every line ends with a single
// newline. A text file that has a NUL or is not UTF-8 is a problem, and is left out. One that
// has an invisible character, itself or as an escape of its language (escape.go), is a
// problem too: see package diag. Files that editors and file managers leave behind are
// ignored. What has not changed since the last time is not read again (reader.go).
//
// Only regular files inside the tree are read, and no more of them than fits into
// memory (list.go). A symbolic link is a problem wherever it leads, as are a named pipe,
// a device, a socket, and a name that is not what it looks like. A hard link is a file.
// So nothing from elsewhere can be published, or be shown in a problem, and no read blocks:
// see Tree.
package source

import (
	"bytes"
	"crypto/sha256"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
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

// Ignored reports whether a file of this name is an editor's or a file
// manager's own, and no part of the site. Two names with a dot are for hosts.
func Ignored(name string) bool {
	if name == ".well-known" || name == ".nojekyll" {
		return false
	}
	if strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") {
		return true
	}
	hasSuffix := func(suffix string) bool { return strings.HasSuffix(name, suffix) }
	return strings.HasPrefix(name, ".") ||
		slices.ContainsFunc(temporarySuffixes, hasSuffix) ||
		slices.Contains(temporaryNames, name)
}

var (
	temporarySuffixes = []string{"~", ".tmp", ".swp", "___jb_tmp___", "___jb_old___"}
	temporaryNames    = []string{"4913", "Thumbs.db"} // of Vim, and of Windows
)

var textual = []string{".md", ".yaml", ".json", ".html", ".css", ".js", ".svg", ".xml", ".txt", ".lock"}

// read returns a file with normalised data. One that should be text and is not has only a sum.
func read(p string, data []byte) (File, diag.List) {
	if !isText(p) {
		return File{Path: p, Data: data, Sum: SumOf(p, data)}, nil
	}
	data = Normalise(data)
	if probs := checkText(p, data); len(probs) > 0 {
		return File{Sum: SumOf(p, data)}, probs
	}
	return File{Path: p, Data: data, Sum: SumOf(p, data)}, unseen(p, data)
}

func isText(p string) bool { return slices.Contains(textual, path.Ext(p)) }

// checkText returns the problems of data that is not text. They are located already, since the
// file is left out.
func checkText(p string, data []byte) diag.List {
	var probs diag.List
	if at := bytes.IndexByte(data, 0); at >= 0 {
		probs = append(probs, diag.Errorf(p, at, "a NUL character in a text file").Hintf("save the file as UTF-8 text"))
	}
	if at := invalidUTF8(data); at >= 0 {
		probs = append(probs, diag.Errorf(p, at, "this is not UTF-8").Hintf("save the file with the encoding UTF-8"))
	}
	if at := longLine(p, data); at >= 0 && len(probs) == 0 {
		probs = append(probs, diag.Errorf(p, at, "this line has more than %d characters", lineLimit).
			Hintf("divide it"))
	}
	return probs.Locate(func(string) string { return strings.ToValidUTF8(string(data), "\uFFFD") })
}

// longLine returns the offset of the first line that is too long for a parser of what authors
// write, or -1. Scripts and exports have one line, and data is not parsed by lines.
func longLine(p string, data []byte) (at int) {
	if ext := path.Ext(p); ext != ".md" && ext != ".yaml" {
		return -1
	}
	for line := range bytes.Lines(data) {
		if len(line) > lineLimit && utf8.RuneCount(line) > lineLimit {
			return at
		}
		at += len(line)
	}
	return -1
}

// Normalise removes a byte order mark, composes letters and their marks (é is one character,
// however it was typed), and ends each line with one newline.
func Normalise(data []byte) []byte {
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
