// Package resource renders the files of a site that are not pages: for feed readers,
// search engines, reference managers, the scripts of pages, and devices.
//
// The files, each of which uses only those above it:
//
//	resource.go    what all are made of
//	stylesheet.go  style sheets that depend on the site: of filters, and of the design page
//	citation.go    works for reference managers
//	feed.go        the list of changes, for feed readers
//	sitemap.go     sitemap.xml, divided if it is long
//	security.go    security.txt
//	robots.go      robots.txt
//	socialcard.go  the pictures shown beside links to pages, and the icons
//	manifest.go    the web app manifests
//	pdf.go         which pages are also PDF files
//	dosage.go      a dosage for the script that composes handouts
//	composer.go    the data of that script
//	search.go      the files in which a reader's browser searches
package resource

import (
	"net/url"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// An Input is what resources are made of.
type Input struct {
	Site    *site.Site
	Base    *url.URL // where the site is published
	Loose   bool     // do not minify: for comparison in tests
	Preview bool     // for authors
}

// License is that of the handbook's text.
const License = "https://creativecommons.org/licenses/by-sa/4.0/"

// Publisher returns the name of the publisher in a language, or "" if nobody is named.
func Publisher(s *site.Site, in lang.Lang) string {
	if s.Publisher == nil {
		return ""
	}
	return s.Publisher.Name[string(in)].Text
}

// word returns a word of the layouts, "" if there is none, which has been reported.
func word(s *site.Site, in lang.Lang, key string) string {
	w, _ := s.Words.Word(in, key)
	return w
}

// rendered is the Render function of a file whose content may fail.
func rendered(name string, content func() ([]byte, error)) func() ([]byte, diag.List) {
	return func() ([]byte, diag.List) {
		data, err := content()
		if err != nil {
			return nil, diag.List{diag.Errorf(name, 0, "%v", err)}
		}
		return data, nil
	}
}
