package translation

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/words"
)

// Confirm notes that pages or sections say the same in all their languages, and
// returns a lock that says so. A name is a page's key, with #id for one section; all means
// every page, and what is gone from all of them is forgotten. It returns the
// places that were not confirmed as they stand. If there are errors among the
// problems, the two cannot say the same, and the lock is as it was. An error is
// a name that there is no page for.
func (s Subject) Confirm(names []string, all bool) (lock *Lock, confirmed []string, probs diag.List, err error) {
	s.Lock = &Lock{Given: true, entries: maps.Clone(s.Lock.entries)}
	if all {
		names = append(s.keys(), names...)
		for _, p := range s.Lock.places() {
			names = append(names, p.Key)
		}
		slices.Sort(names)
		names = slices.Compact(names)
	}
	for _, name := range names {
		key, id, one := strings.Cut(name, "#")
		pages := s.pages(key)
		if err := s.known(name, key, id, one, pages); err != nil {
			return s.Lock, nil, nil, err
		}
		for i, p := range pages {
			if len(p.Sections) == 0 {
				probs = append(probs, diag.Errorf(p.Path, 0, "this page has other problems"))
			} else if i > 0 {
				probs = append(probs, compare(pages[0], p, map[*page.Difference]bool{})...)
			}
		}
	}
	if probs.Errors() > 0 {
		return s.Lock, nil, probs, nil
	}
	for _, name := range names {
		key, id, one := strings.Cut(name, "#")
		confirmed = append(confirmed, s.confirm(key, id, one)...)
	}
	return s.Lock, confirmed, nil, nil
}

// keys returns the keys of all pages.
func (s Subject) keys() (keys []string) {
	for _, p := range s.Pages {
		if slices.ContainsFunc(s.Languages, func(l words.Language) bool { return l.Lang == p.Lang }) {
			keys = append(keys, p.Key)
		}
	}
	return keys
}

// pages returns the page with a key in each language that has it, in the order
// of the languages.
func (s Subject) pages(key string) (list []*page.Page) {
	for _, l := range s.Languages {
		for _, p := range s.Pages {
			if p.Key == key && p.Lang == l.Lang {
				list = append(list, p)
			}
		}
	}
	return list
}

// known returns an error if there is nothing with a name, and never was.
func (s Subject) known(name, key, id string, one bool, pages []*page.Page) error {
	if slices.ContainsFunc(s.Lock.places(), func(p place) bool { return p.Key == key && (!one || p.ID == id) }) {
		return nil
	}
	if len(pages) == 0 {
		return fmt.Errorf("there is no page %q: %s", name, diag.SuggestOr(key, s.keys()))
	}
	if one && !slices.Contains(allIDs(pages), id) {
		return fmt.Errorf("there is no section %q: %s", name, diag.SuggestOr(id, ids(pages[0])))
	}
	return nil
}

// confirm writes one section, or all of a page, into the lock, and takes out
// what is gone. A section in one language alone has nothing to be compared with.
func (s Subject) confirm(key, id string, one bool) (confirmed []string) {
	now := map[place]string{}
	pages := s.pages(key)
	for _, p := range pages {
		if len(pages) < 2 {
			continue
		}
		for i := range p.Sections {
			section := &p.Sections[i]
			now[place{key, section.ID, p.Lang}] = p.Normal(section, s.Text(p.Path))
		}
	}
	changed := map[string]bool{}
	for p := range s.Lock.entries {
		if _, there := now[p]; p.Key == key && !there && (!one || p.ID == id) {
			delete(s.Lock.entries, p)
			changed[p.String()] = true
		}
	}
	for p, text := range now {
		if one && p.ID != id {
			continue
		}
		if s.Lock.entries[p].text != text {
			changed[p.String()] = true
		}
		s.Lock.entries[p] = entry{text: text, sum: page.Sum([]byte(text))}
	}
	for name := range changed {
		confirmed = append(confirmed, name)
	}
	slices.Sort(confirmed)
	return confirmed
}
