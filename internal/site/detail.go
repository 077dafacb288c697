package site

import "rygghandboka/internal/page"

// NewDetail returns the detail of a page of which nothing is linked yet.
func NewDetail(p *page.Page) Detail {
	switch own := p.Own.(type) {
	case *page.Home:
		return &Home{}
	case *page.Programme:
		return &Programme{}
	case *page.Changes:
		return &Changes{}
	case *page.Glossary:
		return newGlossary(own)
	}
	if p.Kind == page.ReferencesKind {
		return &References{}
	}
	return nil
}
