// Package rule checks what must be true of a site as a whole. Each rule has a file, and a
// comment with its reason. A rule reads the linked site and the sources, and changes nothing.
package rule

import (
	"net/url"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/avoid"
)

// A Subject is what the rules check.
type Subject struct {
	*site.Site
	Exercises   []*exercise.Exercise
	Reviews     *review.Lock
	Retractions *bib.Retractions
	Avoid       map[string]*avoid.List   // by language
	Text        func(path string) []byte // of a file of the input tree
	Base        *url.URL                 // the address of the site
	Today       time.Time                // the day, at midnight UTC
}

// Check returns the problems that the rules find.
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
		stops(s),
		telephones(s),
		urgencies(s),
	)
}
