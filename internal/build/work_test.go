package build

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/source"
)

// worksMistakes are mistakes that an author may make in the works, and the one message
// that follows, so many lines above. The first old text in the file is replaced.
var worksMistakes = []struct {
	old, new, message string
	above             int
}{
	{`"type": "article-journal",`, `"type": "article-journal"`, "not JSON: a comma is missing here", 0},
	{`"PMID": "16526831"`, `"PMID": "16526831",`, "not JSON: a comma before the closing }", 0},
	{"  },\n  {", "  }\n  {", "not JSON: a comma is missing here", 0},
	{`"page": "189-198",`, `"page": "189-198,`, "not JSON: this text has no closing quote on its line", 0},
	{"\n]\n", "\n", "not JSON: the file ends here, before the list does", 0},
	{"\n]\n", "\n]]\n", "nothing is read after the list of works", 0},
	{"[\n  {\n", "{\n", "a list of works is expected", 0},
	{`"volume": "36"`, `"volume": {}`, "kibler-2006: volume must be text in quotes, and this is an object", 0},
	{`"title": "The role`, `"title": 3, "x": "The role`,
		"kibler-2006: title must be text in quotes, and this is a number", 0},
	{`"family": "Kibler"`, `"family": 3`,
		"kibler-2006: author.family must be text in quotes, and this is a number", 0},
	{`"type": "article-journal",`, `"type": "article-journal", "type": "book",`, "kibler-2006: a second type", 0},
	{`"id": "hodges-richardson-1996"`, `"id": "kibler-2006"`, `a second work with the id "kibler-2006"`, 0},
	{`"id": "hodges-richardson-1996",`, "", "a work without an id", 1},
	{`"id": "hodges-richardson-1996"`, `"id": 7`,
		"this work: id must be text in quotes, and this is a number", 0},
	{`"id": "hodges-richardson-1996"`, `"id": "hodges 1996"`, `the id "hodges 1996" cannot be cited`, 0},
	{`"id": "hodges-richardson-1996"`, `"id": "http://zotero.org/users/1/items/AB"`,
		`the id "http://zotero.org/users/1/items/AB" is Zotero's own, and cannot be cited`, 0},
	{`1996,`, `"x",`, `hodges-richardson-1996: issued: "x" is no part of a date`, 3},
	{`"title": "The role`, `"x": "The role`, `the work "kibler-2006" has no title`, 2},
	{"[\n  {\n", "[\n  7,\n  {\n", "a work is expected", 0},
	{`"volume": "36"`, "\"volume\": \"36\xE5\"", "this is not UTF-8", 0},
	{`"volume": "36"`, "\"volume\": \"36\x00\"", "a NUL character in a text file", 0},
}

// firstWorks are two works that pages cite, in the place of what the handbook has for them.
const firstWorks = `[
  {
    "id": "kibler-2006",
    "type": "article-journal",
    "title": "The role of core stability",
    "author": [
      {
        "family": "Kibler"
      }
    ],
    "issued": {"date-parts": [[2006]]},
    "container-title": "Sports Medicine",
    "volume": "36",
    "page": "189-198",
    "DOI": "10.1000/a",
    "PMID": "16526831"
  },
  {
    "id": "hodges-richardson-1996",
    "type": "article-journal",
    "title": "Inefficient muscular stabilization",
    "author": [{"family": "Hodges"}, {"family": "Richardson"}],
    "issued": {
      "date-parts": [
        [
          1996,
          11
        ]
      ]
    },
    "container-title": "Spine",
    "page": "2640-2650",
    "DOI": "10.1000/b"
  }`

// worksText returns the handbook's works, of which the first are firstWorks.
func worksText(t *testing.T, tree fstest.MapFS) string {
	t.Helper()
	records, probs := bib.Split(source.File{Path: bib.Path, Data: tree[bib.Path].Data})
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	var b strings.Builder
	b.WriteString(firstWorks)
	for _, r := range records {
		if id := string(r.Get("id")); !strings.Contains(firstWorks, `"id": `+id) {
			b.WriteString(",\n  " + string(r.Text))
		}
	}
	return b.String() + "\n]\n"
}

// A mistake in the works is one message, at its place: pages that cite the works have none.
func TestOneMistakeInWorks(t *testing.T) {
	tree := grown{}.tree(t)
	text := worksText(t, tree)
	b := new(Builder)
	before := worksProblems(t, b, tree, text)
	for _, m := range worksMistakes {
		if !strings.Contains(text, m.old) {
			t.Fatalf("the works have no %q", m.old)
		}
		changed := strings.Replace(text, m.old, m.new, 1)
		more := worksProblems(t, b, tree, changed)
		more = slices.DeleteFunc(more, func(p diag.Problem) bool {
			known := func(q diag.Problem) bool { return q.Message == p.Message }
			return slices.ContainsFunc(before, known)
		})
		if len(more) != 1 || more[0].Message != m.message || more[0].File != bib.Path {
			t.Errorf("%q instead of %q: %d problems, not one %q", m.new, m.old, len(more), m.message)
			for _, p := range more[:min(3, len(more))] {
				t.Log(p)
			}
			continue
		}
		line := 1 + strings.Count(text[:strings.Index(text, m.old)], "\n") - m.above
		if last := line + strings.Count(m.old+m.new, "\n"); more[0].Line < line || more[0].Line > last {
			t.Errorf("%s: not on line %d", more[0], line)
		}
	}
}

// worksProblems builds a tree with another text of the works, and returns the problems.
func worksProblems(t *testing.T, b *Builder, tree fstest.MapFS, text string) diag.List {
	t.Helper()
	tree[bib.Path] = &fstest.MapFile{Data: bytes.Clone([]byte(text))}
	r, err := b.Build(tree, handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	return r.Problems
}
