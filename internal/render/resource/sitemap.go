package resource

import (
	"encoding/xml"
	"fmt"
	"slices"

	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
)

// sitemapLength is how many pages one sitemap has. A search engine takes 50,000 at most, of
// 50 MB in all, which that many pages in many languages would exceed.
const sitemapLength = 10_000

// The shape of sitemap.xml, as sitemaps.org and its hreflang extension have it: a list of
// pages, or of sitemaps.
type (
	sitemapIndex struct {
		XMLName  xml.Name     `xml:"sitemapindex"`
		NS       string       `xml:"xmlns,attr"`
		Sitemaps []sitemapURL `xml:"sitemap"`
	}
	urlset struct {
		XMLName xml.Name     `xml:"urlset"`
		NS      string       `xml:"xmlns,attr"`
		XHTML   string       `xml:"xmlns:xhtml,attr"`
		URLs    []sitemapURL `xml:"url"`
	}
	sitemapURL struct {
		Loc   string      `xml:"loc"`
		Links []alternate `xml:"xhtml:link"`
	}
	alternate struct {
		Rel  string `xml:"rel,attr"`
		Lang string `xml:"hreflang,attr"`
		Href string `xml:"href,attr"`
	}
)

const sitemapName, sitemapNS = "sitemap.xml", "http://www.sitemaps.org/schemas/sitemap/0.9"

// Sitemaps list every page with its translations and itself. A home page's x-default is the
// language chooser. If there is more than one, sitemap.xml lists them: sitemap-1.xml and so
// on.
func Sitemaps(in Input, entries []*site.Entry) []public.File {
	urls := sitemapURLs(in, entries)
	if len(urls) <= sitemapLength {
		return []public.File{sitemap(in, sitemapName, newURLSet(urls))}
	}
	index := sitemapIndex{NS: sitemapNS}
	var files []public.File
	for part := range slices.Chunk(urls, sitemapLength) {
		name := fmt.Sprintf("sitemap-%d.xml", len(files)+1)
		files = append(files, sitemap(in, name, newURLSet(part)))
		index.Sitemaps = append(index.Sitemaps, sitemapURL{Loc: public.Origin(in.Base) + in.Site.Base + name})
	}
	return append(files, sitemap(in, sitemapName, index))
}

// sitemap returns the file of a list.
func sitemap(in Input, name string, list any) public.File {
	return public.File{Path: name, Render: rendered(name, func() ([]byte, error) {
		data, err := xml.Marshal(list)
		if err == nil && !in.Loose {
			data, err = minify.Bytes("xml", data)
		}
		if err != nil {
			return nil, err
		}
		return append([]byte(xml.Header), data...), nil
	})}
}

func newURLSet(urls []sitemapURL) urlset {
	return urlset{NS: sitemapNS, XHTML: "http://www.w3.org/1999/xhtml", URLs: urls}
}

func sitemapURLs(in Input, entries []*site.Entry) []sitemapURL {
	origin := public.Origin(in.Base)
	homes := homes(in)
	urls := []sitemapURL{{Loc: origin + in.Site.Base, Links: homes}}
	for _, e := range entries {
		u := sitemapURL{Loc: origin + e.URL}
		if e.Key == "index" && e == e.First() {
			u.Links = homes
		} else if len(e.Translations) > 0 {
			u.Links = append(u.Links, alternate{"alternate", e.Language.Tag.String(), origin + e.URL})
			u.Links = append(u.Links, alternates(origin, e.Translations)...)
		}
		urls = append(urls, u)
	}
	return urls
}

// homes returns the links between the home pages, and to the language chooser.
func homes(in Input) []alternate {
	origin := public.Origin(in.Base)
	return append(alternates(origin, in.Site.Homes), alternate{"alternate", "x-default", origin + in.Site.Base})
}

func alternates(origin string, pages []site.Translation) (links []alternate) {
	for _, t := range pages {
		links = append(links, alternate{"alternate", t.Tag, origin + t.URL})
	}
	return links
}
