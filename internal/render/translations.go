package render

import (
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/translation"
)

// TranslationsPath is where a preview shows how far each page is translated. It is
// for authors, and in no published site.
const TranslationsPath = "_serve/translations/index.html"

// translationsView is the data of translations.html.
type translationsView struct {
	Tag         string
	Languages   []string
	Pages       []translationRow
	Totals      []translationTotal
	Differences []translation.Difference
}

// A translationRow is one page, or one shared file, in all languages.
type translationRow struct {
	Key   string
	Cells []translationCell
}

type translationCell struct {
	URL    string // "" if the page is missing, or it is a shared file
	Status translation.Status
	Word   string   // for the status
	Places []string // the sections that are not confirmed: #steps
}

// A translationTotal is how many pages of each language have a status.
type translationTotal struct {
	Word   string
	Counts []int
}

// translations renders the page on translations, in the first language.
func (s *shared) translations() ([]byte, diag.List) {
	report, in := s.site.Translations, s.site.Languages[0]
	v := translationsView{
		Tag:         in.Tag.String(),
		Pages:       s.translationRows(report, in.Lang),
		Totals:      s.translationTotals(report, in.Lang),
		Differences: report.Differences,
	}
	for _, l := range s.site.Languages {
		v.Languages = append(v.Languages, l.Name)
	}
	return s.layouts.Execute(in.Lang, "translations.html", v)
}

func (s *shared) translationRows(report *translation.Report, in lang.Lang) (rows []translationRow) {
	urls := urlsByPath(s.site)
	for _, page := range slices.Concat(report.Pages, report.Shared) {
		row := translationRow{Key: page.Key}
		for _, l := range s.site.Languages {
			state := page.In(l.Lang)
			cell := translationCell{
				URL:    urls[state.Path],
				Status: state.Status,
				Word:   s.statusWord(in, state.Status),
			}
			for _, id := range state.Sections {
				cell.Places = append(cell.Places, "#"+id)
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

// urlsByPath returns the addresses of pages by the paths of their files.
func urlsByPath(s *site.Site) map[string]string {
	urls := map[string]string{}
	for _, e := range s.Entries {
		urls[e.Path] = e.URL
	}
	return urls
}

func (s *shared) translationTotals(
	report *translation.Report, in lang.Lang,
) (totals []translationTotal) {
	for _, status := range translation.Statuses {
		total := translationTotal{Word: s.statusWord(in, status)}
		for _, l := range s.site.Languages {
			total.Counts = append(total.Counts, report.Total(l.Lang, status))
		}
		totals = append(totals, total)
	}
	return totals
}

func (s *shared) statusWord(in lang.Lang, status translation.Status) string {
	return s.word(in, "translation-"+string(status))
}
