package search

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
)

// Alarm words are words of signs that say when somebody needs help at once or the same
// day: who types one is shown the page on warning signs first. A word that stands on many
// other pages too, such as back or pain, is none, and neither is one that the author has
// called calm. So a new sign has its words at once, and what is left out is written down.
//
// A word is less sure than a phrase: who leaks when they cough needs an appointment, and who
// only leaks may need more. So a phrase of the list with a level of its own outranks the
// words that it consists of, and shorter phrases. Of what is left the most urgent counts. In
// a question with a word of doubt, such as not, no phrase makes anything less urgent.

// alarms returns the level of each alarm word. A calm word that is in no sign is a problem.
func (x *Index) alarms() (map[string]Level, diag.List) {
	level := map[string]Level{}
	for _, e := range x.pages {
		for _, sign := range e.signs {
			for _, s := range x.stemsOf(sign.Text) {
				if sign.now() && (level[s] == None || sign.Level < level[s]) {
					level[s] = sign.Level
				}
			}
		}
	}
	var probs diag.List
	for _, calm := range x.list.Calm[string(x.Lang)] {
		for _, s := range x.stemsOf(calm.Text) {
			if level[s] == None {
				probs = append(probs, diag.Errorf(Path, calm.Offset, "no warning sign in %q has the word %q", x.Lang, calm.Text).Hintf("take it away"))
			}
			delete(level, s)
		}
	}
	for s := range level {
		if x.elsewhere(s) > len(x.pages)/10 {
			delete(level, s)
		}
	}
	return level, probs
}

// now reports whether a sign is one for which somebody needs help today.
func (s Sign) now() bool { return s.Level == Urgent || s.Level == Soon }

// saying returns what signs say, by level, each text once.
func (x *Index) saying() [3][]string {
	by := [3][]string{{}, {}, {}}
	for _, n := range slices.Sorted(maps.Keys(x.pages)) {
		for _, sign := range x.pages[n].signs {
			if list := &by[sign.Level-Urgent]; !slices.Contains(*list, sign.Text) {
				*list = append(*list, sign.Text)
			}
		}
	}
	return by
}

// elsewhere returns how many pages for readers have a stem, of those without signs.
func (x *Index) elsewhere(stem string) int {
	var pages []int32
	for _, p := range x.found[stem] {
		if e := x.pages[int(p.page)]; !e.Low && !slices.ContainsFunc(e.signs, Sign.now) {
			pages = append(pages, p.page)
		}
	}
	slices.Sort(pages)
	return len(slices.Compact(pages))
}
