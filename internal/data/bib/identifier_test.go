package bib

import (
	"encoding/json"
	"testing"

	"rygghandboka/internal/source"
)

// Identifiers and languages have one form, however programs write them, and wherever.
func TestNormalize(t *testing.T) {
	doi := func(w *Work) string { return w.DOI }
	pmid := func(w *Work) string { return w.PMID }
	pmcid := func(w *Work) string { return w.PMCID }
	language := func(w *Work) string { return w.Language }
	for _, c := range []struct {
		field, value, want string
		of                 func(*Work) string
	}{
		{"DOI", "10.1016/S0140-6736(18)30480-X", "10.1016/S0140-6736(18)30480-X", doi},
		{"DOI", "https://doi.org/10.1000/a_b", "10.1000/a_b", doi},
		{"DOI", "http://dx.doi.org/10.1000/a", "10.1000/a", doi},
		{"DOI", "HTTPS://DOI.ORG/10.1136/BMJ.L689", "10.1136/bmj.l689", doi},
		{"DOI", "doi: 10.1000/a ", "10.1000/a", doi},
		{"DOI", "https://example.org/10.1000/a", "https://example.org/10.1000/a", doi},
		{"note", "DOI: 10.1000/a", "10.1000/a", doi},
		{"PMID", "8961451", "8961451", pmid},
		{"PMID", "https://pubmed.ncbi.nlm.nih.gov/8961451/", "8961451", pmid},
		{"PMID", "PMID: 8961451", "8961451", pmid},
		{"PMID", "PMC2840020", "PMC2840020", pmid},
		{"note", "In a series.\npmid: 8961451\nPMCID: PMC2840020", "8961451", pmid},
		{"extra", "PMID: 8961451\nPMCID: PMC2840020", "PMC2840020", pmcid},
		{"PMCID", "2840020", "PMC2840020", pmcid},
		{"PMCID", "https://pmc.ncbi.nlm.nih.gov/articles/PMC2840020/", "PMC2840020", pmcid},
		{"language", "eng", "en", language},
		{"language", "nob", "nb", language},
		{"language", "en_GB", "en-GB", language},
		{"language", "Norwegian", "no", language},
		{"language", "English", "en", language},
		{"language", "en--other stuff", "", language},
	} {
		data, err := json.Marshal([]map[string]string{{"id": "a", "title": "T", c.field: c.value}})
		if err != nil {
			t.Fatal(err)
		}
		b, probs := Parse(source.File{Data: data})
		if len(probs) > 0 {
			t.Fatalf("%s %q: %v", c.field, c.value, probs)
		}
		if got := c.of(b.Works[0]); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.field, c.value, got, c.want)
		}
	}
}
