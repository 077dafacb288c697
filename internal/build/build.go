// Package build runs the stages in order. It is the one package to read first, and
// Build the function to read first in it; each step has a file of its own.
//
//	read       source.Read   the input tree, divided by what reads which file
//	compile    page.Parse, … each file by itself; what has not changed is cached
//	link       link.Site     pages into a site, and how far it is translated
//	check      rule.Check    what must hold of the whole site
//	publish    link, check   the same without drafts
//	renderSite render.Site   the files of the site
//
// Its law: warm equals cold. Whatever a Builder built before, the outputs are
// those of a build from nothing, byte for byte.
package build

import (
	"io/fs"
	"net/url"
	"slices"
	"time"
)

// Options are what a build depends on besides the input tree.
type Options struct {
	Base        *url.URL  // where the site is published; its path ends with a slash
	Today       time.Time // the day, at midnight UTC
	Loose       bool      // do not minify HTML: for comparison in tests
	Prose       bool      // keep the sentences of each page, for the readability report
	PDF         bool      // pages link to their PDF files
	SocialCards bool      // pages have share images
	Weigh       bool      // refuse pages that are too heavy: see package host
	Preview     bool      // show drafts, and the site although translations do not agree yet
}

// Build builds the site in fsys. Each step returns a value that nothing changes
// afterwards, and the problems that it found. An error means that fsys cannot be read.
func (b *Builder) Build(fsys fs.FS, o Options) (*Result, error) {
	defer b.sweep()
	tree, err := b.read(fsys)
	if err != nil {
		return nil, err
	}
	words, ofWords := b.words(tree)
	problems := slices.Concat(tree.problems(), ofWords)
	if len(words.Languages()) == 0 && problems.Errors() > 0 {
		return withoutLanguages(tree, problems), nil
	}
	compiled := b.compile(tree, words, o)
	linked := b.link(tree, compiled, o)
	problems = slices.Concat(problems, compiled.problems, linked.problems, check(tree, compiled, linked, o))
	if problems.Errors() > 0 || !o.Preview && linked.drift.Errors() > 0 {
		return newResult(tree, compiled, linked, o, nil, problems), nil
	}
	linked, ofPublishing := b.publish(tree, compiled, linked, o)
	if problems = append(problems, ofPublishing...); problems.Errors() > 0 {
		return newResult(tree, compiled, linked, o, nil, problems), nil
	}
	outputs, ofRendering := renderSite(compiled, linked, o)
	return newResult(tree, compiled, linked, o, outputs, slices.Concat(problems, ofRendering)), nil
}
