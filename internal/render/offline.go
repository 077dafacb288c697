package render

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// OfflinePath is the page that a reader without a network sees in the place of one that
// is not kept.
func OfflinePath(l lang.Lang) string { return string(l) + "/offline.html" }

// WorkerPath is the service worker of a language (package host makes it). It answers for
// the pages below it.
func WorkerPath(l lang.Lang) string { return string(l) + "/worker.js" }

// worker returns the address of the service worker of a language. A draft has none: an
// author must not see a page of yesterday.
func (p *printer) worker(l lang.Lang) string {
	if p.Draft {
		return ""
	}
	return p.Base.Path + WorkerPath(l)
}

// offline prints the page of one language.
func (p *printer) offline(home site.Translation) Output {
	v := &view{Tag: home.Tag, URL: home.URL}
	return Output{Path: OfflinePath(home.Lang), Offline: true, Lang: home.Lang,
		Print: func() ([]byte, diag.List) { return p.layouts.sets[home.Lang].execute("offline.html", v) }}
}
