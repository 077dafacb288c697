package matterhorn

import (
	"fmt"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var annotationConditions = []condition{
	{"28-004", "an annotation has no description", (*view).undescribed},
	{"28-008", "a page with annotations does not say their order", (*view).unordered},
	{"28-009", "the order of annotations is not that of the structure", (*view).otherOrder},
	{"28-011", "a link is in no Link", (*view).looseLinks},
	{"28-012", "a link has no Contents", (*view).contentless},
	{"X-10", "there is an annotation that is not judged", (*view).otherAnnotations},
	{"X-11", "a link is described by its address, though it has a text", (*view).addresses},
}

func (v *view) undescribed() (where []string) {
	for _, a := range v.areas {
		if v.text(a.dict["Contents"]) == "" && (a.in == nil || v.text(a.in.dict["Alt"]) == "") {
			where = append(where, fmt.Sprint(a.ref))
		}
	}
	return where
}

func (v *view) unordered() (where []string) {
	for i, p := range v.pages {
		if len(v.array(p.dict["Annots"])) > 0 && p.dict["Tabs"] == nil {
			where = append(where, fmt.Sprintf("page %d", i+1))
		}
	}
	return where
}

func (v *view) otherOrder() (where []string) {
	for i, p := range v.pages {
		if len(v.array(p.dict["Annots"])) > 0 && p.dict["Tabs"] != nil && p.dict["Tabs"] != types.Name("S") {
			where = append(where, fmt.Sprintf("page %d", i+1))
		}
	}
	return where
}

// isLink reports whether an annotation is a link.
func (a area) isLink() bool { return a.dict["Subtype"] == types.Name("Link") }

func (v *view) looseLinks() (where []string) {
	for _, a := range v.areas {
		if a.isLink() && (a.in == nil || a.in.kind != "Link") {
			where = append(where, fmt.Sprint(a.ref))
		}
	}
	return where
}

func (v *view) contentless() (where []string) {
	for _, a := range v.areas {
		if a.isLink() && strings.TrimSpace(v.text(a.dict["Contents"])) == "" {
			where = append(where, fmt.Sprint(a.ref))
		}
	}
	return where
}

func (v *view) otherAnnotations() (where []string) {
	for _, a := range v.areas {
		if !a.isLink() {
			where = append(where, fmt.Sprint(a.dict["Subtype"]))
		}
	}
	return where
}

func (v *view) addresses() (where []string) {
	for _, a := range v.areas {
		text := v.text(a.dict["Contents"])
		if text != "" && text == v.text(v.dict(a.dict["A"])["URI"]) && a.in != nil && len(a.in.marks) > 0 {
			where = append(where, text)
		}
	}
	return where
}
