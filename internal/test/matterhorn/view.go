package matterhorn

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A view is what the conditions look at.
type view struct {
	*File
	top   *node
	nodes []*node // all, in order
	shown [][]shown
	marks [][]mark
	owner map[place][]*node        // of each mark
	links map[types.Object][]*node // of each annotation, the elements that it is in
	areas []area
	fonts map[string]*font // by page and name
}

// An area is an annotation.
type area struct {
	page *page
	ref  types.Object
	dict types.Dict
	in   *node // the first element that it is in, nil if in none
}

// look returns a view of a file.
func (f *File) look() *view {
	v := &view{File: f, owner: map[place][]*node{}, links: map[types.Object][]*node{}, fonts: map[string]*font{}}
	v.top, v.nodes = f.tree()
	for _, n := range v.nodes {
		for _, m := range n.marks {
			v.owner[m] = append(v.owner[m], n)
		}
		for _, ref := range n.areas {
			v.links[ref] = append(v.links[ref], n)
		}
	}
	for i, p := range f.pages {
		shown, marks := scan(p.content)
		v.shown, v.marks = append(v.shown, shown), append(v.marks, marks)
		for _, ref := range f.array(p.dict["Annots"]) {
			a := area{page: p, ref: ref, dict: f.dict(ref)}
			if in := v.links[ref]; len(in) > 0 {
				a.in = in[0]
			}
			v.areas = append(v.areas, a)
		}
		for name, o := range f.dict(f.dict(p.dict["Resources"])["Font"]) {
			v.fonts[fmt.Sprintf("%d/%s", i, name)] = f.font(o)
		}
	}
	return v
}

// fontOf returns the font in which something is shown on a page.
func (v *view) fontOf(page int, s shown) *font {
	return v.fonts[fmt.Sprintf("%d%s", page, s.font)]
}
