package build

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/page"
)

// publish returns the site without its drafts, linked once more, so that nothing in it
// knows of them. A preview has them. The problems are the errors of a site that lacks a page
// it needs; what else is wrong has been found in the site as its authors see it.
func (b *Builder) publish(t tree, c compiled, l linked, o Options) (linked, diag.List) {
	isDraft := func(p *page.Page) bool { return p.Draft }
	if o.Preview || !slices.ContainsFunc(c.pages, isDraft) {
		return l, nil
	}
	published := c
	published.pages = slices.DeleteFunc(slices.Clone(c.pages), isDraft)
	published.exercises = publishedExercises(c)
	without := l
	without.site, without.problems = linkSite(t, published, l.translations, o)
	problems := append(without.problems, check(t, published, without, o)...)
	return without, slices.DeleteFunc(problems, func(p diag.Problem) bool { return p.Severity != diag.Error })
}

// draftNames returns the names that no page has but drafts.
func draftNames(pages []*page.Page) map[string]bool {
	published, drafts := map[string]bool{}, map[string]bool{}
	for _, p := range pages {
		published[p.Name()] = published[p.Name()] || !p.Draft
	}
	for _, p := range pages {
		drafts[p.Name()] = !published[p.Name()]
	}
	return drafts
}

// publishedExercises returns the exercises but those of which there are drafts only.
func publishedExercises(c compiled) []*exercise.Exercise {
	drafts := draftNames(c.pages)
	return slices.DeleteFunc(slices.Clone(c.exercises), func(x *exercise.Exercise) bool { return drafts[x.Key] })
}
