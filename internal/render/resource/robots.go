package resource

import (
	"fmt"

	"rygghandboka/internal/base/public"
)

// RobotsPath is where search engines look for what they may read.
const RobotsPath = "robots.txt"

// Robots is robots.txt, which tells search engines of the sitemap and forbids nothing; nil
// for a site below the top of a host, where nobody looks for it.
func Robots(in Input) *public.File {
	if in.Site.Base != "/" {
		return nil
	}
	text := fmt.Sprintf("User-agent: *\nAllow: /\n\nSitemap: %s/%s\n", public.Origin(in.Base), sitemapName)
	return &public.File{Path: RobotsPath, Render: public.Bytes([]byte(text))}
}
