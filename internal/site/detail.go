package site

import "rygghandboka/internal/page"

// A Detail is what only the pages of one kind have: *Exercise, *Programme, *Figure, *Changes,
// *Glossary, *References or *Links.
type Detail any

// A divided detail is a list that may be too long for one page.
type divided interface {
	// items returns what is listed on the page e. Links that are in seen are on the page
	// already, and weigh next to nothing.
	items(e *Entry, seen map[string]bool) []item
	// empty returns the detail with nothing in its list.
	empty() Detail
}

// newDetail returns the detail of a page of which nothing is linked yet.
func newDetail(p *page.Page) Detail {
	switch own := p.Own.(type) {
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

// Exercise returns the facts of an exercise, nil if the page is about none.
func (e *Entry) Exercise() *Exercise {
	x, _ := e.Detail.(*Exercise)
	return x
}

// Glossary returns the terms of a glossary, nil if there is no page or it is none.
func (e *Entry) Glossary() *Glossary {
	if e == nil {
		return nil
	}
	g, _ := e.Detail.(*Glossary)
	return g
}

// Diagram returns the drawing of a figure, nil if the page has none.
func (e *Entry) Diagram() *Diagram {
	d, _ := e.Detail.(*Diagram)
	return d
}
