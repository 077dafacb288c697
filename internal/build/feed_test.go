package build

import (
	"encoding/xml"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"
)

// A feed as RFC 4287 defines it, as far as ours uses it.
type (
	feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		common
		Author  []string `xml:"http://www.w3.org/2005/Atom author>name"`
		Entries []entry  `xml:"http://www.w3.org/2005/Atom entry"`
	}
	entry  struct{ common }
	common struct {
		ID      []string `xml:"http://www.w3.org/2005/Atom id"`
		Title   []string `xml:"http://www.w3.org/2005/Atom title"`
		Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Type string `xml:"type,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/2005/Atom link"`
	}
)

// link returns the only address of a relation.
func (c common) link(t *testing.T, rel string) string {
	t.Helper()
	var found []string
	for _, l := range c.Links {
		if l.Rel == rel {
			found = append(found, l.Href)
		}
	}
	if len(found) != 1 {
		t.Errorf("%v: %d links with rel=%s", c.ID, len(found), rel)
		return ""
	}
	return found[0]
}

// check checks what a feed and an entry have in common (4.1.1, 4.1.2).
func (c common) check(t *testing.T) {
	t.Helper()
	if len(c.ID) != 1 || len(c.Title) != 1 || len(c.Updated) != 1 {
		t.Fatalf("ids %q, titles %q, days %q: there must be one of each", c.ID, c.Title, c.Updated)
	}
	if u, err := url.Parse(c.ID[0]); err != nil || u.Scheme == "" || strings.TrimSpace(c.Title[0]) == "" {
		t.Errorf("id %q, title %q", c.ID[0], c.Title[0])
	}
	if _, err := time.Parse(time.RFC3339, c.Updated[0]); err != nil {
		t.Error(err)
	}
	for _, l := range c.Links {
		if u, err := url.Parse(l.Href); err != nil || !u.IsAbs() || l.Rel == "" {
			t.Errorf("a link %+v", l)
		}
	}
}

// checkFeed checks a feed that is published at an address.
func checkFeed(t *testing.T, address, text string) (ids []string) {
	t.Helper()
	var f feed
	if err := xml.Unmarshal([]byte(text), &f); err != nil {
		t.Fatal(err)
	}
	f.check(t)
	if got := f.link(t, "self"); got != address {
		t.Errorf("the feed at %s claims to be at %s", address, got)
	}
	if len(f.Author) != 1 || f.Author[0] == "" || f.Lang == "" || len(f.Entries) == 0 {
		t.Errorf("author %q, language %q, %d entries", f.Author, f.Lang, len(f.Entries))
	}
	seen := map[string]bool{f.ID[0]: true}
	for _, e := range f.Entries {
		e.check(t)
		if seen[e.ID[0]] {
			t.Errorf("the id %s is there twice", e.ID[0])
		}
		seen[e.ID[0]] = true
		ids = append(ids, e.ID[0])
		if e.Updated[0] > f.Updated[0] {
			t.Errorf("%s is newer than its feed", e.ID[0])
		}
		if page, _, _ := strings.Cut(e.link(t, "alternate"), "#"); page != f.link(t, "alternate") {
			t.Errorf("%s leads to %s", e.ID[0], page)
		}
	}
	return ids
}

var feedLink = regexp.MustCompile(`<link rel="alternate" type="application/atom\+xml" href="([^"]*)">`)

// Each language has a feed as RFC 4287 asks for, its entries lead to places that are
// there, and each page of the language leads to the feed.
func TestFeeds(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	feeds := map[string]string{"no": "no/endringer/feed.xml", "en": "en/changes/feed.xml"}
	ids := map[string]bool{}
	for language, name := range feeds {
		for _, id := range checkFeed(t, "https://example.org/"+name, files[name]) {
			if ids[id] {
				t.Errorf("%s is an entry in two languages", id)
			}
			ids[id] = true
			page := files[strings.TrimSuffix(name, "feed.xml")+"index.html"]
			if anchor := id[strings.LastIndexByte(id, '/')+1:]; !strings.Contains(page, `id="`+anchor+`"`) {
				t.Errorf("%s has no place %s", language, anchor)
			}
		}
		pages := 0
		for file, text := range files {
			if strings.HasPrefix(file, language+"/") && strings.HasSuffix(file, "/index.html") {
				pages++
				if m := feedLink.FindStringSubmatch(text); m == nil || m[1] != "/"+name {
					t.Errorf("%s leads to the feed %v", file, m)
				}
			}
		}
		if pages < 40 {
			t.Errorf("only %d pages in %s", pages, language)
		}
	}
}

// An entry keeps its id when newer ones come, also on its own day.
func TestFeedEntriesKeepTheirIDs(t *testing.T) {
	page := func(changes string) fstest.MapFS {
		return fstest.MapFS{
			"content/no/index.md": {Data: []byte("---\nkind: home\ntitle: Hjem\nsummary: H.\n---\n")},
			"content/no/changes.md": {
				Data: []byte("---\nkind: changes\ntitle: Endringer\nsummary: E.\nchanges:\n" + changes + "---\n"),
			},
		}
	}
	ids := func(changes string) []string {
		tree := page(changes)
		in, _, _ := trees(t, new(txtar.Archive))
		for name, f := range tree {
			in[name] = f
		}
		const name = "no/endringer/feed.xml"
		return checkFeed(t, "https://example.org/"+name, built(t, new(Builder), in)[name])
	}
	const old = "  - date: 2026-02-20\n    what: To.\n  - date: 2026-02-20\n    what: En.\n"
	before := ids(old)
	after := ids("  - date: 2026-02-21\n    what: Fire.\n  - date: 2026-02-20\n    what: Tre.\n" + old)
	if len(after) != 4 || after[2] != before[0] || after[3] != before[1] {
		t.Errorf("before %q, after %q", before, after)
	}
}

// The link for reporting an error names the address and the version of the page, and
// each page has another version.
func TestReports(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	report := regexp.MustCompile(`href="mailto:[^"?]*\?subject=([^"]*)"`)
	versions := map[string]string{}
	for _, e := range r.Site.Entries {
		m := report.FindStringSubmatch(files[e.Out])
		if m == nil {
			t.Errorf("%s: nobody to report an error to", e.Out)
			continue
		}
		subject, err := url.PathUnescape(m[1])
		address, version, ok := strings.Cut(subject, " ")
		isEscaped := err == nil && !strings.ContainsAny(m[1], "+&?/ ")
		if !isEscaped || !ok || address != "https://example.org"+e.URL || len(version) != 8 {
			t.Errorf("%s: the subject is %q", e.Out, m[1])
		}
		if other := versions[version]; other != "" {
			t.Errorf("%s and %s have the same version", e.Out, other)
		}
		versions[version] = e.Out
		if strings.Count(files[e.Out], version) < 2 {
			t.Errorf("%s: the version is not shown", e.Out)
		}
	}
}
