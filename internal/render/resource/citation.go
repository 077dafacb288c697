package resource

import (
	"path"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/site"
)

// Citations is the works that a page cites, for reference managers, in the one
// format that all of them read: layouts/partials/citation.html links to it.
func Citations(e *site.Entry) public.File {
	render := func() ([]byte, diag.List) {
		var works []*bib.Work
		for _, r := range e.References {
			works = append(works, r.Work.Work)
		}
		return []byte(bib.RIS(works)), nil
	}
	return public.File{Path: path.Join(path.Dir(e.Out), "references.ris"), Render: render}
}

// Bibliography is all works for reference managers: layouts/references.html links
// to its files.
func Bibliography(b *bib.Bibliography) []public.File {
	return []public.File{
		{
			Path:   "references.bib",
			Render: func() ([]byte, diag.List) { return []byte(bib.BibTeX(b.Works)), nil },
		},
		{
			Path:   "references.json",
			Render: public.Bytes(b.JSON),
		},
		{
			Path:   "references.ris",
			Render: func() ([]byte, diag.List) { return []byte(bib.RIS(b.Works)), nil },
		},
	}
}
