package render

import (
	"html/template"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
)

// page renders one page.
func (r *renderer) page(e *site.Entry) ([]byte, diag.List) {
	body := &body{level: 1, sections: e.Kind.Traits().Sections}
	probs := r.writeBody(body, e, e.Body, e.Targets, 0)
	body.endSection()
	v, more := r.view(e, template.HTML(body.String()))
	probs = append(probs, more...)
	if d, ok := v.Detail.(*programmeDetail); ok && len(probs) == 0 {
		probs = r.divideProgramme(d, e, body)
	}
	if len(probs) > 0 {
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
		Own:        e.Own,
	}
	v.Styles = r.styles(e)
	var probs, more diag.List
	var err error
	if v.LinkedData, err = r.linkedData(e); err != nil {
		probs = append(probs, diag.Errorf(e.Path, 0, "linked data: %v", err))
	}
	v.References, more = r.references(e)
	probs = append(probs, more...)
	v.Detail, more = r.detail(e, content)
	return v, append(probs, more...)
}

// styles returns the generated style sheets of a page.
func (r *renderer) styles(e *site.Entry) (list []styleSheet) {
	if e.HasFilter() {
		list = append(list, r.filters)
	}
	if e.Kind == page.DesignKind {
		list = append(list, r.tokens)
	}
	return list
}

// detail returns what only the kind of e has.
func (r *renderer) detail(e *site.Entry, content template.HTML) (detail any, probs diag.List) {
	var err error
	switch linked := e.Detail.(type) {
	case *site.Exercise:
		detail, err = r.exerciseDetail(e, linked)
	case *site.Programme:
		detail, err = r.programmeDetail(e, linked)
	case *site.Home:
		detail = r.newHomeDetail(e, linked, content)
	case *site.Diagram:
		detail = &figureDetail{Diagram: linked}
	case *site.Glossary:
		detail = newGlossaryDetail(e, linked)
	case *site.Changes:
		detail = r.changesDetail(e, linked)
	case *site.References:
		detail, probs = r.referencesDetail(e, linked)
	case *site.Links:
		detail = r.linksDetail(e, linked)
	default:
		detail, probs, err = r.unlinkedDetail(e)
	}
	if err != nil {
		probs = append(probs, diag.Errorf(e.Path, 0, "%v", err))
	}
	return detail, probs
}

// unlinkedDetail returns what only the kind of e has, if package link knows nothing of it.
func (r *renderer) unlinkedDetail(e *site.Entry) (detail any, probs diag.List, err error) {
	switch {
	case e.Kind == page.HandoutKind:
		detail, probs = r.composerDetail()
	case e.Kind == page.DesignKind:
		detail = r.designDetail(e)
	case e.Kind.Traits().Handout:
		detail, err = r.factboxDetail(e)
	default:
		detail = r.newIndexDetail(e)
	}
	return detail, probs, err
}
