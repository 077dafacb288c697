package render

import (
	"html/template"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/render/layout"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// The pages that the footer links, by their keys, and the sections of the one on the
// handbook. A site that lacks some has a shorter footer.
const (
	aboutKey         = "about"
	privacyKey       = "privacy"
	accessibilityKey = "accessibility"

	publisherSection = "publisher"
	sourcesSection   = "sources"
)

// footerView is the data of partials/footer.html. It is rendered once for each language.
type footerView struct {
	Publisher string // "" if nobody is named
	About     string // the address of what the handbook has on the publisher, or ""
	Links     []site.Stub
	Source    string // the address of text and program, or ""
}

// renderFooters renders the footer of the pages of each language.
func renderFooters(
	s *site.Site, l *layout.Layouts,
) (footers map[lang.Lang]template.HTML, probs diag.List) {
	footers = map[lang.Lang]template.HTML{}
	for _, language := range s.Languages {
		in := language.Lang
		b, more := l.Execute(in, "partials/footer.html", newFooterView(s, in))
		probs = append(probs, more...)
		footers[in] = template.HTML(b)
	}
	return footers, probs
}

func newFooterView(s *site.Site, in lang.Lang) footerView {
	v := footerView{Publisher: resource.Publisher(s, in)}
	if s.Publisher != nil {
		v.Source = s.Publisher.Source.Text
	}
	about, sources := aboutLinks(find(s, in, aboutKey))
	v.About, v.Links = about, append(footPages(s, in), sources...)
	for _, key := range []string{page.ChangesKey, privacyKey, accessibilityKey} {
		if e := find(s, in, key); e != nil {
			v.Links = append(v.Links, e.Stub())
		}
	}
	return v
}

// footPages returns the pages that authors have moved from the menu to the foot.
func footPages(s *site.Site, in lang.Lang) (list []site.Stub) {
	home := find(s, in, "index")
	if home == nil || home.Index == nil {
		return nil
	}
	for _, c := range home.Index.Children {
		if c.Foot && !c.Draft {
			list = append(list, c.Stub)
		}
	}
	return list
}

// feeds returns the address of the feed of each language that has one.
func feeds(s *site.Site) map[lang.Lang]string {
	addresses := map[lang.Lang]string{}
	for _, l := range s.Languages {
		if e := find(s, l.Lang, page.ChangesKey); e != nil && e.Kind == page.ChangesKind {
			addresses[l.Lang] = e.URL + resource.FeedName
		}
	}
	return addresses
}

// aboutLinks returns where the page on the handbook names its publisher, and a link to
// its sources.
func aboutLinks(about *site.Entry) (publisher string, links []site.Stub) {
	if about == nil {
		return "", nil
	}
	publisher = about.URL
	for _, h := range about.Headings {
		url := about.URL + "#" + h.ID
		switch h.ID {
		case publisherSection:
			publisher = url
		case sourcesSection:
			links = append(links, site.Stub{Lang: about.Lang, Title: h.Text, URL: url})
		}
	}
	return publisher, links
}
