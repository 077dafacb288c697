package bib

import "strings"

// Vancouver returns a work in the Vancouver style as plain text, without its addresses:
//
//	Hodges PW, Richardson CA. Inefficient muscular stabilization … Spine. 1996;21(22):2640–50.
func (w *Work) Vancouver(t *Terms) string { return w.Entry(t).String() }

// Entry returns a work in the style of the International Committee of Medical Journal
// Editors (Citing Medicine, 2nd edition), as Zotero and pandoc write it with vancouver.csl,
// without its addresses.
func (w *Work) Entry(t *Terms) Rich {
	e := entry{w, t}
	authors, editors := e.responsible()
	what := wrap("", join(". ", authors, e.title()), ". ")
	in := join(": ", e.in(), join(" ", wrap("", editors, "."), e.container()))
	where := glue(e.date(), e.volume(), e.pages())
	all := glue(
		what,
		wrap("", join(" ", in, e.publisher(), where), ". "),
		wrap("", e.series(), ". "),
		wrap(t.Report+": ", e.report(), ". "),
	)
	return localize(all.trimRight(' '), t.Quotes, t.StopInQuotes)
}

// Translators returns the names of the translators, whom vancouver.csl leaves out, or "".
func (w *Work) Translators(t *Terms) string { return names(w.Translator, false, t) }

// responsible returns the authors and the editors. Editors come first, instead of authors,
// if there are none.
func (e entry) responsible() (authors, editors Rich) {
	authors = plain(names(e.Author, e.incomplete(), e.t))
	editors = labelled(e.Editor, e.t.Editor, e.t.Editors, e.t)
	if len(authors) == 0 {
		return editors, nil
	}
	return authors, editors
}

// incomplete reports whether the work has more authors than are listed.
func (w *Work) incomplete() bool { return strings.Contains(w.Note, "authors=incomplete") }
