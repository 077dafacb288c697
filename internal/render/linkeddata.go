package render

import (
	"cmp"
	"encoding/json"
	"html/template"
	"time"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/site"
)

// The page as schema.org describes it, for search engines: a MedicalWebPage with who
// publishes it, the pages above it, the works it cites and its translations. It is part
// of each page, so it is brief: a work is its address, which schema.org takes as Text. A
// review is named only where there has been one that holds, with its text if something has
// changed since; and a change only where the list of changes names the page.
type (
	medicalWebPage struct {
		Context            string           `json:"@context"`
		Type               string           `json:"@type"`
		ID                 string           `json:"@id"`
		Name               string           `json:"name"`
		Description        string           `json:"description"`
		InLanguage         string           `json:"inLanguage"`
		License            string           `json:"license"`
		IsPartOf           named            `json:"isPartOf"`
		Publisher          *named           `json:"publisher,omitempty"`
		Breadcrumb         *breadcrumbList  `json:"breadcrumb,omitempty"`
		DateModified       string           `json:"dateModified,omitempty"`
		LastReviewed       string           `json:"lastReviewed,omitempty"`
		ReviewedBy         *named           `json:"reviewedBy,omitempty"`
		CreativeWorkStatus string           `json:"creativeWorkStatus,omitempty"`
		Citation           []string         `json:"citation,omitempty"`
		WorkTranslation    []translatedPage `json:"workTranslation,omitempty"`
	}
	// A named thing is a WebSite, a Project (of people, with or without an
	// organisation) or a Person.
	named struct {
		Type     string `json:"@type"`
		ID       string `json:"@id,omitempty"`
		Name     string `json:"name"`
		JobTitle string `json:"jobTitle,omitempty"`
	}
	breadcrumbList struct {
		Type  string     `json:"@type"`
		Items []listItem `json:"itemListElement"`
	}
	listItem struct {
		Type     string `json:"@type"`
		Position int    `json:"position"` // from 1
		Name     string `json:"name"`
		Item     string `json:"item"`
	}
	translatedPage struct {
		Type       string `json:"@type"`
		ID         string `json:"@id"`
		InLanguage string `json:"inLanguage"`
	}
)

// linkedData returns the page's description as JSON-LD.
func (r *renderer) linkedData(e *site.Entry) (template.JS, error) {
	origin := r.origin()
	d := medicalWebPage{
		Context:     "https://schema.org",
		Type:        "MedicalWebPage",
		ID:          origin + e.URL,
		Name:        e.Title.Text,
		Description: e.Summary.Text,
		InLanguage:  e.Language.Tag.String(),
		License:     resource.License,
		IsPartOf: named{
			Type: "WebSite",
			ID:   origin + r.site.Base + string(e.Lang) + "/",
			Name: r.word(e.Lang, "site"),
		},
		Breadcrumb:   breadcrumbs(origin, e.Trail),
		DateModified: e.Changed.String(),
	}
	if by := resource.Publisher(r.site, e.Lang); by != "" {
		d.Publisher = &named{Type: "Project", Name: by}
	}
	if state := e.Review; state != nil && !state.Suspended() {
		d.LastReviewed = state.On.Format(time.DateOnly)
		d.ReviewedBy = &named{Type: "Person", Name: state.By.Name, JobTitle: state.By.Role}
		if state.Overdue || len(state.Changed) > 0 {
			d.CreativeWorkStatus = r.reviewText(e)
		}
	}
	for _, r := range e.References {
		d.Citation = append(d.Citation, identity(r.Work.Work))
	}
	for _, t := range e.Translations {
		d.WorkTranslation = append(d.WorkTranslation, translatedPage{"MedicalWebPage", origin + t.URL, t.Tag})
	}
	data, err := json.Marshal(d)
	return template.JS(data), err
}

// breadcrumbs returns the pages above a page, nil if there are none.
func breadcrumbs(origin string, trail []site.Stub) *breadcrumbList {
	if len(trail) == 0 {
		return nil
	}
	list := &breadcrumbList{Type: "BreadcrumbList"}
	for i, above := range trail {
		list.Items = append(list.Items, listItem{"ListItem", i + 1, above.Title, origin + above.URL})
	}
	return list
}

// identity returns the shortest name of a work that nobody takes for another's.
func identity(w *bib.Work) string {
	switch {
	case w.DOI != "":
		return "https://doi.org/" + w.DOI
	case w.PMID != "":
		return "https://pubmed.ncbi.nlm.nih.gov/" + w.PMID + "/"
	}
	return cmp.Or(w.URL, bib.Plain(w.Title))
}
