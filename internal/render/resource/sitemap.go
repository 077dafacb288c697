package resource

import (
	"encoding/xml"

	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
)

// The shape of sitemap.xml, as sitemaps.org and its hreflang extension have it.
type (
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

// Sitemap lists every page with its translations and itself. A home page's
// x-default is the language chooser.
func Sitemap(in Input, entries []*site.Entry) public.File {
	const name = "sitemap.xml"
	return public.File{Path: name, Render: rendered(name, func() ([]byte, error) {
		data, err := xml.Marshal(sitemap(in, entries))
		if err == nil && !in.Loose {
			data, err = minify.Bytes("xml", data)
		}
		if err != nil {
			return nil, err
		}
		return append([]byte(xml.Header), data...), nil
	})}
}

func sitemap(in Input, entries []*site.Entry) urlset {
	origin := public.Origin(in.Base)
	homes := homes(in)
	set := urlset{
		NS:    "http://www.sitemaps.org/schemas/sitemap/0.9",
		XHTML: "http://www.w3.org/1999/xhtml",
		URLs:  []sitemapURL{{Loc: origin + in.Site.Base, Links: homes}},
	}
	for _, e := range entries {
		u := sitemapURL{Loc: origin + e.URL}
		if e.Key == "index" && e == e.First() {
			u.Links = homes
		} else if len(e.Translations) > 0 {
			u.Links = append(u.Links, alternate{"alternate", e.Language.Tag.String(), origin + e.URL})
			u.Links = append(u.Links, alternates(origin, e.Translations)...)
		}
		set.URLs = append(set.URLs, u)
	}
	return set
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
