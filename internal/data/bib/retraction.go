package bib

import (
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
)

// RetractionPath is the file of retracted works in the input tree.
const RetractionPath = "content/shared/retractions.yaml"

// A Retraction is of the work with its DOI or its PMID.
type Retraction struct {
	DOI    strict.Text `yaml:"doi,optional"`
	PMID   strict.Text `yaml:"pmid,optional"`
	Date   strict.Date `yaml:"date"`
	Reason strict.Text `yaml:"reason"`
}

// Retractions are the works known to be retracted.
type Retractions struct {
	Works []Retraction `yaml:"works"`
}

// ParseRetractions reads the list. A missing file is an empty list.
func ParseRetractions(f source.File) (*Retractions, diag.List) {
	r := &Retractions{}
	if len(f.Data) == 0 {
		return r, nil
	}
	doc, probs := strict.Parse(f.Path, string(f.Data), 0)
	if doc == nil {
		return r, probs
	}
	return r, doc.Decode(r)
}

// RetractionSchema returns the JSON Schema of the list.
func RetractionSchema() strict.Schema { return strict.SchemaOf(&Retractions{}) }

// Find returns the retraction of a work, and whether there is one.
func (r *Retractions) Find(w *Work) (Retraction, bool) {
	for _, x := range r.Works {
		sameDOI := x.DOI.Text != "" && strings.EqualFold(x.DOI.Text, w.DOI)
		samePMID := x.PMID.Text != "" && x.PMID.Text == w.PMID
		if sameDOI || samePMID {
			return x, true
		}
	}
	return Retraction{}, false
}
