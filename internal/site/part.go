package site

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
)

// What the program lists grows with the handbook, so it divides itself: a list that is
// too long for one page goes on at the addresses 2/, 3/ and so on below it, and a list of
// links inside another list, or below a text, goes to a page of its own. The pages that
// come of it are entries too: they are printed, searched and listed like all others.

// A Part says which page of a divided list an entry is.
type Part struct {
	Number int // from 1
	Pages  []PartLink
	Switch []Translation // to the page in another language that has the part's first entry

	whole *Entry
	ids   map[string]bool // of what is listed here
	first string          // of them
}

// A PartLink leads to one page of a divided list.
type PartLink struct {
	URL    string
	Number int
	Range  string // the first letters of the first and the last that is listed there: Bro–Ful
}

// A Folded list of links has a page of its own.
type Folded struct {
	URL   string
	Count int
}

// Whole returns the page that an author wrote and that the entry is a part of: itself, if
// it is one.
func (e *Entry) Whole() *Entry {
	if e.Part == nil {
		return e
	}
	return e.Part.whole
}

// First returns the page of a divided list that the author wrote: e itself, unless it is
// one that the program has added.
func (e *Entry) First() *Entry {
	if e.Part == nil || e.Part.Number == 1 && e.Kind != LinksKind {
		return e
	}
	return e.Part.whole
}

// A Divided site has the pages to print, and new addresses for places that have moved.
type Divided struct {
	Entries []*Entry
	Moved   map[string]string // /no/ordliste/#lordose: /no/ordliste/2/#lordose
}

// Divide divides what is too long for a page. room returns how many bytes, compressed, the
// lists of an entry may weigh, or false if the entry fits as it is. What a list weighs is
// estimated from above, by the length of its texts, so that nothing has to be printed to
// know the addresses.
func (s *Site) Divide(room func(*Entry) (int, bool)) Divided {
	entries, added := make([]*Entry, len(s.Entries)), make([][]*Entry, len(s.Entries))
	rooms, fits := make([]int, len(s.Entries)), make([]bool, len(s.Entries))
	par.Each(len(s.Entries), func(i int) {
		entries[i], added[i] = s.foldBacklinks(s.Entries[i])
		rooms[i], fits[i] = room(entries[i])
	})
	d := Divided{Moved: map[string]string{}}
	parts := map[string]map[lang.Lang][]*Entry{} // of those that are divided, by key
	for i, e := range entries {
		if fits[i] {
			d.Entries = append(append(d.Entries, e), added[i]...)
			continue
		}
		e, lists := s.foldLists(e)
		if rooms[i], fits[i] = room(e); fits[i] {
			d.Entries = slices.Concat(d.Entries, []*Entry{e}, lists, added[i])
			continue
		}
		divided := s.parts(e, rooms[i])
		if parts[e.Key] == nil {
			parts[e.Key] = map[lang.Lang][]*Entry{}
		}
		parts[e.Key][e.Lang] = divided
		for _, part := range divided[1:] {
			for id := range part.Part.ids {
				d.Moved[e.URL+"#"+id] = part.URL + "#" + id
			}
		}
		d.Entries = slices.Concat(d.Entries, divided, lists, added[i])
	}
	for _, languages := range parts {
		for _, divided := range languages {
			for _, part := range divided[1:] {
				part.Part.Switch = switches(part, languages)
			}
		}
	}
	return d
}

// switches returns where the language is changed to: the page in another language with
// what is first on this one, or the first page.
func switches(part *Entry, languages map[lang.Lang][]*Entry) (out []Translation) {
	for _, t := range part.Part.whole.Translations {
		for _, other := range languages[t.Lang] {
			if other.Part.ids[part.Part.first] {
				t.URL = other.URL
			}
		}
		out = append(out, t)
	}
	return out
}

// derived returns a page that the program adds below e, with nothing in it.
func (e *Entry) derived(title, folder string) *Entry {
	p := &page.Page{Path: e.Path, Lang: e.Lang, Key: e.Key, Front: page.Front{Kind: e.Kind, Summary: e.Summary}}
	p.Title = strict.String{Text: title, Offset: e.Title.Offset}
	p.Parts = strict.Texts(&p.Front)
	return &Entry{
		Page: p, Language: e.Language, URL: e.URL + folder + "/",
		Out:     strings.TrimSuffix(e.Out, "index.html") + folder + "/index.html",
		Trail:   append(slices.Clone(e.Trail), e.Stub()),
		Nearest: e.Nearest,
	}
}

// parts divides the lists of e over pages of which none has more in it than room.
func (s *Site) parts(e *Entry, room int) []*Entry {
	pages := [][]item{nil}
	weight := 0
	for _, item := range e.items(nil) {
		last := len(pages) - 1
		if weight += item.weight; weight > room && len(pages[last]) > 0 {
			pages = append(pages, nil)
			last++
			weight = item.weight
		}
		pages[last] = append(pages[last], item)
	}
	links, entries := make([]PartLink, len(pages)), make([]*Entry, len(pages))
	for i, items := range pages {
		entries[i] = s.part(e, i+1, len(pages))
		for _, item := range items {
			entries[i].Part.ids[item.id] = true
			item.put(entries[i])
		}
		if len(items) > 0 {
			entries[i].Part.first = items[0].id
			links[i].Range = between(items[0].initial, items[len(items)-1].initial)
		}
		links[i].URL, links[i].Number = entries[i].URL, i+1
	}
	for i, part := range entries {
		part.Part.Pages = near(links, i)
		if part.Prev, part.Next = nil, nil; i > 0 {
			stub := entries[i-1].Stub()
			part.Prev = &stub
		}
		if i+1 < len(entries) {
			stub := entries[i+1].Stub()
			part.Next = &stub
		}
	}
	return entries
}

