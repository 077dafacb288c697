package build

import (
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/link"
	"rygghandboka/internal/rule"
	"rygghandboka/internal/site"
	"rygghandboka/internal/translation"
)

// A linked tree is the site, and how far it is translated.
type linked struct {
	site         *site.Site
	translations *translation.Report
	subject      translation.Subject // of that report
	drift        diag.List           // problems of translations
	problems     diag.List           // the others
}

// link links pages into a site.
func (b *Builder) link(t tree, c compiled, o Options) linked {
	l := linked{subject: translation.Subject{
		Pages:     c.pages,
		Records:   c.records,
		Languages: c.words.Languages(),
		Lock:      c.lock,
		IsLost:    isLost(slices.Concat(t.unreadable, c.lockProblems)),
		Text:      t.textOf,
		Memory:    &b.compared,
	}}
	l.translations, l.drift = translation.Check(l.subject)
	l.site, l.problems = linkSite(t, c, l.translations, o)
	return l
}

// isLost reports whether one of the problems is that the lock, or a folder above it, cannot be
// read.
func isLost(problems diag.List) bool {
	return slices.ContainsFunc(problems, func(p diag.Problem) bool {
		return p.File == translation.LockPath || strings.HasPrefix(translation.LockPath, p.File+"/")
	})
}

// linkSite links the pages of a compiled tree.
func linkSite(t tree, c compiled, translations *translation.Report, o Options) (*site.Site, diag.List) {
	return link.Site(link.Input{
		Pages:        c.pages,
		Works:        c.works,
		Publisher:    c.publisher,
		Exercises:    c.exercises,
		Words:        c.words,
		Search:       c.searches,
		FigureStyle:  c.layouts.Static("css/figure.css"),
		DiagramStyle: c.layouts.Static("css/diagram.css"),
		Translations: translations,
		Reviews:      c.reviews,
		Text:         t.textOf,
		Today:        o.Today,
		Base:         o.Base.Path,
	})
}

// check checks the rules for the site as a whole.
func check(t tree, c compiled, l linked, o Options) diag.List {
	return rule.Check(rule.Subject{
		Site:        l.site,
		Exercises:   c.exercises,
		Reviews:     c.reviews,
		Retractions: c.retractions,
		Avoid:       c.avoided,
		Text:        t.textOf,
		Base:        o.Base,
		Today:       o.Today,
	})
}
