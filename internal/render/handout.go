package render

import (
	"path"
	"strings"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/draw/qr"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// isHandout reports whether a page is handed over on paper, and so is a PDF file too.
func isHandout(k page.Kind) bool {
	return k == page.Exercise || k == page.Programme || k == page.Factbox
}

// PDFs returns the files of the pages that are handouts, and of each programme one in
// two languages or more, as mirror images.
func PDFs(s *site.Site) (list []public.PDF) {
	makers := map[lang.Lang]string{}
	for _, e := range s.Entries {
		if e.Kind == page.Handout {
			makers[e.Lang] = e.URL
		}
	}
	for _, e := range s.Entries {
		if !isHandout(e.Kind) || e.Unlisted {
			continue
		}
		folder := path.Dir(e.Out)
		list = append(list, public.PDF{URL: e.URL, Path: path.Join(folder, pdfName(e))})
		if name := mirrorName(e); name != "" && makers[e.Lang] != "" {
			list = append(list, public.PDF{
				URL:  makers[e.Lang] + "#" + mirrored(e),
				Path: path.Join(folder, name),
				Wait: ".a4.last",
			})
		}
	}
	return list
}

// mirrored is the fragment of a sheet (static/js/handout/state.js) with the exercises of
// a programme, in all its languages.
func mirrored(e *site.Entry) string {
	tags := []string{e.Language.Tag.String()}
	for _, t := range e.Translations {
		tags = append(tags, t.Tag)
	}
	fragment := "v1;l=" + strings.Join(tags, "+") + ";p=2;b=lfsp"
	for _, s := range e.Steps {
		fragment += ";x=" + s.Exercise.Text
	}
	return fragment
}

// mirrorName is the name of a programme's file in all its languages, "" if it has one.
func mirrorName(e *site.Entry) string {
	if e.Kind != page.Programme || len(e.Translations) == 0 {
		return ""
	}
	name := path.Base(e.URL) + "." + e.Language.Tag.String()
	for _, t := range e.Translations {
		name += "-" + t.Tag
	}
	return name + ".pdf"
}

// pdfName is the last part of a page's address, as a file.
func pdfName(e *site.Entry) string { return path.Base(e.URL) + ".pdf" }

// A handout is what only paper shows of a page: see partials/handout.html.
type handout struct {
	Document string // bird-dog.en: the page's key and language
	Code     qr.Code
	Days     []string
	Weeks    []int
	Doses    []site.Dose
	PDF      string // the name of the file beside the page, if there is one
	Mirror   string // of that in all languages
}

// weeks is how many weeks the log of a handout has.
const weeks = 4

// handout returns what paper shows of a page that is a handout.
func (p *printer) handout(e *site.Entry) (*handout, error) {
	code, err := qr.Encode(p.origin + e.URL)
	if err != nil {
		return nil, err
	}
	days, _ := p.site.Words.Word(e.Lang, "handout-days")
	h := &handout{Document: e.Name() + "." + e.Language.Tag.String(), Code: code, Days: strings.Fields(days)}
	if p.PDF && !e.Unlisted {
		h.PDF, h.Mirror = pdfName(e), mirrorName(e)
	}
	if e.Exercise != nil {
		h.Doses = e.Exercise.Doses
	}
	for i := range weeks {
		h.Weeks = append(h.Weeks, i+1)
	}
	return h, nil
}
