package render

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// worker returns the address of the service worker of a language. A draft has none: an
// author must not see a page of yesterday.
func (p *printer) worker(l lang.Lang) string {
	if p.Draft {
		return ""
	}
	return p.Base.Path + public.WorkerPath(l)
}

// offline prints the page of one language.
func (p *printer) offline(home site.Translation) public.File {
	v := &view{Tag: home.Tag, URL: home.URL}
	return public.File{Path: public.OfflinePath(home.Lang), Offline: true, Lang: home.Lang,
		Render: func() ([]byte, diag.List) { return p.layouts.sets[home.Lang].execute("offline.html", v) }}
}
