package site

import "rygghandboka/internal/page"

// Links is a list of links to pages.
type Links struct{ Groups []Group }

func (l *Links) Items(_ *Entry, seen map[string]bool) (list []Item) {
	for _, g := range l.Groups {
		for _, stub := range g.Pages {
			n := weighStubs(seen, []Stub{stub})
			list = append(list, Item{stub.URL, initial(stub.Title), n, func(to *Entry) {
				to.Detail.(*Links).add(g.Kind, stub)
			}})
		}
	}
	return list
}

// add adds a link to a page of a kind.
func (l *Links) add(kind page.Kind, to Stub) {
	if n := len(l.Groups); n == 0 || l.Groups[n-1].Kind != kind {
		l.Groups = append(l.Groups, Group{Kind: kind})
	}
	last := &l.Groups[len(l.Groups)-1]
	last.Pages = append(last.Pages, to)
}

func (*Links) Empty() Detail { return &Links{} }
