package bib

import (
	"cmp"
	"strings"
)

// in returns the word before what a part of a book is in.
func (e entry) in() Rich {
	if e.isPart() {
		return plain(e.t.In)
	}
	return nil
}

// container returns what a work is in: its journal, its book, its site or its law.
func (e entry) container() Rich {
	switch {
	case e.isContained():
		return glue(wrap("", e.book(), "."), wrap(" ", e.edition(), ""))
	case e.isLaw():
		section := wrap(capital(e.t.Section)+" ", parse(string(e.Section)), "")
		return join(", ", join(". ", parse(e.Container), section), parse(string(e.Number)))
	case e.Type == "speech":
		return e.speech()
	}
	return wrap("", join(", ", e.bookVolume(), parse(e.Container)), ".")
}

// book returns the journal or the book that a work is in, without full stops.
func (e entry) book() Rich {
	name := e.Container
	if e.Type == "article-journal" || e.isReview() {
		name = cmp.Or(e.ContainerShort, e.Container)
	}
	if name == "" {
		return nil
	}
	return glue(parse(strings.ReplaceAll(name, ".", "")), e.internet())
}

// bookVolume returns the volume of a book that is in no series.
func (e entry) bookVolume() Rich {
	if e.Collection != "" || e.Volume == "" {
		return nil
	}
	return plain(capital(e.volumes()) + " " + string(e.Volume))
}

// volumes returns the word before a volume, or several.
func (e entry) volumes() string {
	if strings.ContainsAny(string(e.Volume), "-–,; ") {
		return cmp.Or(e.t.Volumes, e.t.Volume)
	}
	return e.t.Volume
}

// speech returns where a speech was given: Paper presented at: Congress;
func (e entry) speech() Rich {
	kind := wrap("", parse(capital(e.Genre)), " "+e.t.PresentedAt)
	return wrap("", join(": ", kind, parse(e.Event)), ";")
}

// series returns the series of a book: (E X, editor. Series; vol. 3).
func (e entry) series() Rich {
	if e.isArticle() || e.isReview() || e.Collection == "" {
		return nil
	}
	editors := wrap("", labelled(e.CollectionEditor, e.t.Editor, e.t.Editors, e.t), ".")
	volume := wrap(e.volumes()+" ", plain(string(e.Volume)), "")
	return wrap("(", join(" ", editors, join("; ", parse(e.Collection), volume)), ")")
}

// report returns the number of a report.
func (e entry) report() Rich {
	if e.Type != "report" {
		return nil
	}
	return parse(string(e.Number))
}
