package site

import (
	"fmt"
	"strconv"
	"strings"

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
	if count(groups) <= longLinks {
		return e, nil
	}
	pages := s.linksPage(e, "backlinks", "", e.Title.Text, groups)
	folded := *e
	folded.FoldedBacklinks = &Folded{pages[0].URL, count(groups)}
	return &folded, pages
}

// foldLists moves the links inside the lists of e to pages of their own, where they are
// many.
func (s *Site) foldLists(e *Entry) (*Entry, []*Entry) {
	list, ok := e.Detail.(interface{ fold(*folder) Detail })
	if !ok {
		return e, nil
	}
	to := &folder{site: s, page: e, taken: map[string]bool{}}
	folded := *e
	folded.Detail = list.fold(to)
	return &folded, to.pages
}

// A folder makes the pages of the links inside a list.
type folder struct {
	site  *Site
	page  *Entry
	taken map[string]bool // addresses
	pages []*Entry
}

// fold makes the page of the links that belong to what has the id in the list. word is the
// key of the word for what they are.
func (f *folder) fold(word, id, title string, groups ...Group) *Folded {
	address := lang.Slug(id)
	for n := 2; f.taken[address]; n++ { // keys that differ in signs that no address has
		address = lang.Slug(id) + "-" + strconv.Itoa(n)
	}
	f.taken[address] = true
	made := f.site.linksPage(f.page, word, address, title, groups)
	f.pages = append(f.pages, made...)
	return &Folded{made[0].URL, count(groups)}
}

func count(groups []Group) (n int) {
	for _, g := range groups {
		n += len(g.Pages)
	}
	return n
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
	links.Kind = LinksKind
	links.Detail = &Links{groups}
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
