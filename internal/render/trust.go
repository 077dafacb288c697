package render

import (
	"html/template"
	"net/url"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// The pages of which the foot of each page speaks, by their keys, and the sections of
// the one on the handbook. A site that lacks some has a shorter foot.
const (
	aboutKey         = "about"
	privacyKey       = "privacy"
	accessibilityKey = "accessibility"

	publisherSection = "publisher"
	sourcesSection   = "sources"
)

// trustView is what partials/trust.html sees. It is printed once for each language.
type trustView struct {
	Publisher string // "" if nobody is named
	About     string // the address of what is said of the publisher, or ""
	Links     []site.Stub
	Source    string // the address of text and program, or ""
}

// A trust is what all pages of a language say of the handbook.
type trust struct {
	foot      template.HTML // partials/trust.html
	feed      string        // the address of the feed, "" without one
	publisher string        // "" if nobody is named
}

// trusts prints what all pages say of the handbook.
func (p *printer) trusts() (probs diag.List) {
	pages := map[lang.Lang]map[string]*site.Entry{}
	for _, e := range p.site.Entries {
		if pages[e.Lang] == nil {
			pages[e.Lang] = map[string]*site.Entry{}
		}
		pages[e.Lang][e.Key] = e
	}
	p.trust = map[lang.Lang]trust{}
	for _, l := range p.site.Languages {
		in, pages := l.Lang, pages[l.Lang]
		t, v := trust{}, trustView{}
		if by := p.site.Publisher; by != nil {
			t.publisher, v.Source = by.Name[string(in)].Text, by.Source.Text
			v.Publisher = t.publisher
		}
		v.About, v.Links = sources(pages[aboutKey])
		for _, key := range []string{page.ChangesKey, privacyKey, accessibilityKey} {
			if e := pages[key]; e != nil {
				v.Links = append(v.Links, e.Stub())
			}
		}
		if e := pages[page.ChangesKey]; e != nil && e.Kind == page.ChangesKind {
			t.feed = e.URL + feedName
		}
		foot, more := p.layouts.sets[in].execute("partials/trust.html", v)
		probs = append(probs, more...)
		t.foot = template.HTML(foot)
		p.trust[in] = t
	}
	return probs
}

// sources returns where the page on the handbook says who publishes it, and a link to
// what it builds on.
func sources(about *site.Entry) (publisher string, links []site.Stub) {
	if about == nil {
		return "", nil
	}
	publisher = about.URL
	for _, h := range about.Headings {
		switch h.ID {
		case publisherSection:
			publisher = about.URL + "#" + h.ID
		case sourcesSection:
			links = append(links, site.Stub{Lang: about.Lang, Title: h.Text, URL: about.URL + "#" + h.ID})
		}
	}
	return publisher, links
}

// report returns where a reader reports an error in e, or "" if nobody answers. A letter
// has a subject that says which page and version it is about.
func (p *printer) report(e *site.Entry, version string) string {
	by := p.site.Publisher
	switch {
	case by == nil:
		return ""
	case !publisher.IsMail(by.Report.Text):
		return by.Report.Text
	}
	subject := url.QueryEscape(p.origin + e.URL + " " + version)
	return by.Report.Text + "?subject=" + strings.ReplaceAll(subject, "+", "%20") // a plus is a plus in RFC 6068
}
