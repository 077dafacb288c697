package matterhorn

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// standard are the structure types of PDF 1.7.
var standard = setOf("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
	"NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR",
	"TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
	"Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form")

func setOf(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// A node is an element of the structure tree.
type node struct {
	kind   string // as the RoleMap has it
	dict   types.Dict
	ref    types.Object
	parent *node
	kids   []*node
	marks  []place
	areas  []types.Object // annotations
}

// A place is a mark on a page.
type place struct {
	page types.Object
	id   int
}

// role returns the type for which a type stands: a standard one, the last that is found, or
// "" if types stand for each other.
func (f *File) role(kind string) string {
	roles := f.dict(f.dict(f.catalog["StructTreeRoot"])["RoleMap"])
	for range len(roles) + 1 {
		next, ok := roles[kind].(types.Name)
		if !ok || standard[kind] {
			return kind
		}
		kind = string(next)
	}
	return ""
}

// tree returns the structure tree and all its elements in order.
func (f *File) tree() (*node, []*node) {
	var all []*node
	top := &node{kind: "StructTreeRoot", dict: f.dict(f.catalog["StructTreeRoot"])}
	f.kids(top, top.dict["K"], nil, &all)
	return top, all
}

// kids adds what is in an element.
func (f *File) kids(n *node, o types.Object, page types.Object, all *[]*node) {
	switch v := f.direct(o).(type) {
	case types.Integer:
		n.marks = append(n.marks, place{page, int(v)})
	case types.Array:
		for _, item := range v {
			f.kids(n, item, page, all)
		}
	case types.Dict:
		if v["Pg"] != nil {
			page = v["Pg"]
		}
		switch {
		case v["Type"] == types.Name("OBJR"):
			n.areas = append(n.areas, v["Obj"])
		case v["Type"] == types.Name("MCR"):
			f.kids(n, v["MCID"], page, all)
		default:
			kind, _ := v["S"].(types.Name)
			inner := &node{kind: f.role(string(kind)), dict: v, ref: o, parent: n}
			n.kids = append(n.kids, inner)
			*all = append(*all, inner)
			f.kids(inner, v["K"], page, all)
		}
	}
}

// language returns the language of an element, "" if it has none.
func (f *File) language(n *node) string {
	for ; n != nil; n = n.parent {
		if lang := f.text(n.dict["Lang"]); lang != "" {
			return lang
		}
	}
	return f.text(f.catalog["Lang"])
}

// attribute returns an attribute of an element, nil if it has none.
func (f *File) attribute(n *node, key string) types.Object {
	list := f.array(n.dict["A"])
	if list == nil {
		list = types.Array{n.dict["A"]}
	}
	for _, o := range list {
		if value := f.dict(o)[key]; value != nil {
			return value
		}
	}
	return nil
}

// number returns a number, or the one that is meant without it.
func (f *File) number(o types.Object, without int) int {
	if n, ok := f.direct(o).(types.Integer); ok {
		return int(n)
	}
	return without
}
