package render

import (
	"net/url"
	"strings"

	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/site"
)

// report returns where a reader reports an error in e, or "" if nobody answers. A letter
// has a subject with the page and the version that it is about.
func (s *shared) report(e *site.Entry, version string) string {
	by := s.site.Publisher
	if by == nil {
		return ""
	}
	to := by.Report.Text
	if !publisher.IsMail(to) {
		return to
	}
	subject := url.QueryEscape(s.origin() + e.URL + " " + version)
	return to + "?subject=" + strings.ReplaceAll(subject, "+", "%20") // a plus is a plus in RFC 6068
}
