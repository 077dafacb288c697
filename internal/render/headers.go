package render

// Policy is the Content-Security-Policy of the site: nothing from elsewhere, no
// style or script but those in files of its own, no frames.
const Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// FigurePolicy is that of the SVG files of figures, which bring their colours with them
// and may load nothing. A browser may hold a picture to the policy it is sent with.
const FigurePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

// Headers are the other headers that the site is to be served with: build serve
// does; elsewhere it is up to the host. They let no other site read it, and tell
// none where a reader came from.
var Headers = map[string]string{
	"Cross-Origin-Resource-Policy": "same-origin",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
}
