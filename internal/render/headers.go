package render

import "strings"

// policy is the Content-Security-Policy of pages: nothing from elsewhere, no style or
// script but those in files of the site, no frames, and no text that becomes a script's
// address or markup but through the policies named here, each of which lets only
// addresses of the site through.
var policy = []string{
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

// MetaPolicy is what a page says of itself, for hosts that send no headers.
var MetaPolicy = strings.Join(policy, "; ")

// Policy is MetaPolicy and what only a header can say: who may frame a page, and what a
// service worker may fetch, which hears nothing of the policy in pages.
var Policy = MetaPolicy + "; connect-src 'self'; frame-ancestors 'none'"

// FigurePolicy is that of the SVG files of figures, which bring their colours with them
// and may load nothing. A browser may hold a picture to the policy it is sent with.
const FigurePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

// Headers are the other headers that the site is to be served with: build serve
// does; elsewhere it is up to the host, for whom package host writes them out. They
// let no other site read it, and tell none where a reader came from.
var Headers = map[string]string{
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), geolocation=(), microphone=()",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
}
