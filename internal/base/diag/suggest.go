package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Suggest returns a hint that names the candidate nearest to word, or "" if
// none is near enough to be what was meant.
func Suggest(word string, candidates []string) string {
	best, bestDistance := "", len([]rune(word))/3+2
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if d := distance(word, c); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", best)
}

// Near reports whether a word is another but for one slip of the hand. Short words are near to
// none, since too many are.
func Near(word, other string) bool { return len(word) >= 4 && distance(word, other) <= 1 }

// listedAtMost is how many candidates a hint lists.
const listedAtMost = 20

// SuggestOr is Suggest, or a list of the candidates if none is near and they are few.
func SuggestOr(word string, candidates []string) string {
	hint := Suggest(word, candidates)
	if hint == "" && len(candidates) > 0 && len(candidates) <= listedAtMost {
		hint = "one of: " + strings.Join(slices.Sorted(slices.Values(candidates)), ", ")
	}
	return hint
}

// distance is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours, each counted once.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before := make([]int, len(t)+1)
	last := make([]int, len(t)+1)
	row := make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := range s {
		row[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
