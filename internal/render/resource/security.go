package resource

import (
	"fmt"
	"strings"

	"rygghandboka/internal/base/public"
)

// securityPath is where people look for the address to which a vulnerability of a site is
// reported (RFC 9116).
const securityPath = ".well-known/security.txt"

// Security is security.txt, nil if there is none. It belongs to a host: a site below the
// top of one has none.
func Security(in Input) *public.File {
	by := in.Site.Publisher
	if by == nil || in.Site.Base != "/" {
		return nil
	}
	var tags []string
	for _, l := range in.Site.Languages {
		tags = append(tags, l.Tag.String())
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Contact: %s\n", by.Security.Text)
	fmt.Fprintf(&b, "Expires: %sT00:00:00Z\n", by.Expires)
	fmt.Fprintf(&b, "Preferred-Languages: %s\n", strings.Join(tags, ", "))
	fmt.Fprintf(&b, "Canonical: %s/%s\n", public.Origin(in.Base), securityPath)
	return &public.File{Path: securityPath, Render: public.Bytes([]byte(b.String()))}
}
