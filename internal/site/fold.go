package site

import (
	"fmt"
	"strconv"
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// shortLinks is the most links that are shown inside a list that had to be divided, and
// longLinks that stand below a text: more are on a page of their own.
const (
	shortLinks = 8
	longLinks  = 40
)

// foldBacklinks moves the links to the pages that refer to e to a page of their own, if
// they are many.
func (s *Site) foldBacklinks(e *Entry) (*Entry, []*Entry) {
	if len(e.referrers) <= longLinks {
		return e, nil
	}
	groups := e.Backlinks()
	count := 0
	for _, g := range groups {
		count += len(g.Pages)
	}
	if count <= longLinks {
		return e, nil
	}
	pages := s.linksPage(e, "backlinks", "", e.Title.Text, groups)
	folded := *e
	folded.FoldedBacklinks = &Folded{pages[0].URL, count}
	return &folded, pages
}

// foldLists moves the links inside the lists of e to pages of their own, where they are
// many.
func (s *Site) foldLists(e *Entry) (*Entry, []*Entry) {
	folded := *e
	folded.Folded = map[string]Folded{}
	folded.Works, folded.Trains, folded.Uses = nil, map[string][]Stub{}, map[string][]Stub{}
	var pages []*Entry
	taken := map[string]bool{}
	fold := func(word, id, title string, groups ...Group) {
		address := lang.Slug(id)
		for n := 2; taken[address]; n++ { // keys that differ in signs that no address has
			address = lang.Slug(id) + "-" + strconv.Itoa(n)
		}
		taken[address] = true
		made := s.linksPage(e, word, address, title, groups)
		count := 0
		for _, g := range groups {
			count += len(g.Pages)
		}
		folded.Folded[id] = Folded{made[0].URL, count}
		pages = append(pages, made...)
	}
	for _, w := range e.Works {
		if len(w.CitedBy) > shortLinks {
			fold("cited-by", w.Key, w.Text, Group{Pages: w.CitedBy})
			short := *w
			short.CitedBy = nil
			w = &short
		}
		folded.Works = append(folded.Works, w)
	}
	for _, t := range e.Terms {
		id := t.ID.Text
		trains, uses := e.Trains[id], e.Uses[id]
		if len(trains)+len(uses) > shortLinks {
			fold("backlinks", id, t.Term.Text, Group{Kind: page.Exercise, Pages: trains}, Group{Kind: page.Plain, Pages: uses})
			continue
		}
		folded.Trains[id], folded.Uses[id] = trains, uses
	}
	return &folded, pages
}

// linksRoom is how many bytes, compressed, the links of a page of links may weigh: such a
// page has nothing else but the frame that all pages have.
const linksRoom = 5000

// linksPage returns a page of links below e, divided if it has to be. id is its own part
// of the address, after the word for what it lists.
func (s *Site) linksPage(e *Entry, word, id, title string, groups []Group) []*Entry {
	name, _ := s.Words.Word(e.Lang, word)
	folder := lang.Slug(name)
	if id != "" {
		folder += "-" + id
	}
	links := e.derived(fmt.Sprintf("%s: %s", name, strings.TrimSuffix(title, ".")), folder)
	links.Kind = Links
	links.Groups = groups
	links.Summary.Text = links.Title.Text
	links.Part = &Part{Number: 1, whole: e.Whole(), Switch: e.Whole().Translations}
	if links.Listed() <= linksRoom {
		return []*Entry{links}
	}
	parts := s.parts(links, linksRoom)
	for _, part := range parts {
		part.Part.Switch = links.Part.Switch
	}
	return parts
}
