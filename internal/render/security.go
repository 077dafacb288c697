package render

import (
	"fmt"
	"strings"

	"rygghandboka/internal/base/diag"
)

// SecurityPath is where people look for whom to tell of a hole in a site (RFC 9116).
const SecurityPath = ".well-known/security.txt"

// security is security.txt. It belongs to a host: a site below the top of one has none.
func (p *printer) security() ([]byte, diag.List) {
	var tags []string
	for _, l := range p.site.Languages {
		tags = append(tags, l.Tag.String())
	}
	by := p.site.Publisher
	return fmt.Appendf(nil, "Contact: %s\nExpires: %sT00:00:00Z\nPreferred-Languages: %s\nCanonical: %s/%s\n",
		by.Security.Text, by.Expires, strings.Join(tags, ", "), p.origin, SecurityPath), nil
}
