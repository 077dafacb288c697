// Package weight says what a page weighs, and what it may weigh.
package weight

import "compress/gzip"

// Budget is how many bytes a page and the style sheets that a screen waits for may have
// together, compressed with gzip: what a server sends before it waits for an answer, ten
// packets (RFC 6928) less what their heads take. Such a page is there after one round trip.
const Budget = 14 << 10

// Of returns how many bytes data has as a file for the web.
func Of(data []byte) int {
	var c counter
	w, _ := gzip.NewWriterLevel(&c, gzip.BestCompression) // the level is one that there is
	w.Write(data)                                         // a counter takes all
	w.Close()
	return int(c)
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}
