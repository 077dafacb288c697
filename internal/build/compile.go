package build

import (
	"crypto/sha256"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/review"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// A compiled tree is the values of its files, each parsed by itself.
type compiled struct {
	words       *i18n.Table
	pages       []*page.Page
	works       *bib.Bibliography
	exercises   []*exercise.Exercise
	avoided     map[string]*avoid.List
	searches    *search.List
	retractions *bib.Retractions
	publisher   *publisher.Publisher
	lock        *translation.Lock
	reviews     *review.Lock
	layouts     *layout.Layouts
	records     []translation.Records // of the shared files

	problems       diag.List
	lockProblems   diag.List // those of the problems that are of the lock
	reviewProblems diag.List // and of the reviews
}

// words returns the languages and the words of the layouts, which all else depends on.
func (b *Builder) words(t tree) (*i18n.Table, diag.List) { return parseShared(&b.cache, t, wordsFile) }

// compile parses the files of a tree. Its parts are independent, apart from what all need.
func (b *Builder) compile(t tree, words *i18n.Table, o Options) compiled {
	hyphenation, ofHyphenation := parseShared(&b.cache, t, hyphenationFile)
	c := compiled{words: words}
	readers := b.readers(t,
		func(r *reader) { c.pages, r.problems = b.parse(t.pages, words, hyphenation, o) },
		func(r *reader) { c.layouts, r.problems = b.layouts(t, words, hyphenation, o) },
		func(r *reader) { c.exercises = r.exercises() },
		func(r *reader) { c.works = worksOf(r) },
		func(r *reader) { c.avoided = value(r, avoidFile) },
		func(r *reader) { c.searches = value(r, searchFile) },
		func(r *reader) { c.retractions = value(r, retractionsFile) },
		func(r *reader) { c.publisher = value(r, publisherFile) },
		func(r *reader) { c.lock, c.lockProblems = parseShared(r.cache, t, lockFile) },
		func(r *reader) { c.reviews, c.reviewProblems = parseShared(r.cache, t, reviewsFile) },
	)
	c.problems = slices.Concat(ofHyphenation, hyphenation.UnknownLanguages(words), problemsOf(readers),
		c.lockProblems, c.reviewProblems)
	_, ofWords := b.words(t)
	c.records = b.records(t, c.pages, slices.Concat(c.problems, ofWords))
	return c
}

// A reader reads values from the files of a tree, and collects their problems.
type reader struct {
	cache    *cache
	tree     tree
	problems diag.List
}

// readers returns the readers that parts have read with, each with one of its own.
func (b *Builder) readers(t tree, parts ...func(*reader)) []reader {
	all := make([]reader, len(parts))
	par.Each(len(parts), func(i int) {
		all[i] = reader{cache: &b.cache, tree: t}
		parts[i](&all[i])
	})
	return all
}

func problemsOf(readers []reader) (problems diag.List) {
	for _, r := range readers {
		problems = append(problems, r.problems...)
	}
	return problems
}

// value returns the value of a shared file.
func value[T any](r *reader, s shared[T]) T {
	v, problems := parseShared(r.cache, r.tree, s)
	r.problems = append(r.problems, problems...)
	return v
}

// exercises returns the exercises, without those that cannot be parsed.
func (r *reader) exercises() (all []*exercise.Exercise) {
	files := r.tree.exercises
	results := make([]cached[*exercise.Exercise], len(files))
	par.Each(len(files), func(i int) {
		results[i].value, results[i].problems = parseFile(r.cache, files[i], exercise.Parse)
	})
	for _, x := range results {
		r.problems = append(r.problems, x.problems...)
		if x.value != nil {
			all = append(all, x.value)
		}
	}
	return all
}

// A layoutKey is for what depends on all layouts and the words in them.
type layoutKey struct {
	sum            source.Sum
	base           string
	loose, preview bool
}

// layouts parses the layouts and the static files.
func (b *Builder) layouts(
	t tree, words *i18n.Table, hyphenation *i18n.Hyphenation, o Options,
) (*layout.Layouts, diag.List) {
	key := layoutKey{base: o.Base.String(), loose: o.Loose, preview: o.Preview}
	key.sum = sumOf(slices.Concat(t.layouts, []source.File{wordsFile.file(t), hyphenationFile.file(t)}))
	return get(&b.cache, key, func() (*layout.Layouts, diag.List) {
		return layout.Parse(t.layouts, words, hyphenation.Lists, o.layout())
	})
}

// sumOf returns the sum of several files.
func sumOf(files []source.File) (sum source.Sum) {
	h := sha256.New()
	for _, f := range files {
		h.Write(f.Sum[:])
	}
	h.Sum(sum[:0])
	return sum
}
