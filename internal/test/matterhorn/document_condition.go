package matterhorn

import (
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var documentConditions = []condition{
	{"01-007", "the tags are called suspect", func(v *view) []string {
		return when(v.dict(v.catalog["MarkInfo"])["Suspects"] == types.Boolean(true), "MarkInfo")
	}},
	{"06-001", "there are no metadata", func(v *view) []string { return when(v.metadata == nil, "Catalog") }},
	{"06-002", "the metadata do not say PDF/UA-1", func(v *view) []string {
		return when(v.metadata != nil && !slices.Contains(v.values(pdfua, "part"), "1"), "pdfuaid:part")
	}},
	{"06-003", "the metadata have no title", func(v *view) []string {
		return when(v.metadata != nil && strings.Join(v.values(dc, "title"), "") == "", "dc:title")
	}},
	{"07-001", "nothing says whether the title is displayed", func(v *view) []string {
		return when(v.preference("DisplayDocTitle") == nil, "ViewerPreferences")
	}},
	{"07-002", "the title is not displayed", func(v *view) []string {
		return when(v.preference("DisplayDocTitle") == types.Boolean(false), "ViewerPreferences")
	}},
	{"11-001", "the language of a text is not known", (*view).textLanguages},
	{"11-002", "the language of an alternative is not known", (*view).alternativeLanguages},
	{"11-003", "the language of the outline is not known", func(v *view) []string {
		return when(v.catalog["Outlines"] != nil && v.text(v.catalog["Lang"]) == "", "Catalog")
	}},
	{"11-004", "the language of a description is not known", (*view).descriptionLanguages},
	{"11-006", "the language of the metadata is not known", func(v *view) []string {
		return when(v.text(v.catalog["Lang"]) == "" && !strings.Contains(string(v.metadata), "xml:lang"), "Catalog")
	}},
	{"X-05", "a language has no tag of BCP 47", (*view).badLanguages},
	{"X-06", "there is something that is not judged", (*view).unknown},
	{"X-07", "the file is not called PDF 1.7", func(v *view) []string {
		return when(v.header != "%PDF-1.7", v.header)
	}},
	{"X-08", "there is no outline, though there are headings", func(v *view) []string {
		return when(len(v.headings()) > 0 && v.dict(v.catalog["Outlines"])["First"] == nil, "Catalog")
	}},
	{"X-09", "the file is not called tagged", func(v *view) []string {
		return when(v.dict(v.catalog["MarkInfo"])["Marked"] != types.Boolean(true), "MarkInfo")
	}},
}

func when(fails bool, where string) []string {
	if fails {
		return []string{where}
	}
	return nil
}

func (v *view) preference(key string) types.Object {
	return v.dict(v.catalog["ViewerPreferences"])[key]
}

// The namespaces of metadata.
const (
	dc    = "http://purl.org/dc/elements/1.1/"
	pdfua = "http://www.aiim.org/pdfua/ns/id/"
)

// values returns the texts of a property of the metadata; none if they are no XML.
func (v *view) values(space, name string) (list []string) {
	in := false
	d := xml.NewDecoder(strings.NewReader(string(v.metadata)))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			return nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			in = in || t.Name.Space == space && t.Name.Local == name
		case xml.EndElement:
			in = in && (t.Name.Space != space || t.Name.Local != name)
		case xml.CharData:
			if text := strings.TrimSpace(string(t)); in && text != "" {
				list = append(list, text)
			}
		}
	}
}

func (v *view) textLanguages() (where []string) {
	for _, n := range v.nodes {
		if len(n.marks) > 0 && v.language(n) == "" {
			where = append(where, n.kind)
		}
	}
	return where
}

func (v *view) alternativeLanguages() (where []string) {
	for _, n := range v.nodes {
		if (n.dict["Alt"] != nil || n.dict["ActualText"] != nil) && v.language(n) == "" {
			where = append(where, n.kind)
		}
	}
	return where
}

func (v *view) descriptionLanguages() (where []string) {
	for _, a := range v.areas {
		if a.dict["Contents"] != nil && v.text(a.dict["Lang"]) == "" && v.text(v.catalog["Lang"]) == "" {
			where = append(where, v.text(a.dict["Contents"]))
		}
	}
	return where
}

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func (v *view) badLanguages() (where []string) {
	tags := []string{v.text(v.catalog["Lang"])}
	for _, n := range v.nodes {
		if n.dict["Lang"] != nil {
			tags = append(tags, v.text(n.dict["Lang"]))
		}
	}
	for _, tag := range tags {
		if !languageTag.MatchString(tag) {
			where = append(where, fmt.Sprintf("%q", tag))
		}
	}
	return where
}

// unknown returns what there are conditions on that are not checked here: 20, 21, 24 to 27
// and 30.
func (v *view) unknown() (where []string) {
	for _, key := range []string{"OCProperties", "AcroForm", "AF", "Collection"} {
		if v.catalog[key] != nil {
			where = append(where, key)
		}
	}
	if v.table.Encrypt != nil {
		where = append(where, "Encrypt")
	}
	if v.dict(v.catalog["Names"])["EmbeddedFiles"] != nil {
		where = append(where, "EmbeddedFiles")
	}
	for i, p := range v.pages {
		for name, o := range v.dict(v.dict(p.dict["Resources"])["XObject"]) {
			if v.dict(o)["Subtype"] == types.Name("Form") {
				where = append(where, fmt.Sprintf("page %d, form %s", i+1, name))
			}
		}
	}
	return where
}
