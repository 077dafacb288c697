// Package paginate divides what the program lists over as many pages as it needs.
//
// Lists grow with the handbook. A list that is too long for one page continues at the
// addresses 2/, 3/ and so on below it, and a list of links inside another list, or below a
// text, moves to a page of its own, and definitions of terms are left to the glossary: what
// the program adds to a page never makes it too heavy. The pages that come of it are entries too: they are
// rendered, searched and listed like all others. Nothing is rendered to find them: what a
// list weighs is estimated from above, by the length of its texts (site.Item).
//
// Its files, from the bottom up:
//
//	part.go      one page of a divided list
//	fold.go      links that move to a page of their own
//	paginate.go  all pages of a site
package paginate

import (
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// A Result has the pages to render, and new addresses for places that have moved.
type Result struct {
	Entries []*site.Entry
	Moved   map[string]string // /no/ordliste/#lordose: /no/ordliste/2/#lordose
}

// A Room returns how many bytes, compressed, the lists of an entry may weigh, or that the
// entry fits as it is. It is called by several goroutines.
type Room func(*site.Entry) (bytes int, fits bool)

// A paged entry is one page of the handbook, and the room for its lists.
type paged struct {
	entry *site.Entry
	added []*site.Entry // pages of the links back to it
	bytes int
	fits  bool
}

// Site divides the pages of a site that are too long.
func Site(s *site.Site, room Room) Result {
	pages := make([]paged, len(s.Entries))
	par.Each(len(pages), func(i int) {
		pages[i] = lighten(s, s.Entries[i], room)
	})
	r := Result{Moved: map[string]string{}}
	lists := dividedLists{}
	for _, p := range pages {
		r.Entries = append(r.Entries, r.divide(s, p, room, lists)...)
		r.Entries = append(r.Entries, p.added...)
	}
	lists.link()
	return r
}

// minRoom is how many bytes the lists of a page have whose text is too heavy by itself.
const minRoom = 1000

// lighten returns a page without what can be elsewhere, if it has to be.
func lighten(s *site.Site, e *site.Entry, room Room) paged {
	p := paged{entry: e}
	if e.Referrers() > longLinks {
		p.entry, p.added = foldBacklinks(s, e, longLinks)
	}
	p.bytes, p.fits = room(p.entry)
	tooHeavy := func() bool { return !p.fits && p.bytes < minRoom }
	if tooHeavy() && p.added == nil && e.Referrers() > 0 {
		p.entry, p.added = foldBacklinks(s, e, 0)
		p.bytes, p.fits = room(p.entry)
	}
	if tooHeavy() {
		p.entry = foldDefinitions(p.entry)
		p.bytes, p.fits = room(p.entry)
	}
	p.fits = p.fits || len(p.entry.Items(nil)) == 0
	p.bytes = max(minRoom, p.bytes)
	return p
}

// divide returns the pages that an entry becomes.
func (r *Result) divide(s *site.Site, p paged, room Room, lists dividedLists) []*site.Entry {
	if p.fits {
		return []*site.Entry{p.entry}
	}
	e, links := foldLists(s, p.entry)
	bytes, fits := room(e)
	if fits {
		return append([]*site.Entry{e}, links...)
	}
	parts := divide(s, e, max(minRoom, bytes))
	lists.add(parts)
	for _, part := range parts[1:] {
		for id := range part.ids {
			r.Moved[e.URL+"#"+id] = part.URL + "#" + id
		}
	}
	return append(entries(parts), links...)
}

// dividedLists are the lists that were divided, by the keys of their pages.
type dividedLists map[string]map[lang.Lang][]*part

func (l dividedLists) add(parts []*part) {
	first := parts[0]
	if l[first.Key] == nil {
		l[first.Key] = map[lang.Lang][]*part{}
	}
	l[first.Key][first.Lang] = parts
}

// link links each part to the page in another language with what is first on it, or else
// to the first page.
func (l dividedLists) link() {
	for _, languages := range l {
		for _, parts := range languages {
			for _, part := range parts[1:] {
				part.Part.Switch = switches(part, languages)
			}
		}
	}
}

func switches(here *part, languages map[lang.Lang][]*part) (out []site.Translation) {
	for _, t := range here.Part.Whole.Translations {
		for _, other := range languages[t.Lang] {
			if other.ids[here.first] {
				t.URL = other.URL
			}
		}
		out = append(out, t)
	}
	return out
}
