package bib

// publisher returns place and publisher, of what is not an article: Oslo: UiO;
func (e entry) publisher() Rich {
	if e.isArticle() {
		return nil
	}
	place := parse(e.Place)
	switch e.Type {
	case "thesis":
		place = bracketed(e.Place).trimLeft(' ')
	case "speech":
		place = nil
	}
	return wrap("", join(": ", place, parse(e.Publisher)), ";")
}

// date returns when a work was published, and when an address was read.
func (e entry) date() Rich {
	issued := func(form string) Rich { return plain(e.t.when(e.Issued, form)) }
	switch {
	case e.isArticle() || e.isReview():
		return wrap("", join(" ", issued(e.t.Date), e.cited()), ";")
	case e.isLaw():
		if e.Issued.Literal != "" {
			return issued(yearForm)
		}
		return join(", ", issued(dayForm), issued(yearForm))
	case e.Type == "report":
		return glue(issued(monthForm), wrap(" ", e.cited(), ""))
	case e.Type == "patent":
		number := join(", ", parse(string(e.Number)), issued(yearForm))
		return wrap("", glue(number, wrap(" ", e.cited(), "")), ".")
	case e.Type == "speech":
		day := join(" ", issued("{year} {mon} {day}"), e.cited())
		return join("; ", day, parse(e.EventPlace))
	}
	return wrap("", glue(issued(yearForm), wrap(" ", e.cited(), "")), ".")
}

// cited returns the day on which an address was read.
func (e entry) cited() Rich {
	if e.URL == "" || e.Accessed.IsZero() {
		return nil
	}
	return plain("[" + e.t.Cited + " " + e.t.when(e.Accessed, e.t.Date) + "]")
}

// volume returns volume and issue of a journal: 21(22).
func (e entry) volume() Rich {
	if !e.isReview() && e.Type != "article-journal" && e.Type != "article-magazine" {
		return nil
	}
	return glue(parse(string(e.Volume)), wrap("(", parse(string(e.Issue)), ")"))
}

// pages returns the pages of an article or a part, and how many pages a book has. Those of a
// newspaper, which has no volumes, have a word if there is no date before them.
func (e entry) pages() Rich {
	isUndated := e.Type == "article-newspaper" && len(e.date()) == 0
	switch {
	case (e.isArticle() || e.isReview()) && !isUndated:
		return wrap(":", plain(pages(string(e.Page))), "")
	case e.Type != "book":
		return wrap(" "+e.t.Page+" ", plain(pages(string(e.Page))), "")
	case isNumeric(string(e.NumberOfPages)):
		return plain(" " + string(e.NumberOfPages) + " " + e.t.Page)
	}
	return wrap(" ", parse(string(e.NumberOfPages)), "")
}
