package matterhorn

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var structureConditions = []condition{
	{"02-001", "a type stands for no standard type", (*view).unknownTypes},
	{"02-003", "types stand for each other in a circle", (*view).circles},
	{"02-004", "a standard type stands for another", (*view).remapped},
	{"09-004", "part of a table is not where it may be", (*view).tables},
	{"09-005", "part of a list is not where it may be", (*view).lists},
	{"13-004", "a figure has no alternative", (*view).figures},
	{"14-002", "the first heading is not H1", (*view).firstHeading},
	{"14-003", "headings skip a level", (*view).skippedHeadings},
	{"14-007", "there are both numbered headings and others", (*view).bothHeadings},
	{"15-003", "a head of a table does not say of what", (*view).heads},
	{"X-03", "the rows of a table have different numbers of cells", (*view).irregular},
	{"X-13", "a figure does not say where it is", (*view).placeless},
	{"X-04", "there is a type that is not judged", (*view).unjudged},
}

func (v *view) unknownTypes() (where []string) {
	for _, n := range v.nodes {
		if n.kind != "" && !standard[n.kind] {
			where = append(where, n.kind)
		}
	}
	return where
}

func (v *view) circles() (where []string) {
	for kind := range v.dict(v.top.dict["RoleMap"]) {
		if v.role(kind) == "" {
			where = append(where, kind)
		}
	}
	return where
}

func (v *view) remapped() (where []string) {
	for kind := range v.dict(v.top.dict["RoleMap"]) {
		if standard[kind] {
			where = append(where, kind)
		}
	}
	return where
}

// within says which types may be directly in which (ISO 32000-1, tables 336 and 337).
var within = map[string][]string{
	"Table": {"Caption", "TR", "THead", "TBody", "TFoot"},
	"THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"},
	"TR": {"TH", "TD"},
	"L":  {"Caption", "L", "LI"},
	"LI": {"Lbl", "LBody"},
}

// misplaced returns the elements that are not in what they must be in, or have in them what
// they may not.
func (v *view) misplaced(holders, parts map[string]bool) (where []string) {
	for _, n := range v.nodes {
		if holders[n.kind] {
			if len(n.kids) == 0 || len(n.marks) > 0 {
				where = append(where, n.kind+" without parts, or with content")
			}
			for _, k := range n.kids {
				if !slices.Contains(within[n.kind], k.kind) {
					where = append(where, k.kind+" in "+n.kind)
				}
			}
		}
		if parts[n.kind] && (n.parent == nil || !slices.Contains(within[n.parent.kind], n.kind)) {
			where = append(where, n.kind+" in "+n.parent.kind)
		}
	}
	return where
}

func (v *view) tables() []string {
	holders := setOf("Table", "THead", "TBody", "TFoot", "TR")
	where := v.misplaced(holders, setOf("THead", "TBody", "TFoot", "TR", "TH", "TD"))
	for _, n := range v.nodes {
		for i, k := range n.kids {
			if n.kind == "Table" && k.kind == "Caption" && i > 0 && i < len(n.kids)-1 {
				where = append(where, "Caption between rows")
			}
		}
	}
	return where
}

func (v *view) lists() []string {
	return v.misplaced(setOf("L", "LI"), setOf("LI", "LBody"))
}

func (v *view) figures() (where []string) {
	for i, n := range v.nodes {
		if n.kind != "Figure" && n.kind != "Formula" {
			continue
		}
		if strings.TrimSpace(v.text(n.dict["Alt"])) == "" && strings.TrimSpace(v.text(n.dict["ActualText"])) == "" {
			where = append(where, fmt.Sprintf("element %d", i+1))
		}
	}
	return where
}

// placeless returns the figures without a box, or with one that is not on a page of A4 (ISO
// 32000-1, 14.8.5.4.3).
func (v *view) placeless() (where []string) {
	for i, n := range v.nodes {
		if n.kind != "Figure" {
			continue
		}
		b := v.array(v.attribute(n, "BBox"))
		if len(b) != 4 {
			where = append(where, fmt.Sprintf("element %d", i+1))
			continue
		}
		left, bottom, right, top := v.value(b[0]), v.value(b[1]), v.value(b[2]), v.value(b[3])
		if !(0 <= left && left < right && right <= 596 && 0 <= bottom && bottom < top && top <= 842) {
			where = append(where, fmt.Sprint(b))
		}
	}
	return where
}

// headings returns the levels of headings.
func (v *view) headings() (levels []int) {
	for _, n := range v.nodes {
		if len(n.kind) == 2 && n.kind[0] == 'H' && n.kind[1] >= '1' && n.kind[1] <= '9' {
			levels = append(levels, int(n.kind[1]-'0'))
		}
	}
	return levels
}

func (v *view) firstHeading() (where []string) {
	if levels := v.headings(); len(levels) > 0 && levels[0] != 1 {
		where = append(where, fmt.Sprintf("H%d", levels[0]))
	}
	return where
}

func (v *view) skippedHeadings() (where []string) {
	levels := v.headings()
	for i := 1; i < len(levels); i++ {
		if levels[i] > levels[i-1]+1 {
			where = append(where, fmt.Sprintf("H%d after H%d", levels[i], levels[i-1]))
		}
	}
	return where
}

func (v *view) bothHeadings() (where []string) {
	for _, n := range v.nodes {
		if n.kind == "H" && len(v.headings()) > 0 {
			where = append(where, "H")
		}
	}
	return where
}

func (v *view) heads() (where []string) {
	for _, n := range v.nodes {
		if n.kind != "TH" {
			continue
		}
		switch v.attribute(n, "Scope") {
		case types.Name("Row"), types.Name("Column"), types.Name("Both"):
		default:
			where = append(where, fmt.Sprint("TH ", n.ref))
		}
	}
	return where
}

func (v *view) irregular() (where []string) {
	for _, n := range v.nodes {
		if n.kind != "Table" {
			continue
		}
		var widths []int
		var below []int // for each coming row, how many cells reach into it
		for _, row := range rows(n) {
			width := 0
			if len(below) > 0 {
				width, below = below[0], below[1:]
			}
			for _, cell := range row.kids {
				columns := v.number(v.attribute(cell, "ColSpan"), 1)
				width += columns
				for i := range v.number(v.attribute(cell, "RowSpan"), 1) - 1 {
					if i == len(below) {
						below = append(below, 0)
					}
					below[i] += columns
				}
			}
			widths = append(widths, width)
		}
		if len(slices.Compact(widths)) > 1 {
			where = append(where, fmt.Sprint(widths))
		}
	}
	return where
}

func rows(n *node) (list []*node) {
	for _, k := range n.kids {
		if k.kind == "TR" {
			list = append(list, k)
		} else {
			list = append(list, rows(k)...)
		}
	}
	return list
}

// unjudged returns the types on which there are conditions that are not checked here.
func (v *view) unjudged() (where []string) {
	types := setOf("Formula", "Note", "TOC", "TOCI", "Ruby", "Warichu", "Form", "Annot", "H", "Index")
	for _, n := range v.nodes {
		if types[n.kind] {
			where = append(where, n.kind)
		}
	}
	return where
}
