package resource

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// A long list of pages is divided, and sitemap.xml lists the parts: each page is in one.
func TestSitemaps(t *testing.T) {
	base, err := url.Parse("https://example.org/back/")
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Site: &site.Site{Base: "/back/"}, Base: base, Loose: true}
	for _, c := range []struct{ pages, parts int }{
		{10, 0},
		{sitemapLength - 1, 0}, // the language chooser is a page too
		{sitemapLength, 2},
		{2*sitemapLength + 5, 3},
	} {
		var entries []*site.Entry
		for i := range c.pages {
			entries = append(entries, &site.Entry{Page: &page.Page{Key: "x"}, URL: fmt.Sprintf("/back/no/%d/", i)})
		}
		files := map[string]string{}
		pages := 0
		for _, f := range Sitemaps(in, entries) {
			data, probs := f.Render()
			if len(probs) > 0 {
				t.Fatal(probs)
			}
			files[f.Path] = string(data)
			pages += strings.Count(string(data), "<url>")
		}
		if pages != c.pages+1 || len(files) != c.parts+1 {
			t.Errorf("%d pages: %d are in %d files", c.pages, pages, len(files))
		}
		for n := range c.parts {
			place := fmt.Sprintf("<loc>https://example.org/back/sitemap-%d.xml</loc>", n+1)
			if strings.Count(files["sitemap.xml"], place) != 1 {
				t.Errorf("%d pages: sitemap.xml lacks %s", c.pages, place)
			}
		}
	}
}
