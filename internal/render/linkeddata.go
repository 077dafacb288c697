package render

import (
	"encoding/json"
	"html/template"

	"rygghandboka/internal/site"
)

// The page as schema.org describes it, for search engines: a MedicalWebPage
// with the works it cites and its translations. A review is named only where
// there has been one.
type (
	medicalWebPage struct {
		Context         string           `json:"@context"`
		Type            string           `json:"@type"`
		ID              string           `json:"@id"`
		Name            string           `json:"name"`
		Description     string           `json:"description"`
		InLanguage      string           `json:"inLanguage"`
		License         string           `json:"license"`
		LastReviewed    string           `json:"lastReviewed,omitempty"`
		ReviewedBy      *person          `json:"reviewedBy,omitempty"`
		Citation        []scholarlyWork  `json:"citation,omitempty"`
		WorkTranslation []translatedPage `json:"workTranslation,omitempty"`
	}
	person struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	scholarlyWork struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		Same string `json:"sameAs,omitempty"`
	}
	translatedPage struct {
		Type       string `json:"@type"`
		ID         string `json:"@id"`
		InLanguage string `json:"inLanguage"`
	}
)

// license is that of the handbook's text.
const license = "https://creativecommons.org/licenses/by-sa/4.0/"

// linkedData returns the page's description as JSON-LD.
func (p *printer) linkedData(e *site.Entry) (template.JS, error) {
	d := medicalWebPage{
		Context: "https://schema.org", Type: "MedicalWebPage", ID: p.origin + e.URL,
		Name: e.Title.Text, Description: e.Summary.Text, InLanguage: e.Language.Tag.String(), License: license,
	}
	if e.Reviewer.Text != "" {
		d.LastReviewed, d.ReviewedBy = e.Reviewed.String(), &person{"Person", e.Reviewer.Text}
	}
	for _, r := range e.References {
		w := scholarlyWork{"CreativeWork", r.Work.Title, r.Work.URL}
		if r.Work.Type == "article-journal" {
			w.Type = "ScholarlyArticle"
		}
		if r.Work.DOI != "" {
			w.Same = "https://doi.org/" + r.Work.DOI
		}
		d.Citation = append(d.Citation, w)
	}
	for _, t := range e.Translations {
		d.WorkTranslation = append(d.WorkTranslation, translatedPage{"MedicalWebPage", p.origin + t.URL, t.Tag})
	}
	data, err := json.Marshal(d)
	return template.JS(data), err
}
