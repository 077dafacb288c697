package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
)

// stemmers are all that the library has, by the names that words.yaml gives them.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"arabic": arabic.Stem, "danish": danish.Stem, "dutch": dutch.Stem, "english": english.Stem,
	"finnish": finnish.Stem, "french": french.Stem, "german": german.Stem, "hungarian": hungarian.Stem,
	"irish": irish.Stem, "italian": italian.Stem, "norwegian": norwegian.Stem, "portuguese": portuguese.Stem,
	"romanian": romanian.Stem, "russian": russian.Stem, "spanish": spanish.Stem, "swedish": swedish.Stem,
	"tamil": tamil.Stem, "turkish": turkish.Stem,
}

// Stemmers returns the names of all stemmers.
func Stemmers() []string { return slices.Sorted(maps.Keys(stemmers)) }

// stem returns the stem of a word in small letters, folded. Without a stemmer of that
// name it is the word itself.
func stem(stemmer, word string) string {
	if f := stemmers[stemmer]; f != nil {
		env := snowballstem.NewEnv(word)
		f(env)
		word = env.Current()
	}
	return fold(word)
}

// An ending is what makes a stem of a word: from at its end becomes to. The reader has
// no stemmer: it tries the endings that the stemmer took off the words of the handbook,
// so it knows as much of the language as the handbook shows.
type ending struct{ from, to string }

// endings returns how words, by which their stems are found, became those, by what they
// take off.
func endings(stems map[string]string) (list []ending) {
	found := map[ending]bool{}
	for word, stem := range stems {
		word = fold(word)
		n := 0
		for n < min(len(word), len(stem)) && word[n] == stem[n] {
			n++
		}
		found[ending{word[n:], stem[n:]}] = true
	}
	return slices.SortedFunc(maps.Keys(found), func(a, b ending) int {
		return cmp.Or(strings.Compare(a.from, b.from), strings.Compare(a.to, b.to))
	})
}
