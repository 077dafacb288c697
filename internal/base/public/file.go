// Package public defines the files of the finished site: the type that the stages
// after rendering exchange, the paths that several of them must agree on, and the
// weight that a page may have.
package public

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
)

// A File is one file of the finished site. Render may be called by several
// goroutines; its problems are those of the layouts.
type File struct {
	Path   string // slash-separated, below the output folder
	Render func() ([]byte, diag.List)

	// Immutable reports that the name contains a hash of the content, so that it may be
	// cached for ever. Whoever makes such a name sets it: the name alone is not enough.
	Immutable bool

	Source string       // of a page: its Markdown file, or that of the page it continues
	Heavy  func() Heavy // of a page

	Offline bool      // readers without a network need it
	Lang    lang.Lang // whose readers need it; "" for all
}

// Bytes returns a Render function for content that is already there.
func Bytes(data []byte) func() ([]byte, diag.List) {
	return func() ([]byte, diag.List) { return data, nil }
}