// part returns the n-th page of the divided lists of e, with its lists empty. The first is
// the page that the author wrote, and keeps its address.
func (s *Site) part(e *Entry, n, of int) *Entry {
	part := *e
	if n > 1 {
		form, _ := s.Words.Word(e.Lang, "part-of")
		title := e.Title.Text + ", " + strings.NewReplacer("#", strconv.Itoa(n), "*", strconv.Itoa(of)).Replace(form)
		part = *e.derived(title, strconv.Itoa(n))
		part.Page.Foreign, part.Detail, part.Index = e.Foreign, e.Detail, e.Index
		part.Reviewer, part.Reviewed, part.NextReview = e.Reviewer, e.Reviewed, e.NextReview
	} else {
		copied := *e.Page
		part.Page = &copied
	}
	part.empty()
	part.Part = &Part{Number: n, whole: e.Whole(), ids: map[string]bool{}}
	return &part
}

// Bare returns the page without its lists.
func (e *Entry) Bare() *Entry {
	bare, copied := *e, *e.Page
	bare.Page = &copied
	bare.empty()
	return &bare
}

// empty empties the lists of the page. The filter of a list goes with it: it would hide
// what is on one page of many, and seem to know of all.
func (e *Entry) empty() {
	if d, ok := e.Detail.(divided); ok {
		e.Detail = d.empty()
	}
	if e.Index != nil {
		e.Index = &Index{}
	}
	e.Page.Parts = e.Page.Parts[:1:1]
}

// take adds the i-th part of a field of another page's front matter.
func (e *Entry) take(from *Entry, field string, i int) {
	is := func(p strict.Part) bool { return p.Key == field && p.Index == i }
	at := slices.IndexFunc(from.Parts, is)
	if at < 0 {
		return
	}
	taken := from.Parts[at]
	taken.Index = len(e.Page.Parts) - 1
	e.Page.Parts = append(e.Page.Parts, taken)
}

// near returns links to the first page and the last, those around page i and some
// between, so that their number is bounded.
func near(links []PartLink, i int) (out []PartLink) {
	step := max(1, len(links)/8)
	for n, l := range links {
		if n == 0 || n == len(links)-1 || n%step == 0 || n >= i-2 && n <= i+2 {
			out = append(out, l)
		}
	}
	return out
}

// between returns a range of initials: Bro–Ful.
func between(from, to string) string {
	if from == to {
		return from
	}
	return from + "–" + to
}

// An item is one entry of a list.
type item struct {
	id      string // the same in all languages
	initial string // by which it is sorted, "" if it is by something else
	weight  int    // at most, compressed
	put     func(*Entry)
}

// items returns all that the program lists on the page, in order. Links that have been
// seen weigh next to nothing.
func (e *Entry) items(seen map[string]bool) (list []item) {
	if d, ok := e.Detail.(divided); ok {
		list = d.items(e, seen)
	}
	if e.Index != nil {
		list = append(list, e.Index.items(e, seen)...)
	}
	return list
}

func (x *Index) items(e *Entry, seen map[string]bool) (list []item) {
	if e.Key != "index" { // the pages below the home page are in the menu
		for i, c := range x.Children {
			list = append(list, item{e.children[i].Key, "", weighCard(c), func(to *Entry) {
				to.Index.Children = append(to.Index.Children, c)
			}})
		}
	}
	for _, t := range x.Elsewhere {
		n := weighStubs(seen, []Stub{t.Stub}) + 20
		list = append(list, item{t.URL, "", n, func(to *Entry) {
			to.Index.Elsewhere = append(to.Index.Elsewhere, t)
		}})
	}
	return list
}

// Listed returns what the lists of the page weigh at most, on one page.
func (e *Entry) Listed() (n int) {
	for _, item := range e.items(map[string]bool{}) {
		n += item.weight
	}
	return n
}

// weigh returns how many bytes texts have at most when a page is compressed: even names
// and numbers that are not like each other come to less than half.
func weigh(texts ...string) (n int) {
	for _, text := range texts {
		n += len(text)
	}
	return n/2 + 1
}

// weighStubs returns the same of links. If seen is not nil, those in it stand on the page
// already, and compress to a reference to that.
func weighStubs(seen map[string]bool, list []Stub) (n int) {
	for _, s := range list {
		if seen[s.URL] {
			n += 10
			continue
		}
		n += weigh(s.Title, s.URL) + 6
		if seen != nil {
			seen[s.URL] = true
		}
	}
	return n
}

func weighCard(c Card) int {
	n := weigh(c.Title, c.URL, c.Summary) + 70
	if x := c.Exercise; x != nil {
		n += weigh(x.Dosage, x.Key) + 40
		if x.Figure != nil {
			n += weigh(x.Figure.URL) + 20
		}
	}
	return n
}

const initials = 3

// initial returns the first letters of a text, by which a reader finds it in a list.
func initial(text string) string {
	var first []rune
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			first = append(first, r)
		case len(first) > 0:
			return string(first)
		}
		if len(first) == initials {
			return string(first)
		}
	}
	return string(first)
}
