package review

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
)

// A Part is one part of what a page shows.
type Part struct {
	ID       string // what it is, the same for as long as it is there: #steps, dose, work:maher-2017
	Name     string // as readers of the page know it: Steps
	Sum      Sum
	Critical bool // a change of it suspends the review

	Path   string // of the file that it is written in, "" in a lock
	Offset int    // and where, in bytes
}

// A Sum is the beginning of the SHA-256 of a text, in hexadecimal digits. It shows that a
// text has changed; what it was is in the history of the repository.
type Sum string

// SumOf returns the sum of a text. White space between words does not count.
func SumOf(texts ...string) Sum {
	var words []byte
	for _, text := range texts {
		for word := range strings.FieldsSeq(text) {
			words = append(append(words, word...), ' ')
		}
		words = append(words, '\n')
	}
	sum := sha256.Sum256(words)
	return Sum(hex.EncodeToString(sum[:])[:sumDigits])
}

const sumDigits = 16

var (
	sumForm = regexp.MustCompile(`^[0-9a-f]{16}$`)
	idForm  = regexp.MustCompile(`^(#[a-z0-9-]*|[a-z]+(:[^\s]+)?)$`)
)
