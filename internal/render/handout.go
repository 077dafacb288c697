package render

import (
	"path"
	"strings"

	"rygghandboka/internal/draw/qr"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// A PDF is a file that is printed from a page.
type PDF struct {
	URL  string // with the fragment of a sheet, if it is made by a script
	Out  string
	Wait string // what a script has to have made, as a CSS selector; or ""
}

// PDFs returns the files of the pages that are handouts, and of each programme one in
// two languages or more, as mirror images.
func PDFs(s *site.Site) (list []PDF) {
	makers := map[lang.Lang]string{}
	for _, e := range s.Entries {
		if e.Kind == page.HandoutKind {
			makers[e.Lang] = e.URL
		}
	}
	for _, e := range s.Entries {
		if !e.Kind.Traits().Handout || e.Unlisted {
			continue
		}
		list = append(list, PDF{e.URL, path.Join(path.Dir(e.Out), pdfName(e)), ""})
		if name := mirrorName(e); name != "" && makers[e.Lang] != "" {
			list = append(list, PDF{makers[e.Lang] + "#" + mirrored(e), path.Join(path.Dir(e.Out), name), ".a4.last"})
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
	for _, key := range exerciseKeys(e) {
		fragment += ";x=" + key
	}
	return fragment
}

// exerciseKeys returns the keys of the exercises of a programme.
func exerciseKeys(e *site.Entry) (keys []string) {
	if own, ok := e.Own.(*page.Programme); ok {
		for _, s := range own.Steps {
			keys = append(keys, s.Exercise.Text)
		}
	}
	return keys
}

// mirrorName is the name of a programme's file in all its languages, "" if it has one.
func mirrorName(e *site.Entry) string {
	if e.Kind != page.ProgrammeKind || len(e.Translations) == 0 {
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
	if x := e.Exercise(); x != nil {
		h.Doses = x.Doses
	}
	for i := range weeks {
		h.Weeks = append(h.Weeks, i+1)
	}
	return h, nil
}
