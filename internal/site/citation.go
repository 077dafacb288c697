package site

import "rygghandboka/internal/data/bib"

// A Cited is one work in a citation. The works of a citation are in the order
// of their numbers.
type Cited struct {
	Number  int    // of the work on this page, from 1 in the order of first use
	Locator string // the place in the work, such as "s. 4", or ""
	ID      string // of this place on the page
	Ref     string // the id of the work in the page's list of references
	Text    string // the work, written out
	Inside  bool   // of three or more numbers in a row, neither the first nor the last
}

// A Reference is a work in a page's list of references.
type Reference struct {
	Number int
	ID     string
	Work   *Work
	Places []string // the ids of the places where it is cited
}

// A Work is a work written out in one language.
type Work struct {
	*bib.Work
	Entry       bib.Rich // in the Vancouver style, without addresses
	Text        string   // the same as plain text
	Translators string   // whom the style leaves out
}
