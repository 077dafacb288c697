package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

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

// stemmers are all that the library has, by their names in words.yaml.
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

// An ending turns a word into its stem: from, at its end, becomes to if so many letters are
// left before it. The reader has no stemmer: it tries the endings that the stemmer took
// off the words of the handbook, so it knows as much of the language as the handbook shows.
type ending struct {
	from, to string
	left     int // at least, in UTF-16 units, as the reader counts
}

// endings returns how words became their stems, sorted. stems has the stem of each word.
func endings(stems map[string]string) (list []ending) {
	left := map[[2]string]int{}
	for word, stem := range stems {
		word = fold(word)
		n := 0
		for n < min(len(word), len(stem)) && word[n] == stem[n] {
			n++
		}
		for !utf8.ValidString(word[:n]) {
			n--
		}
		how, length := [2]string{word[n:], stem[n:]}, len(utf16.Encode([]rune(word[:n])))
		if least, known := left[how]; !known || length < least {
			left[how] = length
		}
	}
	for how, n := range left {
		list = append(list, ending{how[0], how[1], n})
	}
	slices.SortFunc(list, func(a, b ending) int {
		return cmp.Or(strings.Compare(a.from, b.from), strings.Compare(a.to, b.to))
	})
	return list
}

// exceptions returns the words for which the reader would guess another stem, each with its
// stem.
func exceptions(endings []ending, stems map[string]string, known func(stem string) bool) []string {
	by := map[string][]ending{}
	for _, e := range endings {
		by[e.from] = append(by[e.from], e)
	}
	list := []string{}
	seen := map[string]bool{} // two words can be folded to one, of which the first counts
	for _, word := range slices.Sorted(maps.Keys(stems)) {
		stem, plain := stems[word], fold(word)
		if !seen[plain] && known(stem) && guess(by, plain, known) != stem {
			list = append(list, plain, stem)
		}
		seen[plain] = true
	}
	return list
}

// guess returns what the reader guesses is the stem of a word: the word itself if it is a
// stem, or what is left of it without the longest ending that leaves one.
func guess(endings map[string][]ending, word string, known func(stem string) bool) string {
	if known(word) {
		return word
	}
	n := 0 // letters before the ending
	for i, r := range word {
		if i > 0 {
			for _, e := range endings[word[i:]] {
				if stem := word[:i] + e.to; n >= e.left && known(stem) {
					return stem
				}
			}
		}
		n += utf16.RuneLen(r)
	}
	return ""
}
