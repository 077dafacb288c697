// Package csp contains the Content-Security-Policy of the site and the other headers
// with which it is served.
package csp

import "strings"

// directives is the policy of pages: nothing from elsewhere, no style or script but those
// in files of the site, no frames, and no text that becomes a script's address or markup
// but through the policies named here, each of which accepts only addresses of the site.
var directives = []string{
	"default-src 'none'",
	"style-src 'self'",
	"script-src 'self'",
	"img-src 'self'",
	"manifest-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types search offline",
}

// Meta is the policy in the markup of each page, for hosts that send no headers.
var Meta = strings.Join(directives, "; ")

// Header is Meta and what only a header can contain: who may frame a page, and what a
// service worker may fetch, to which the policy in pages does not apply.
var Header = Meta + "; connect-src 'self'; frame-ancestors 'none'"

// Figure is the policy of the SVG files of figures, which contain their colours and may
// load nothing. A browser may apply to a picture the policy it is sent with.
const Figure = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

// FileHeaders are the other headers that every file is to be served with, and PageHeaders
// those of pages: build serve sends them; elsewhere it is up to the host, for whom package
// host writes them out. They keep other sites from reading the site, and do not reveal where
// a reader came from. What only a page can do is sent with pages only.
var (
	FileHeaders = map[string]string{
		"Cross-Origin-Resource-Policy": "same-origin",
		"X-Content-Type-Options":       "nosniff",
	}
	PageHeaders = map[string]string{
		"Cross-Origin-Opener-Policy": "same-origin",
		"Permissions-Policy":         "camera=(), geolocation=(), microphone=()",
		"Referrer-Policy":            "no-referrer",
	}
)
