package resource

import (
	"path"
	"strings"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// PDFs returns the files of the pages that are handouts, and of each programme one in
// two languages or more, as mirror images.
func PDFs(s *site.Site) (list []public.PDF) {
	composers := map[lang.Lang]string{}
	for _, e := range s.Entries {
		if e.Kind == page.HandoutKind {
			composers[e.Lang] = e.URL
		}
	}
	for _, e := range s.Entries {
		if !e.Kind.Traits().Handout || e.OffMenu {
			continue
		}
		folder := path.Dir(e.Out)
		list = append(list, public.PDF{URL: e.URL, Path: path.Join(folder, PDFName(e))})
		if name := MirrorName(e); name != "" && composers[e.Lang] != "" {
			list = append(list, public.PDF{
				URL:  composers[e.Lang] + "#" + mirrorFragment(e),
				Path: path.Join(folder, name),
				Wait: ".a4.last",
				Name: mirrorTitle(e) + " – " + word(s, e.Lang, "site"),
			})
		}
	}
	return list
}

// PDFName is the last part of a page's address, as a file.
func PDFName(e *site.Entry) string { return path.Base(e.URL) + ".pdf" }

// MirrorName is the name of a programme's file in all its languages, "" if it has one.
func MirrorName(e *site.Entry) string {
	if e.Kind != page.ProgrammeKind || len(e.Translations) == 0 {
		return ""
	}
	name := path.Base(e.URL) + "." + e.Language.Tag.String()
	for _, t := range e.Translations {
		name += "-" + t.Tag
	}
	return name + ".pdf"
}

// mirrorTitle is the title of a programme in all its languages.
func mirrorTitle(e *site.Entry) string {
	title := e.Title.Text
	for _, t := range e.Translations {
		title += " / " + t.Title
	}
	return title
}

// mirrorFragment is the fragment of a sheet (static/js/handout/state.js) with the
// exercises of a programme, in all its languages.
func mirrorFragment(e *site.Entry) string {
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

// exerciseKeys returns the keys of the exercises of a programme, in order.
func exerciseKeys(programme *site.Entry) (keys []string) {
	own, ok := programme.Own.(*page.Programme)
	if !ok {
		return nil
	}
	for _, s := range own.Steps {
		keys = append(keys, s.Exercise.Text)
	}
	return keys
}
