// Package rule checks what must be true of a site as a whole. Each rule has a file, and a
// comment with its reason. A rule reads the linked site and the sources, and changes nothing.
package rule

import (
	"net/url"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
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

// rules are all rules, in the order of their problems.
var rules = []func(Subject) diag.List{
	avoided,
	changes,
	citations,
	figures,
	homes,
	progressions,
	published,
	publishers,
	readable,
	references,
	reviews,
	searches,
	sections,
	stops,
	telephones,
	urgencies,
}

// Check returns the problems that the rules find.
func Check(s Subject) diag.List {
	found := make([]diag.List, len(rules))
	par.Each(len(rules), func(i int) { found[i] = rules[i](s) })
	return slices.Concat(found...)
}
