package search

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
)

// Alarm words are words of signs that somebody needs help at once or the same day: a
// question with one shows the page on warning signs first. A word that many other pages have
// too, such as back or pain, is not an alarm word, and neither is one that the author lists
// as calm. So a new sign has its alarm words at once, and each exception is written down.
//
// A word is less certain than a phrase: who leaks when they cough needs an appointment, and
// who only leaks may need more. So a phrase of the list with a level of its own overrides the
// words in it, and shorter phrases. Of what is left the most urgent counts. In a question
// with a word of doubt, such as not, no phrase makes anything less urgent.

// alarmWords returns the level of each alarm word. A calm word that no sign has is a problem.
func (x *Index) alarmWords() (map[string]Level, diag.List) {
	level := x.signWords()
	var probs diag.List
	for _, calm := range x.list.Calm[string(x.Lang)] {
		for _, s := range x.stemsOf(calm.Text) {
			if level[s] == None {
				probs = append(probs, diag.Errorf(Path, calm.Offset,
					"no warning sign in %q has the word %q", x.Lang, calm.Text).Hintf("remove it"))
			}
			delete(level, s)
		}
	}
	for s := range level {
		if x.countWithoutSigns(s) > len(x.pages)/10 {
			delete(level, s)
		}
	}
	return level, probs
}

// signWords returns the stems in signs for today, each with its most urgent level.
func (x *Index) signWords() map[string]Level {
	level := map[string]Level{}
	for _, e := range x.pages {
		for _, sign := range e.signs {
			if !sign.today() {
				continue
			}
			for _, s := range x.stemsOf(sign.Text) {
				if level[s] == None || sign.Level < level[s] {
					level[s] = sign.Level
				}
			}
		}
	}
	return level
}

// today reports whether who has a sign needs help today.
func (s Sign) today() bool { return alarms[s.Level-1].Today }

// A placedSign is a sign in a section of a part of its page.
type placedSign struct {
	Sign
	part, section int
}

// signPlaces returns where signs are by level, the most urgent first, each sign once: on the
// page that has most, so that few files have them all.
func (x *Index) signPlaces() [][][4]int {
	by := make([][][4]int, len(alarms))
	for i := range by {
		by[i] = [][4]int{} // an empty list in JSON, not null
	}
	first, _ := x.firstParts()
	numbers := slices.Sorted(maps.Keys(x.pages))
	slices.SortStableFunc(numbers, func(a, b int) int { return len(x.pages[b].signs) - len(x.pages[a].signs) })
	seen := map[string]bool{}
	for _, n := range numbers {
		for _, s := range x.pages[n].signs {
			if !seen[s.Text] {
				seen[s.Text] = true
				place := [4]int{first[int32(n)] + s.part, s.section, s.From, s.To}
				by[s.Level-1] = append(by[s.Level-1], place)
			}
		}
	}
	return by
}

// countWithoutSigns returns how many pages for readers have a stem, of those without signs
// for today.
func (x *Index) countWithoutSigns(stem string) int {
	var pages []int32
	for _, p := range x.postings[stem] {
		e := x.pages[int(p.page)]
		if !e.Low && !slices.ContainsFunc(e.signs, placedSign.today) {
			pages = append(pages, p.page)
		}
	}
	slices.Sort(pages)
	return len(slices.Compact(pages))
}
