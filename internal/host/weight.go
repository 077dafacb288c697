package host

import (
	"compress/gzip"
	"strings"

	"rygghandboka/internal/diag"
)

// budget is how many bytes a page and the style sheets that a screen waits for may have
// together, compressed with gzip: what a server sends before it waits for an answer, ten
// packets (RFC 6928) less what their heads take. Such a page is there after one round trip.
const budget = 14 << 10

// weigh refuses a page that is too heavy.
func (s *survey) weigh(path string, page []byte, styles []string) diag.List {
	weight := compressed(page)
	style := 0
	for _, address := range styles {
		if f := s.byPath[strings.TrimPrefix(address, s.Base.Path)]; f != nil {
			style += f.weight()
		}
	}
	if weight+style <= budget {
		return nil
	}
	return diag.List{diag.Errorf(path, 0, "the page weighs %d bytes, and its style sheets %d: %d too many", weight, style, weight+style-budget).
		Hintf("divide it, or embed less; what weighs is text, sources and terms (compressed with gzip, %d bytes in all are one round trip)", budget)}
}

// weigh returns the weight of a style sheet. Many pages have it, so a file does it once.
func (f *file) weigh() int {
	data, _ := f.Output.Print()
	return compressed(data)
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(data []byte) (int, error) {
	*c += counter(len(data))
	return len(data), nil
}

// compressed returns how many bytes data has as a file for the web.
func compressed(data []byte) int {
	var c counter
	w, _ := gzip.NewWriterLevel(&c, gzip.BestCompression) // the level is one that there is
	w.Write(data)                                         // a counter takes all
	w.Close()
	return int(c)
}
