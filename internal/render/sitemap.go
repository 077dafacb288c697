package render

import (
	"encoding/xml"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
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

// sitemap lists every page with its translations and itself. A home page's
// x-default is the language chooser.
func (p *printer) sitemap() ([]byte, diag.List) {
	set := urlset{NS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	set.URLs = append(set.URLs, sitemapURL{Loc: p.origin + p.site.Base, Links: p.homes()})
	for _, e := range p.entries {
		u := sitemapURL{Loc: p.origin + e.URL}
		if e.Key == "index" && e == e.First() {
			u.Links = p.homes()
		} else if len(e.Translations) > 0 {
			u.Links = append(u.Links, alternate{"alternate", e.Language.Tag.String(), p.origin + e.URL})
			for _, t := range e.Translations {
				u.Links = append(u.Links, alternate{"alternate", t.Tag, p.origin + t.URL})
			}
		}
		set.URLs = append(set.URLs, u)
	}
	data, err := xml.Marshal(set)
	if err == nil && !p.Loose {
		data, err = minify.Bytes("xml", data)
	}
	if err != nil {
		return nil, diag.List{diag.Errorf("sitemap.xml", 0, "%v", err)}
	}
	return append([]byte(xml.Header), data...), nil
}

func (p *printer) homes() (links []alternate) {
	for _, t := range p.site.Homes {
		links = append(links, alternate{"alternate", t.Tag, p.origin + t.URL})
	}
	return append(links, alternate{"alternate", "x-default", p.origin + p.site.Base})
}
