// Package rule checks what must hold of a site as a whole. Each rule has a file
// and says in a comment why it is there. A rule looks at the linked site and at
// the sources, and changes nothing.
package rule

import (
	"net/url"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/avoid"
)

// A Subject is what the rules look at.
type Subject struct {
	*site.Site
	Exercises   []*exercise.Exercise
	Retractions *bib.Retractions
	Avoid       map[string]*avoid.List   // by language
	Text        func(path string) []byte // of a file of the input tree
	Base        *url.URL                 // where the site is published
	Today       time.Time                // the day, at midnight UTC
}

// Check returns where the rules do not hold.
func Check(s Subject) diag.List {
	return slices.Concat(
		avoided(s),
		changes(s),
		citations(s),
		figures(s),
		homes(s),
		progressions(s),
		published(s),
		publishers(s),
		readable(s),
		references(s),
		reviews(s),
		searches(s),
		sections(s),
		urgencies(s),
	)
}
