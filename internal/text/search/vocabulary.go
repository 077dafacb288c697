package search

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// A vocabulary is all stems that a reader knows, sorted. The number of a stem is its index.
type vocabulary []string

// vocabulary returns the stems of pages, and those that are only typed.
func (x *Index) vocabulary(synonyms []synonym) vocabulary {
	stems := slices.Collect(maps.Keys(x.postings))
	for _, s := range synonyms {
		for _, p := range slices.Concat(s.typed, s.with) {
			stems = append(stems, p.stems...)
		}
	}
	slices.Sort(stems)
	return slices.Compact(stems)
}

func (v vocabulary) has(stem string) bool {
	_, found := slices.BinarySearch(v, stem)
	return found
}

// numbers returns the numbers of stems that the vocabulary has.
func (v vocabulary) numbers(stems []string) []int {
	numbers := make([]int, 0, len(stems))
	for _, s := range stems {
		n, _ := slices.BinarySearch(v, s)
		numbers = append(numbers, n)
	}
	return numbers
}

// frontCoded returns the stems as one text, each without what it shares with the one before:
// see the package comment.
func (v vocabulary) frontCoded() string {
	var b strings.Builder
	before := ""
	for _, s := range v {
		letters, bytes := shared(before, s)
		b.WriteByte('A' + byte(letters))
		b.WriteString(s[bytes:])
		before = s
	}
	return b.String()
}

// shared returns how many letters two stems begin with alike, at most as many as the
// alphabet can count, and how many bytes those are.
func shared(a, b string) (letters, bytes int) {
	for bytes < len(a) && letters < 'Z'-'A' {
		r, size := utf8.DecodeRuneInString(a[bytes:])
		if !strings.HasPrefix(b[bytes:], string(r)) {
			break
		}
		bytes += size
		letters++
	}
	return letters, bytes
}
