// Package site has the values of a linked site: what pages know of each other, and what
// fills the holes of each. Package link makes them, and nothing changes them afterwards.
//
// Its law: a page knows another page only as a plain value, a Stub or a Card (or, for an
// embed, the other page's finished body).
//
// Its files, from the bottom up:
//
//	stub.go        what a page knows of another, in its language or in another
//	figure.go      drawings: of an exercise, of a figure
//	exercise.go    the facts of an exercise in the words of a language
//	card.go        what a list shows of a page
//	citation.go    works, and their numbers on a page
//	filter.go      what a list of exercises is narrowed by
//	target.go      what fills a hole; boxes
//	redirect.go    addresses that pages had before
//	entry.go       a page in its place
//	backlink.go    the pages that refer to a page
//	item.go        entries of lists that may be too long for a page, and their weight
//	glossary.go    lists of a kind of page: terms,
//	changes.go     changes,
//	references.go  works,
//	links.go       links,
//	programme.go   exercises in an order
//	home.go        the ways in on the front page
//	detail.go      what only the pages of one kind have
//	site.go        all pages
//	search.go      the text of a page as readers search it
package site

import (
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// A Site is every page, linked.
type Site struct {
	Base      string
	Languages []i18n.Language // those that have pages, in the order of words.yaml
	Entries   []*Entry        // by language, and in each by address
	Homes     []Translation   // the home page of each language
	Redirects []Redirect      // from addresses that pages had before
	Figures   []FigureFile    // the files of drawings
	Words     *i18n.Table
	Publisher *publisher.Publisher // nil if nobody is named
	Search    *search.List         // what readers type, and the words of the handbook for it

	Translations *translation.Report
	Bibliography *bib.Bibliography
}
