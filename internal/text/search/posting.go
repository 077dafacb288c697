package search

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A posting is one stem in one part of a page.
type posting struct {
	page, part int32
	weight     uint8
}

// smallHandbook is how many parts a handbook has at most of which every word is listed: in
// a few pages, all words are on most.
const smallHandbook = 20

// often is the share of the parts, one in so many, of which more have a word that says too
// little to list where it is.
const often = 6

// encodePostings returns where each stem is: see the package comment.
func (x *Index) encodePostings(stems vocabulary) string {
	first, parts := x.firstParts()
	var b strings.Builder
	filler := x.fillerStems()
	for _, s := range stems {
		list := x.postings[s]
		slices.SortFunc(list, func(a, b posting) int {
			return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.part, b.part))
		})
		least := uint8(1)
		if parts > smallHandbook && (often*len(list) > parts || filler[s]) {
			b.WriteByte('!')
			least = 3
		}
		next := 0
		for _, p := range list {
			if p.weight < least {
				continue
			}
			if p.weight > 1 {
				b.WriteString(strconv.Itoa(int(p.weight)))
			}
			number := first[p.page] + int(p.part)
			b.WriteString(gap(number - next))
			next = number + 1
		}
		b.WriteByte('.')
	}
	return b.String()
}

// fillerStems returns the stems of words that say nothing: of those too only parts are listed
// where they matter, such as in a title.
func (x *Index) fillerStems() map[string]bool {
	stems := map[string]bool{}
	for _, word := range x.list.Filler[string(x.Lang)] {
		for _, s := range x.stemsOf(word.Text) {
			stems[s] = true
		}
	}
	return stems
}

// firstParts returns the number of the first part of each page, and how many parts all pages
// have.
func (x *Index) firstParts() (first map[int32]int, parts int) {
	first = map[int32]int{}
	for _, n := range slices.Sorted(maps.Keys(x.pages)) {
		first[int32(n)] = parts
		parts += len(x.pages[n].files)
	}
	return first, parts
}

// gap writes a number to the base of 26, the last digit as a small letter.
func gap(n int) string {
	digits := string(rune('a' + n%26))
	for n /= 26; n > 0; n /= 26 {
		digits = string(rune('A'+n%26)) + digits
	}
	return digits
}
