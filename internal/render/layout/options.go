package layout

import "net/url"

// Options are the settings that layouts and static files depend on.
type Options struct {
	Base    *url.URL // where the site is published
	Loose   bool     // do not minify: for comparison in tests
	Preview bool     // for authors: see Integrity
}
