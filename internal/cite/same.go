package cite

import (
	"cmp"
	"slices"
	"strings"

	"rygghandboka/internal/data/bib"
)

// An identity is what tells that two records are one work.
type identity struct {
	doi, pmid, title, author, container, volume, edition string
	year                                                 int
}

// identityOf returns that of a record in the list.
func identityOf(w *bib.Work) identity {
	id := identity{
		doi: strings.ToLower(bib.BareDOI(w.DOI)), pmid: w.PMID, title: folded(w.Title), container: folded(w.Container),
		volume: string(w.Volume), edition: edition(string(w.Edition)), year: w.Issued.Year,
	}
	if len(w.Author) > 0 {
		id.author = folded(w.Author[0].Family + w.Author[0].Literal)
	}
	return id
}

func (e *Entry) identity() identity {
	id := identity{
		doi: strings.ToLower(e.text("DOI")), pmid: e.text("PMID"), title: folded(e.text("title")),
		container: folded(e.text("container-title")), volume: e.text("volume"), edition: e.text("edition"),
		year: e.year(),
	}
	if people := e.people("author"); len(people) > 0 {
		id.author = folded(people[0].Family + people[0].Literal)
	}
	return id
}

// sameBy returns by what two records are one work, or "". A title alone is enough only if
// nothing contradicts it; a year may be one off, since journals appear online first.
func (a identity) sameBy(b identity) string {
	switch {
	case a.doi != "" && a.doi == b.doi:
		return "DOI"
	case a.pmid != "" && a.pmid == b.pmid:
		return "PMID"
	case a.title == "" || a.title != b.title:
		return ""
	case differ(a.doi, b.doi), differ(a.pmid, b.pmid), differ(a.author, b.author), differ(a.volume, b.volume),
		differ(a.edition, b.edition):
		return ""
	case a.year != 0 && b.year != 0 && (a.year-b.year > 1 || b.year-a.year > 1):
		return ""
	case a.author+b.author == "" && differ(a.container, b.container):
		return ""
	}
	return "title and year"
}

// differ reports whether two texts are known, and are not the same.
func differ(a, b string) bool { return a != "" && b != "" && a != b }

// An index finds works by what may be the same: nothing is compared with all.
type index struct {
	found map[string][]int // by DOI, PMID or title, with the name of that before it
	ids   []identity
}

func (x *index) add(id identity) {
	if x.found == nil {
		x.found = map[string][]int{}
	}
	x.ids = append(x.ids, id)
	x.place(len(x.ids) - 1)
}

// learn notes what else is known of a work, so that another one is told from it.
func (x *index) learn(at int, more identity) {
	id := &x.ids[at]
	id.doi, id.pmid = cmp.Or(id.doi, more.doi), cmp.Or(id.pmid, more.pmid)
	id.author, id.container = cmp.Or(id.author, more.author), cmp.Or(id.container, more.container)
	id.volume, id.edition = cmp.Or(id.volume, more.volume), cmp.Or(id.edition, more.edition)
	id.year = cmp.Or(id.year, more.year)
	x.place(at)
}

// place notes where a work is found.
func (x *index) place(at int) {
	for _, key := range x.ids[at].places() {
		if !slices.Contains(x.found[key], at) {
			x.found[key] = append(x.found[key], at)
		}
	}
}

// find returns which work a record is, and by what, or -1.
func (x *index) find(id identity) (at int, by string) {
	for _, key := range id.places() {
		for _, i := range x.found[key] {
			if by := id.sameBy(x.ids[i]); by != "" {
				return i, by
			}
		}
	}
	return -1, ""
}

func (id identity) places() (keys []string) {
	for _, p := range [][2]string{{"doi ", id.doi}, {"pmid ", id.pmid}, {"title ", id.title}} {
		if p[1] != "" {
			keys = append(keys, p[0]+p[1])
		}
	}
	return keys
}
