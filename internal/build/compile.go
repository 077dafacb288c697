package build

import (
	"crypto/sha256"
	"slices"

	"rygghandboka/internal/base/diag"
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

// compile parses the files of a tree.
func (b *Builder) compile(t tree, words *i18n.Table, o Options) compiled {
	files := reader{cache: &b.cache, tree: t}
	hyphenation := value(&files, hyphenationFile)
	c := compiled{
		words:       words,
		works:       worksOf(&files),
		avoided:     value(&files, avoidFile),
		searches:    value(&files, searchFile),
		retractions: value(&files, retractionsFile),
		publisher:   value(&files, publisherFile),
		exercises:   files.exercises(),
	}
	var ofPages, ofLayouts diag.List
	c.pages, ofPages = b.parse(t.pages, words, hyphenation, o)
	c.layouts, ofLayouts = b.layouts(t, words, hyphenation, o)
	c.lock, c.lockProblems = parseShared(&b.cache, t, lockFile)
	c.reviews, c.reviewProblems = parseShared(&b.cache, t, reviewsFile)
	c.problems = slices.Concat(hyphenation.UnknownLanguages(words), files.problems, ofPages, ofLayouts,
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

// value returns the value of a shared file.
func value[T any](r *reader, s shared[T]) T {
	v, problems := parseShared(r.cache, r.tree, s)
	r.problems = append(r.problems, problems...)
	return v
}

// exercises returns the exercises, without those that cannot be parsed.
func (r *reader) exercises() (all []*exercise.Exercise) {
	for _, f := range r.tree.exercises {
		x, problems := parseFile(r.cache, f, exercise.Parse)
		r.problems = append(r.problems, problems...)
		if x != nil {
			all = append(all, x)
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
