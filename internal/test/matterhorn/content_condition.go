package matterhorn

import (
	"fmt"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var contentConditions = []condition{
	{"01-003", "an artifact is in tagged content", (*view).artifactsInTagged},
	{"01-004", "tagged content is in an artifact", (*view).taggedInArtifacts},
	{"01-005", "content is neither tagged nor an artifact", (*view).untagged},
	{"X-01", "the tree of parents and the structure tree differ", (*view).strangers},
	{"X-02", "the text has letters that only say where words may break", (*view).unsearchable},
}

func (v *view) artifactsInTagged() (where []string) {
	for i, marks := range v.marks {
		for _, m := range marks {
			if m.tag == "/Artifact" && m.inTagged {
				where = append(where, fmt.Sprintf("page %d", i+1))
			}
		}
	}
	return where
}

func (v *view) taggedInArtifacts() (where []string) {
	for i, marks := range v.marks {
		for _, m := range marks {
			if m.id >= 0 && m.inArtifact {
				where = append(where, fmt.Sprintf("page %d, mark %d", i+1, m.id))
			}
		}
	}
	return where
}

// untagged returns what is shown outside of artifacts and of marks in the structure tree.
func (v *view) untagged() (where []string) {
	for i, list := range v.shown {
		for _, s := range list {
			if s.artful || s.tagged && len(v.owner[place{v.pages[i].ref, s.id}]) > 0 {
				continue
			}
			where = append(where, fmt.Sprintf("page %d, %s in mark %d", i+1, s.what, s.id))
		}
	}
	return where
}

// strangers returns the marks and annotations that are in two elements, or of which the
// tree of parents does not name the element (ISO 32000-1, 14.7.4.4).
func (v *view) strangers() (where []string) {
	parents := map[int]types.Object{}
	list := v.array(v.dict(v.top.dict["ParentTree"])["Nums"])
	for i := 0; i+1 < len(list); i += 2 {
		parents[v.number(list[i], -1)] = list[i+1]
	}
	for i, p := range v.pages {
		marks := v.array(parents[v.number(p.dict["StructParents"], -1)])
		for _, m := range v.marks[i] {
			if m.id < 0 {
				continue
			}
			in := v.owner[place{p.ref, m.id}]
			if len(in) != 1 || m.id >= len(marks) || marks[m.id] != in[0].ref {
				where = append(where, fmt.Sprintf("page %d, mark %d", i+1, m.id))
			}
		}
	}
	for _, a := range v.areas {
		if in := v.links[a.ref]; len(in) != 1 || parents[v.number(a.dict["StructParent"], -1)] != in[0].ref {
			where = append(where, fmt.Sprint("annotation ", a.ref))
		}
	}
	return where
}

// unsearchable returns the texts with U+00AD and the like.
func (v *view) unsearchable() (where []string) {
	for i, list := range v.shown {
		for _, s := range list {
			f := v.fontOf(i, s)
			if f == nil {
				continue
			}
			for _, code := range codes(s.strings) {
				for _, r := range f.unicode[code] {
					if r == '\u00AD' || r == '\u2060' || r == '\u200B' {
						where = append(where, fmt.Sprintf("page %d", i+1))
					}
				}
			}
		}
	}
	soft := func(what string, o types.Object) {
		if strings.Contains(v.text(o), "\u00AD") {
			where = append(where, what)
		}
	}
	for _, n := range v.nodes {
		soft("an Alt", n.dict["Alt"])
	}
	for _, a := range v.areas {
		soft("a link", a.dict["Contents"])
	}
	var outline func(item types.Dict)
	outline = func(item types.Dict) {
		for ; item != nil; item = v.dict(item["Next"]) {
			soft("the outline", item["Title"])
			outline(v.dict(item["First"]))
		}
	}
	outline(v.dict(v.catalog["Outlines"]))
	return where
}
