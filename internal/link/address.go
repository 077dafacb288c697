package link

import (
	"cmp"
	"path"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// arrange finds each page's parent: the index of its folder, or the home page.
func (l *linker) arrange() {
	for _, in := range l.site.Languages {
		if l.byKey[in.Lang]["index"] == nil {
			file := "content/" + string(in.Lang) + "/index.md"
			l.problem(diag.Errorf(file, 0, "the language %q has no home page", in.Lang).
				Hintf("write this file, with kind: home"))
		}
	}
	missing := map[string]bool{}
	for _, e := range l.site.Entries {
		if e.Key == "index" {
			continue
		}
		folder := path.Dir(e.Key)
		if e.IsIndex() {
			folder = path.Dir(folder)
		}
		index := path.Join(folder, "index")
		parent := l.byKey[e.Lang][index]
		file := "content/" + string(e.Lang) + "/" + index + ".md"
		if parent == nil && index != "index" && !missing[file] {
			missing[file] = true
			l.problem(diag.Errorf(e.Path, 0, "the folder of this page has no index").
				Hintf("write %s, with kind: page", file))
		}
		if parent != nil {
			l.parents[e] = parent
			l.children[parent] = append(l.children[parent], e)
		}
	}
}

// address gives each page its address, below its parent's, and refuses two
// pages that some file system would take for one.
func (l *linker) address() {
	taken := map[string]*site.Entry{}
	for _, e := range l.site.Entries {
		e.URL = l.url(e)
		e.Out = e.URL[len(l.Base):] + "index.html"
		folded := lang.Fold(e.Out)
		if other := taken[folded]; other != nil {
			l.problem(diag.Errorf(e.Path, e.Slug.Offset, "the address %s is that of %s too", e.URL, other.Path).
				Hintf("give one of the two another slug"))
		}
		taken[folded] = e
	}
	slices.SortStableFunc(l.site.Entries, func(a, b *site.Entry) int {
		return cmp.Or(cmp.Compare(a.Lang, b.Lang), cmp.Compare(a.URL, b.URL))
	})
}

func (l *linker) url(e *site.Entry) string {
	switch {
	case e.URL != "":
		return e.URL
	case l.parents[e] != nil:
		return l.url(l.parents[e]) + l.slug(e) + "/"
	case e.Key == "index":
		return l.Base + string(e.Lang) + "/"
	}
	return l.Base + string(e.Lang) + "/" + l.slug(e) + "/" // no parent is a problem already
}

// slug returns the page's own part of its address.
func (l *linker) slug(e *site.Entry) string {
	if e.Unidentified {
		return e.Name()
	}
	if s := lang.Slug(e.Slug.Text); s != e.Slug.Text || s == "" {
		l.problem(diag.Errorf(e.Path, e.Slug.Offset, "%q cannot be part of an address", e.Slug.Text).
			Hintf("write slug: %s", cmp.Or(s, e.Name())))
		return cmp.Or(s, e.Name())
	}
	return e.Slug.Text
}

// neighbours links e to the pages above it and, in their order, to those below
// it, and those to each other. The pages right below the home page are no
// sequence.
func (l *linker) neighbours(e *site.Entry) {
	for p := l.parents[e]; p != nil; p = l.parents[p] {
		e.Trail = append([]site.Stub{p.Stub()}, e.Trail...)
	}
	children := l.children[e]
	lang.Sort(e.Language.Collation, children, func(c *site.Entry) string { return c.Title.Text })
	slices.SortStableFunc(children, func(a, b *site.Entry) int {
		return cmp.Or(cmp.Compare(rank(a.Order), rank(b.Order)), l.compareExercises(a, b))
	})
	for i, c := range children {
		e.Index.Children = append(e.Index.Children, c.Card())
		if i > 0 && e.Key != "index" {
			before := children[i-1]
			here, there := c.Stub(), before.Stub()
			c.Prev, before.Next = &there, &here
		}
	}
}

// rank puts pages without an order last.
func rank(order int) int {
	if order == 0 {
		return 1 << 30
	}
	return order
}

// compareExercises compares two exercises by their stages, then by their places in the
// programmes, and those in none by their keys: titles have another order in each language.
func (l *linker) compareExercises(a, b *site.Entry) int {
	if a.Exercise() == nil || b.Exercise() == nil {
		return cmp.Compare(stage(a), stage(b))
	}
	ranks := l.ranks[a.Lang]
	return cmp.Or(cmp.Compare(stage(a), stage(b)),
		cmp.Compare(rank(ranks[a.Name()]), rank(ranks[b.Name()])), cmp.Compare(a.Key, b.Key))
}

// stage returns the stage of an exercise, 0 for other pages.
func stage(e *site.Entry) int {
	if x := e.Exercise(); x != nil {
		return x.Stage
	}
	return 0
}
