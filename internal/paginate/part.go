package paginate

import (
	"slices"
	"strconv"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// A part is one page of a divided list.
type part struct {
	*site.Entry
	ids   map[string]bool // of what is listed here
	first string          // of them
}

func entries(parts []*part) (list []*site.Entry) {
	for _, p := range parts {
		list = append(list, p.Entry)
	}
	return list
}

// divide divides the lists of e over pages of which none has more in it than room.
func divide(s *site.Site, e *site.Entry, room int) []*part {
	pages := distribute(e.Items(nil), room)
	links, parts := make([]site.PartLink, len(pages)), make([]*part, len(pages))
	for i, items := range pages {
		parts[i] = newPart(s, e, i+1, len(pages))
		for _, item := range items {
			parts[i].ids[item.ID] = true
			item.Put(parts[i].Entry)
		}
		links[i] = site.PartLink{URL: parts[i].URL, Number: i + 1}
		if len(items) > 0 {
			parts[i].first = items[0].ID
			links[i].Range = between(items[0].Initial, items[len(items)-1].Initial)
		}
	}
	for i := range parts {
		parts[i].Part.Pages = near(links, i)
		parts[i].Prev, parts[i].Next = stubAt(parts, i-1), stubAt(parts, i+1)
	}
	return parts
}

// distribute puts items on pages in their order, on each as many as there is room for, and
// at least one.
func distribute(items []site.Item, room int) [][]site.Item {
	pages := [][]site.Item{nil}
	weight := 0
	for _, item := range items {
		last := len(pages) - 1
		if weight += item.Weight; weight > room && len(pages[last]) > 0 {
			pages = append(pages, nil)
			last++
			weight = item.Weight
		}
		pages[last] = append(pages[last], item)
	}
	return pages
}

// stubAt returns a part as others know it, nil if there is none.
func stubAt(parts []*part, i int) *site.Stub {
	if i < 0 || i >= len(parts) {
		return nil
	}
	stub := parts[i].Stub()
	return &stub
}

// newPart returns the n-th page of the divided lists of e, with its lists empty. The first
// is the page that the author wrote, and keeps its address.
func newPart(s *site.Site, e *site.Entry, n, of int) *part {
	p := e.Bare()
	if n > 1 {
		form, _ := s.Words.Word(e.Lang, "part-of")
		numbers := strings.NewReplacer("#", strconv.Itoa(n), "*", strconv.Itoa(of))
		bare := p
		p = derived(e, e.Title.Text+", "+numbers.Replace(form), strconv.Itoa(n))
		p.Page.Foreign, p.Detail, p.Index = e.Foreign, bare.Detail, bare.Index
		p.Review = e.Review
	}
	p.Part = &site.Part{Number: n, Whole: e.Whole()}
	return &part{Entry: p, ids: map[string]bool{}}
}

// derived returns a page that the program adds below e, with nothing in it.
func derived(e *site.Entry, title, folder string) *site.Entry {
	p := &page.Page{Path: e.Path, Lang: e.Lang, Key: e.Key, Front: page.Front{Kind: e.Kind, Summary: e.Summary}}
	p.Title = strict.Text{Text: title, Offset: e.Title.Offset}
	p.Parts = strict.Texts(&p.Front)
	return &site.Entry{
		Page:     p,
		Language: e.Language,
		URL:      e.URL + folder + "/",
		Out:      strings.TrimSuffix(e.Out, "index.html") + folder + "/index.html",
		Trail:    append(slices.Clone(e.Trail), e.Stub()),
		Nearest:  e.Nearest,
	}
}

// near returns links to the first page and the last, those around page i and some
// between, so that their number is bounded.
func near(links []site.PartLink, i int) (out []site.PartLink) {
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
	switch {
	case from == to, to == "":
		return from
	case from == "":
		return to
	}
	return from + "–" + to
}
