package render

import (
	"html/template"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// page renders one page.
func (r *renderer) page(e *site.Entry) ([]byte, diag.List) {
	body := &body{sections: e.Kind == page.Exercise || e.Kind == page.Programme}
	probs := r.writeBody(body, e, e.Body, e.Targets, 0)
	body.endSection()
	v, more := r.view(e, template.HTML(body.String()))
	if probs = append(probs, more...); len(probs) > 0 {
		return nil, probs
	}
	v.Version = version(e, body)
	v.Report = r.report(e, v.Version)
	return r.layouts.Execute(e.Lang, string(e.Kind)+".html", v)
}

// view returns what a layout sees of e.
func (r *renderer) view(e *site.Entry, content template.HTML) (*view, diag.List) {
	v := &view{
		head:       r.newHead(e, content),
		navigation: r.newNavigation(e),
		text:       r.newText(e, content),
	}
	v.Styles = r.styles(e)
	var probs, more diag.List
	var err error
	if v.LinkedData, err = r.linkedData(e); err != nil {
		probs = append(probs, diag.Errorf(e.Path, 0, "linked data: %v", err))
	}
	v.References, more = r.references(e)
	probs = append(probs, more...)
	v.Detail, more = r.detail(e)
	return v, append(probs, more...)
}

// styles returns the generated style sheets of a page.
func (r *renderer) styles(e *site.Entry) (list []styleSheet) {
	if len(e.Filter) > 0 {
		list = append(list, r.filters)
	}
	if e.Kind == page.Design {
		list = append(list, r.tokens)
	}
	return list
}

// detail returns what only the kind of e has.
func (r *renderer) detail(e *site.Entry) (detail any, probs diag.List) {
	var err error
	switch e.Kind {
	case page.Exercise:
		detail, err = r.exerciseDetail(e)
	case page.Programme:
		detail, err = r.programmeDetail(e)
	case page.Factbox:
		detail, err = r.factboxDetail(e)
	case page.Figure:
		detail = newFigureDetail(e)
	case page.Glossary:
		detail = newGlossaryDetail(e)
	case page.Changes:
		detail = r.changesDetail(e)
	case page.References:
		detail, probs = r.referencesDetail(e)
	case page.Handout:
		detail, probs = r.composerDetail()
	case page.Design:
		detail = r.designDetail(e)
	case page.Home, page.Plain:
		detail = newIndexDetail(e)
	case site.Links:
		detail = r.linksDetail(e)
	}
	if err != nil {
		probs = append(probs, diag.Errorf(e.Path, 0, "%v", err))
	}
	return detail, probs
}
