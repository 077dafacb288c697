package paginate

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// shortLinks is the most links that are shown inside a list that had to be divided, and
// longLinks below a text: more are on a page of their own.
const (
	shortLinks = 8
	longLinks  = 40
)

// foldBacklinks moves the links to the pages that refer to e to a page of their own, if
// they are more than a number.
func foldBacklinks(s *site.Site, e *site.Entry, most int) (*site.Entry, []*site.Entry) {
	groups := e.Backlinks()
	if count(groups) <= most {
		return e, nil
	}
	pages := linksPage(s, e, "backlinks", "", e.Title.Text, groups)
	folded := *e
	folded.FoldedBacklinks = &site.Folded{URL: pages[0].URL, Count: count(groups)}
	return &folded, pages
}

// foldDefinitions leaves the definitions of terms to the glossary, to which each term leads.
func foldDefinitions(e *site.Entry) *site.Entry {
	folded := *e
	folded.Targets = slices.Clone(e.Targets)
	for _, hole := range markdown.TextHoles(e.Body) {
		if hole.Kind == markdown.TermStart || hole.Kind == markdown.TermEnd {
			folded.Targets[hole.Place].Text = ""
		}
	}
	return &folded
}

// foldLists moves the links inside the lists of e to pages of their own, where they are
// many.
func foldLists(s *site.Site, e *site.Entry) (*site.Entry, []*site.Entry) {
	list, ok := e.Detail.(site.Folding)
	if !ok {
		return e, nil
	}
	to := &folder{site: s, page: e, taken: map[string]bool{}}
	folded := *e
	folded.Detail = list.Fold(to.fold)
	return &folded, to.pages
}

// A folder makes the pages of the links inside a list.
type folder struct {
	site  *site.Site
	page  *site.Entry
	taken map[string]bool // addresses
	pages []*site.Entry
}

// fold makes the page of the links that belong to what has the id in the list. word is the
// key of the word for what they are. It returns nil if the links are few.
func (f *folder) fold(word, id, title string, groups ...site.Group) *site.Folded {
	if count(groups) <= shortLinks {
		return nil
	}
	address := lang.Slug(id)
	for n := 2; f.taken[address]; n++ { // keys that differ in signs that no address has
		address = lang.Slug(id) + "-" + strconv.Itoa(n)
	}
	f.taken[address] = true
	made := linksPage(f.site, f.page, word, address, title, groups)
	f.pages = append(f.pages, made...)
	return &site.Folded{URL: made[0].URL, Count: count(groups)}
}

func count(groups []site.Group) (n int) {
	for _, g := range groups {
		n += len(g.Pages)
	}
	return n
}

// linksRoom is how many bytes, compressed, the links of a page of links may weigh: such a
// page has nothing else but the header and footer that all pages have.
const linksRoom = 5000

// linksPage returns a page of links below e, divided if it has to be. id is its own part
// of the address, after the word for what it lists.
func linksPage(s *site.Site, e *site.Entry, word, id, title string, groups []site.Group) []*site.Entry {
	name, _ := s.Words.Word(e.Lang, word)
	folder := lang.Slug(name)
	if id != "" {
		folder += "-" + id
	}
	links := derived(e, fmt.Sprintf("%s: %s", name, strings.TrimSuffix(title, ".")), folder)
	links.Kind = site.LinksKind
	links.Detail = &site.Links{Groups: groups}
	links.Summary.Text = links.Title.Text
	links.Part = &site.Part{Number: 1, Whole: e.Whole(), Switch: e.Whole().Translations}
	if links.Listed() <= linksRoom {
		return []*site.Entry{links}
	}
	parts := divide(s, links, linksRoom)
	for _, part := range parts {
		part.Part.Switch = links.Part.Switch
	}
	return entries(parts)
}
