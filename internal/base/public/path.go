package public

import (
	"net/url"

	"rygghandboka/internal/text/lang"
)

// Origin returns the scheme and host of a site, without a slash at the end.
func Origin(base *url.URL) string { return base.Scheme + "://" + base.Host }

// OfflinePath is the page that a reader without a network gets in the place of one that
// is not cached.
func OfflinePath(l lang.Lang) string { return string(l) + "/offline.html" }

// WorkerPath is the service worker of a language (package host makes it). It answers for
// the pages below it.
func WorkerPath(l lang.Lang) string { return string(l) + "/worker.js" }
