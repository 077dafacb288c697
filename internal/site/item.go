package site

import (
	"slices"
	"unicode"

	"rygghandboka/internal/base/strict"
)

// An Item is one entry of a list that the program makes.
type Item struct {
	ID      string       // the same in all languages
	Initial string       // its first letters if it is sorted by them, else ""
	Weight  int          // how many bytes it has at most, compressed
	Put     func(*Entry) // puts it on a page of the same list
}

// A Divided detail is a list that may be too long for one page.
type Divided interface {
	// Items returns what is listed on the page e. Links that are in seen are on the page
	// already, and weigh next to nothing.
	Items(e *Entry, seen map[string]bool) []Item
	// Empty returns the detail with nothing in its list.
	Empty() Detail
}

// A Folding detail is a list with links inside, which may be too many for it.
type Folding interface {
	// Fold returns the list with the links that fold takes from it.
	Fold(fold Fold) Detail
}

// A Fold makes a page of the links that belong to what has the id in a list, and returns
// nil if they are few. word is the key of the word for what they are.
type Fold func(word, id, title string, groups ...Group) *Folded

// Items returns all that the program lists on the page, in order. Links that have been
// seen weigh next to nothing.
func (e *Entry) Items(seen map[string]bool) (list []Item) {
	if d, ok := e.Detail.(Divided); ok {
		list = d.Items(e, seen)
	}
	if e.Index != nil {
		list = append(list, e.Index.items(e, seen)...)
	}
	return list
}

func (x *Index) items(e *Entry, seen map[string]bool) (list []Item) {
	if e.Key != "index" { // the pages below the home page are in the menu
		for _, c := range x.Children {
			list = append(list, Item{c.Key, "", weighCard(c), func(to *Entry) {
				to.Index.Children = append(to.Index.Children, c)
			}})
		}
	}
	for _, t := range x.Elsewhere {
		n := weighStubs(seen, []Stub{t.Stub}) + 20
		list = append(list, Item{t.URL, "", n, func(to *Entry) {
			to.Index.Elsewhere = append(to.Index.Elsewhere, t)
		}})
	}
	return list
}

// weigh returns how many bytes texts have at most when a page is compressed: even names
// and numbers that are not like each other come to less than half.
func weigh(texts ...string) (n int) {
	for _, text := range texts {
		n += len(text)
	}
	return n/2 + 1
}

// weighStubs returns the same of links. If seen is not nil, those in it are on the page
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

// Listed returns what the lists of the page weigh at most, on one page.
func (e *Entry) Listed() (n int) {
	for _, item := range e.Items(map[string]bool{}) {
		n += item.Weight
	}
	return n
}

// ReferrerBytes returns what the links to the pages that refer to e weigh at most.
func (e *Entry) ReferrerBytes() (n int) {
	for _, from := range e.referrers {
		n += weigh(from.Title.Text, from.URL) + 6
	}
	return n
}

// Bare returns the page with its lists empty. The filter of a list goes with it: it would
// hide what is on one page of many, and seem to know of all.
func (e *Entry) Bare() *Entry {
	bare, copied := *e, *e.Page
	bare.Page = &copied
	copied.Parts = copied.Parts[:1:1]
	if d, ok := e.Detail.(Divided); ok {
		bare.Detail = d.Empty()
	}
	if e.Index != nil {
		bare.Index = &Index{}
	}
	return &bare
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
