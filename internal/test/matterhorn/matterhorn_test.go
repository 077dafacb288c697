package matterhorn

import (
	"bytes"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/tools/txtar"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/pdf"
	"rygghandboka/internal/test/browser"
)

// sample prints the page on which package pdf is tested.
func sample(t *testing.T) []byte {
	t.Helper()
	a, err := txtar.ParseFile("../../pdf/testdata/page.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var site []public.File
	for _, f := range a.Files {
		site = append(site, public.File{Path: f.Name, Render: public.Bytes(f.Data)})
	}
	base := &url.URL{Scheme: "https", Host: "example.org", Path: "/"}
	sheets := []public.PDF{{URL: "/no/prove/", Path: "prove.pdf"}}
	files, _, err := pdf.Print(t.Context(), site, base, sheets, browser.Chromium(t), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	data, _ := files[0].Render()
	return data
}

// A fault is planted in a file, which then fails under a condition.
type fault struct {
	number string
	plant  func(f *File)
}

// first returns the first element of a type, as the file has it.
func (f *File) first(kind string) types.Dict {
	_, nodes := f.tree()
	for _, n := range nodes {
		if n.dict["S"] == types.Name(kind) {
			return n.dict
		}
	}
	panic("no " + kind)
}

func (f *File) roles() types.Dict { return f.dict(f.dict(f.catalog["StructTreeRoot"])["RoleMap"]) }

// rename gives the first element of a type another type.
func rename(from, to string) func(f *File) {
	return func(f *File) { f.first(from)["S"] = types.Name(to) }
}

// without removes an entry of the first element of a type.
func without(kind, key string) func(f *File) {
	return func(f *File) { delete(f.first(kind), key) }
}

// inCatalog sets an entry of the catalog; nil removes it.
func inCatalog(key string, value types.Object) func(f *File) {
	return func(f *File) {
		f.catalog[key] = value
		if value == nil {
			delete(f.catalog, key)
		}
	}
}

// painted adds to what the first page shows.
func painted(before, after string) func(f *File) {
	return func(f *File) {
		p := f.pages[0]
		p.content = slices.Concat([]byte(before), p.content, []byte(after))
	}
}

// inContent replaces the first of some words of the first page.
func inContent(from, to string) func(f *File) {
	return func(f *File) { f.pages[0].content = bytes.Replace(f.pages[0].content, []byte(from), []byte(to), 1) }
}

// inMetadata replaces words of the metadata.
func inMetadata(from, to string) func(f *File) {
	return func(f *File) { f.metadata = bytes.ReplaceAll(f.metadata, []byte(from), []byte(to)) }
}

// onLink changes the first link.
func onLink(change func(link types.Dict, f *File)) func(f *File) {
	return func(f *File) { change(f.dict(f.array(f.pages[0].dict["Annots"])[0]), f) }
}

// onFont changes a font, and its dictionary of outlines.
func onFont(change func(font, inner types.Dict)) func(f *File) {
	return func(f *File) {
		for _, o := range f.dict(f.dict(f.pages[0].dict["Resources"])["Font"]) {
			font := f.dict(o)
			change(font, f.dict(f.array(font["DescendantFonts"])[0]))
		}
	}
}

// meaning makes a text of all codes of all fonts.
func meaning(table string) func(f *File) {
	return onFont(func(font, _ types.Dict) {
		font["ToUnicode"] = types.StreamDict{Dict: types.Dict{}, Raw: []byte(table)}
	})
}

func speechless(f *File) {
	delete(f.catalog, "Lang")
	delete(f.first("Document"), "Lang")
}

var planted = []fault{
	{"01-003", inContent("BDC", "BDC /Artifact BMC EMC")},
	{"01-004", painted("/Artifact BMC ", " EMC")},
	{"01-005", painted("", " 0 0 1 1 re f")},
	{"01-005", inContent("BDC", "BDC EMC /Span BMC")},
	{"01-005", inContent("/MCID 0", "/MCID 999")},
	{"01-005", func(f *File) { f.first("H1")["K"] = types.Array{} }},
	{"X-01", func(f *File) { delete(f.pages[0].dict, "StructParents") }},
	{"X-01", func(f *File) { f.first("H1")["K"] = f.first("P")["K"] }},
	{"X-01", onLink(func(link types.Dict, _ *File) { link["StructParent"] = types.Integer(0) })},
	{"X-02", meaning("beginbfchar <0003> <00AD> endbfchar")},
	{"X-02", func(f *File) { f.first("Figure")["Alt"] = types.HexLiteral("FEFF006100AD0062") }},
	{"X-02", onLink(func(link types.Dict, _ *File) { link["Contents"] = types.HexLiteral("FEFF006100AD0062") })},
	{"X-02", func(f *File) {
		f.dict(f.dict(f.catalog["Outlines"])["First"])["Title"] = types.HexLiteral("FEFF006100AD0062")
	}},
	{"02-001", func(f *File) { delete(f.roles(), "Strong") }},
	{"02-003", func(f *File) { f.roles()["Strong"], f.roles()["Em"] = types.Name("Em"), types.Name("Strong") }},
	{"02-004", func(f *File) { f.roles()["P"] = types.Name("Div") }},
	{"09-004", rename("TR", "Div")},
	{"09-004", rename("TD", "P")},
	{"09-004", func(f *File) { f.first("Table")["K"] = types.Array{} }},
	{"09-005", rename("LBody", "Div")},
	{"09-005", rename("LI", "P")},
	{"09-005", func(f *File) { f.first("L")["K"] = types.Array{} }},
	{"13-004", without("Figure", "Alt")},
	{"13-004", func(f *File) { f.first("Figure")["Alt"] = types.StringLiteral(" ") }},
	{"X-13", without("Figure", "A")},
	{"X-13", func(f *File) {
		layout := f.dict(f.array(f.first("Figure")["A"])[0])
		layout["BBox"] = types.Array{types.Integer(0), types.Integer(0), types.Integer(9), types.Integer(900)}
	}},
	{"14-002", rename("H1", "P")},
	{"14-003", rename("H2", "H4")},
	{"14-007", rename("H2", "H")},
	{"15-003", without("TH", "A")},
	{"X-03", func(f *File) { f.first("TR")["K"] = f.array(f.first("TR")["K"])[1:] }},
	{"X-04", rename("Code", "Note")},
	{"01-007", func(f *File) { f.dict(f.catalog["MarkInfo"])["Suspects"] = types.Boolean(true) }},
	{"06-001", func(f *File) { f.metadata = nil }},
	{"06-002", inMetadata("pdfuaid:part", "pdfuaid:other")},
	{"06-002", inMetadata("<pdfuaid:part>1", "<pdfuaid:part>2")},
	{"06-003", inMetadata("dc:title", "dc:other")},
	{"06-003", inMetadata("</dc:title>", "")}, // no XML
	{"07-001", inCatalog("ViewerPreferences", nil)},
	{"07-002", inCatalog("ViewerPreferences", types.Dict{"DisplayDocTitle": types.Boolean(false)})},
	{"11-001", speechless},
	{"11-002", speechless},
	{"11-003", speechless},
	{"11-004", speechless},
	{"11-006", func(f *File) { speechless(f); inMetadata("xml:lang", "lang")(f) }},
	{"X-05", inCatalog("Lang", types.StringLiteral("norsk bokmål"))},
	{"X-05", func(f *File) { f.first("Span")["Lang"] = types.StringLiteral("?") }},
	{"X-06", inCatalog("AcroForm", types.Dict{})},
	{"X-06", inCatalog("OCProperties", types.Dict{})},
	{"X-07", func(f *File) { f.header = "%PDF-1.4" }},
	{"X-08", inCatalog("Outlines", nil)},
	{"X-09", inCatalog("MarkInfo", nil)},
	{"28-004", onLink(func(link types.Dict, _ *File) { delete(link, "Contents") })},
	{"28-008", func(f *File) { delete(f.pages[0].dict, "Tabs") }},
	{"28-009", func(f *File) { f.pages[0].dict["Tabs"] = types.Name("R") }},
	{"28-011", rename("Link", "Span")},
	{"28-012", onLink(func(link types.Dict, _ *File) { delete(link, "Contents") })},
	{"X-10", onLink(func(link types.Dict, _ *File) { link["Subtype"] = types.Name("Text") })},
	{"X-11", onLink(func(link types.Dict, f *File) { link["Contents"] = f.dict(link["A"])["URI"] })},
	{"10-001", meaning("")},
	{"31-004", onFont(func(_, inner types.Dict) { inner["CIDToGIDMap"] = types.Name("Other") })},
	{"31-005", onFont(func(_, inner types.Dict) { delete(inner, "CIDToGIDMap") })},
	{"31-006", onFont(func(font, _ types.Dict) { font["Encoding"] = types.Name("Other-H") })},
	{"31-009", onFont(func(_, inner types.Dict) { inner["FontDescriptor"] = types.Dict{} })},
	{"31-011", inContent("<0", "<F")},
	{"31-016", onFont(func(_, inner types.Dict) { delete(inner, "W") })},
	{"31-027", onFont(func(font, _ types.Dict) { delete(font, "ToUnicode") })},
	{"31-028", meaning("beginbfrange <0003> <0003> <0000> endbfrange")},
	{"31-029", meaning("beginbfchar <0003> <FEFF> endbfchar")},
	{"31-030", painted("", " /Artifact BMC BT /F4 9 Tf <0000> Tj ET EMC")},
	{"X-12", onFont(func(font, _ types.Dict) { font["Subtype"] = types.Name("Type3") })},
}

// Each planted fault is found under its number, and there is one for each number.
func TestPlanted(t *testing.T) {
	data := sample(t)
	numbers := func(plant func(f *File)) (list []string) {
		f, err := Open(data)
		if err != nil {
			t.Fatal(err)
		}
		plant(f)
		for _, text := range f.Faults() {
			number, _, _ := strings.Cut(text, " ")
			list = append(list, number)
		}
		return list
	}
	if found := numbers(func(*File) {}); len(found) > 0 {
		t.Fatalf("the file has faults before any is planted: %v", found)
	}
	missed := Numbers()
	for i, p := range planted {
		if found := numbers(p.plant); !slices.Contains(found, p.number) {
			t.Errorf("fault %d is not found under %s: %v", i+1, p.number, found)
		}
		missed = slices.DeleteFunc(missed, func(n string) bool { return n == p.number })
	}
	if len(missed) > 0 {
		t.Errorf("no fault is planted for %v", missed)
	}
}
