// Package link makes a site of pages: addresses, translations, navigation, and what fills
// each hole of each page.
//
// Its law: Site does no I/O, changes no page, and is run anew for the whole handbook on each
// build. That is cheap, and nothing can be stale.
//
// Its files, from the bottom up:
//
//	linker.go       the site in the making; pages by key and by name
//	draft.go        pages that are not published
//	word.go         words for the keys of shared files
//	address.go      parents, addresses, neighbours
//	translation.go  the same page in other languages
//	redirect.go     addresses that pages had before
//	backlink.go     which references lead back
//	excerpt.go      a section of a page on another page
//	caution.go      who should ask before an exercise
//	muscle.go       muscles, and their terms
//	dosage.go       a dosage as a sentence,
//	handout.go      and as boxes on paper
//	figure.go       the files of drawings, and their captions
//	filter.go       what exercises are found by
//	exercise.go     the facts of an exercise in the words of a language
//	programme.go    the exercises of a programme
//	home.go         the doors of a front page
//	changes.go      the pages that a list of changes names
//	work.go         works, written out
//	filler.go       the holes of one page
//	citation.go     numbers for the works cited
//	references.go   all works, and who cites them
//	term.go         links to the glossary
//	url.go          links to pages
//	embed.go        boxes, and what fills the holes of a body
//	fill.go         the holes of all pages
//	shown.go        what a page shows, part by part, for its review:
//	shownfacts.go   doses, cautions, exercises, terms,
//	shownbody.go    sections and boxes
//	review.go       reviews, compared with that
//	link.go         all of it, in order
package link

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
)

// Site links pages into a site. The problems are those that no page can have by itself:
// references to what does not exist, and addresses that collide.
func Site(in Input) (*site.Site, diag.List) {
	l := newLinker(in)
	l.arrange()
	l.address()
	l.redirects()
	l.facts()
	l.rank()
	for _, e := range l.site.Entries {
		l.neighbours(e)
		l.filter(e)
		l.translations(e)
		l.programme(e)
		l.doors(e)
		l.changes(e)
	}
	l.formatWorks()
	l.fill()
	l.uses()
	l.homes()
	l.works()
	l.reviews()
	return l.site, l.probs
}
