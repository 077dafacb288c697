package public

import (
	"compress/gzip"
	"sync"
)

// Budget is how many bytes a page and the style sheets that a screen waits for may have
// together, compressed with gzip: what a server sends before it waits for an answer, ten
// packets (RFC 6928) less what their heads take. Such a page is there after one round trip.
const Budget = 14 << 10

// Heavy is what takes the most space on a page, for an author who has to shorten it.
type Heavy struct {
	At   int    // the offset of the largest part in the Markdown file
	What string // "the table below #signs takes 5.1 kB, the box [[where]] takes 2.0 kB"
}

// Weight returns how many bytes data has when it is compressed for the web.
func Weight(data []byte) int {
	var c counter
	w := compressors.Get().(*gzip.Writer)
	defer compressors.Put(w)
	w.Reset(&c)
	w.Write(data) // a counter never fails
	w.Close()
	return int(c)
}

// compressors are used again: one takes about a megabyte.
var compressors = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, gzip.BestCompression) // the level is valid
	return w
}}

// counter counts what is written to it.
type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}
