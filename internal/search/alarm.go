package search

import (
	"slices"

	"rygghandboka/internal/diag"
)

// Alarm words are words of signs that say when somebody needs help at once or the same
// day: who types one is shown the page on warning signs first. A word that stands on many
// other pages too, such as back or pain, is none, and neither is one that the author has
// called calm. So a new sign has its words at once, and what is left out is written down.

// alarms returns the level of each alarm word. A calm word that is in no sign is a problem.
func (x *Index) alarms() (map[string]Level, diag.List) {
	level := map[string]Level{}
	for _, e := range x.pages {
		for i, stems := range e.signs {
			for _, s := range stems {
				if l := Urgent + Level(i); level[s] == None || l < level[s] {
					level[s] = l
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

// elsewhere returns how many pages for readers have a stem, of those without signs.
func (x *Index) elsewhere(stem string) int {
	var pages []int32
	for _, p := range x.found[stem] {
		if e := x.pages[int(p.page)]; !e.Low && len(e.signs[0])+len(e.signs[1]) == 0 {
			pages = append(pages, p.page)
		}
	}
	slices.Sort(pages)
	return len(slices.Compact(pages))
}
