package build

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/review"
	"rygghandboka/internal/rule"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// A shared file is one that the whole site shares: its path, and what parses it. What
// it is parsed to if it is missing is the parser's business.
type shared[T any] struct {
	path  string
	parse parser[T]
}

// A parser makes a value of a file, which may have no data, and returns its problems.
type parser[T any] func(source.File) (T, diag.List)

// The shared files.
var (
	wordsFile       = declare(i18n.Path, i18n.Parse)
	hyphenationFile = declare(i18n.HyphenPath, i18n.ParseHyphens)
	worksFile       = declare(bib.Path, parseWorks)
	avoidFile       = declare(avoid.Path, avoid.Parse)
	searchFile      = declare(search.Path, search.Parse)
	retractionsFile = declare(bib.RetractionPath, bib.ParseRetractions)
	publisherFile   = declare(publisher.Path, publisher.Parse)
	lockFile        = declare(translation.LockPath, translation.ParseLock)
	reviewsFile     = declare(review.LockPath, review.ParseLock)
)

// sharedPaths are the paths of the shared files. The rule of published addresses reads
// its file as text.
var sharedPaths = map[string]bool{rule.PublishedPath: true}

func declare[T any](path string, parse parser[T]) shared[T] {
	sharedPaths[path] = true
	return shared[T]{path, parse}
}

// parseWorks parses the works. A missing file is an empty list.
func parseWorks(f source.File) (*bib.Bibliography, diag.List) {
	if f.Sum == (source.Sum{}) {
		f.Data = []byte("[]")
	}
	return bib.Parse(f)
}

// worksOf returns the works. A list that cannot be read may have any key.
func worksOf(r *reader) *bib.Bibliography {
	works := value(r, worksFile)
	if r.tree.isUnreadable(bib.Path) {
		return &bib.Bibliography{JSON: works.JSON, Partial: true}
	}
	return works
}

// file returns the shared file of a tree; if it is missing, it has only a path.
func (s shared[T]) file(t tree) source.File {
	if f, ok := t.shared[s.path]; ok {
		return f
	}
	return source.File{Path: s.path}
}

// parseShared returns the value of a shared file, and its problems.
func parseShared[T any](c *cache, t tree, s shared[T]) (T, diag.List) {
	return parseFile(c, s.file(t), s.parse)
}
