package output

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// A Size is how many bytes a browser receives for a file: plain, and in each encoding, which
// is as much if the encoding does not make it smaller.
type Size struct{ Plain, Brotli, Gzip int }

// textual are the endings of files that are worth compressing.
var textual = map[string]bool{
	".atom":        true,
	".bib":         true,
	".css":         true,
	".html":        true,
	".js":          true,
	".json":        true,
	".ris":         true,
	".svg":         true,
	".txt":         true,
	".webmanifest": true,
	".xml":         true,
}

// tiny is the length in bytes up to which a file is not compressed: it goes in
// one packet either way.
const tiny = 200

// An encoding is a way to compress a file into another one beside it, with a suffix.
type encoding struct {
	suffix string
	writer func(io.Writer) io.WriteCloser
	reader func(io.Reader) (io.Reader, error)
}

// Each encoding at its best: a file is compressed once and sent often. The header
// that gzip writes has no name and no time.
var (
	inBrotli = encoding{
		suffix: ".br",
		writer: func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotli.BestCompression) },
		reader: func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
	}
	inGzip = encoding{
		suffix: ".gz",
		writer: func(w io.Writer) io.WriteCloser {
			z, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // it fails for other levels only
			return z
		},
		reader: func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	}
)

// companions returns the paths of the compressed forms that a file may have.
func companions(p string) []string {
	if !textual[path.Ext(p)] {
		return nil
	}
	return []string{p + inBrotli.suffix, p + inGzip.suffix}
}

// precompress puts the compressed forms of a text file beside it in the stage.
func precompress(stage, dir, p string, data []byte) (Size, error) {
	b, errB := inBrotli.put(stage, dir, p, data)
	g, errG := inGzip.put(stage, dir, p, data)
	return Size{len(data), b, g}, errors.Join(errB, errG)
}

// put writes one compressed form of a file into the stage, if it is smaller than
// the file, and returns the length of the smaller one.
func (e encoding) put(stage, dir, p string, data []byte) (int, error) {
	p = filepath.FromSlash(p) + e.suffix
	if len(data) > tiny {
		small, err := e.encoded(data, filepath.Join(stage, p), filepath.Join(dir, p))
		if err != nil {
			return 0, err
		}
		if len(small) < len(data) {
			return len(small), writeFile(filepath.Join(stage, p), small)
		}
	}
	if err := os.Remove(filepath.Join(stage, p)); !errors.Is(err, fs.ErrNotExist) {
		return len(data), err
	}
	return len(data), nil
}

// encoded returns data compressed: from one of the files, or else compressed anew, which takes
// some hundred times as long as checking a file.
func (e encoding) encoded(data []byte, names ...string) ([]byte, error) {
	for _, name := range names {
		if small, err := os.ReadFile(name); err == nil && e.holds(small, data) {
			return small, nil
		}
	}
	var small bytes.Buffer
	w := e.writer(&small)
	_, err := w.Write(data)
	err = errors.Join(err, w.Close())
	return small.Bytes(), err
}

// holds reports whether small is data, compressed, and nothing more.
func (e encoding) holds(small, data []byte) bool {
	r, err := e.reader(bytes.NewReader(small))
	if err != nil {
		return false
	}
	got, err := io.ReadAll(io.LimitReader(r, int64(len(data))+1))
	return err == nil && bytes.Equal(got, data)
}
