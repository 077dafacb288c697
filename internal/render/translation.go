package render

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/translation"
)

// TranslationsPath is where a draft shows how far each page is translated. It is
// for authors, and in no published site.
const TranslationsPath = "_serve/translations/index.html"

// translationsView is what translations.html sees.
type translationsView struct {
	Tag         string
	Languages   []string
	Pages       []translationRow
	Totals      []translationTotal
	Differences []translation.Difference
}

// A translationRow is one page in all languages.
type translationRow struct {
	Key   string
	Cells []translationCell
}

type translationCell struct {
	URL    string // "" if the page is missing
	Status translation.Status
	Word   string   // for the status
	Places []string // the sections that are not confirmed: #steps
}

// A translationTotal is how many pages of each language have a status.
type translationTotal struct {
	Word   string
	Counts []int
}

// translations prints the page on translations, in the first language.
func (p *printer) translations() ([]byte, diag.List) {
	report, in := p.site.Translations, p.site.Languages[0]
	v := translationsView{Tag: in.Tag.String(), Differences: report.Differences}
	for _, l := range p.site.Languages {
		v.Languages = append(v.Languages, l.Name)
	}
	urls := map[string]string{}
	for _, e := range p.site.Entries {
		urls[e.Path] = e.URL
	}
	for _, page := range report.Pages {
		row := translationRow{Key: page.Key}
		for _, l := range p.site.Languages {
			state := page.States[l.Lang]
			cell := translationCell{URL: urls[state.Path], Status: state.Status, Word: p.status(in.Lang, state.Status)}
			for _, id := range state.Sections {
				cell.Places = append(cell.Places, "#"+id)
			}
			row.Cells = append(row.Cells, cell)
		}
		v.Pages = append(v.Pages, row)
	}
	for _, s := range translation.Statuses {
		total := translationTotal{Word: p.status(in.Lang, s)}
		for _, l := range p.site.Languages {
			total.Counts = append(total.Counts, report.Total(l.Lang, s))
		}
		v.Totals = append(v.Totals, total)
	}
	return p.layouts.sets[in.Lang].execute("translations.html", v)
}

func (p *printer) status(in lang.Lang, s translation.Status) string {
	w, _ := p.site.Words.Word(in, "translation-"+string(s))
	return w
}
