package render

import "rygghandboka/internal/site"

// A linksDetail is what links.html shows: a list of links that has a page of its own.
type linksDetail struct{ Groups []backlinks }

func (r *renderer) linksDetail(e *site.Entry, links *site.Links) *linksDetail {
	return &linksDetail{Groups: r.backlinks(e, links.Groups)}
}
