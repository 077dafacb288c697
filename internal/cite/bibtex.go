package cite

import (
	"cmp"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/text/bibtex"
)

// bibTypes are the kinds of CSL of the types of BibTeX and BibLaTeX.
var bibTypes = map[string]string{
	"article": "article-journal", "suppperiodical": "article-journal", "review": "article-journal",
	"book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "booklet": "pamphlet",
	"reference": "book", "mvreference": "book", "proceedings": "book", "mvproceedings": "book", "manual": "book",
	"inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter",
	"suppcollection": "chapter", "inproceedings": "paper-conference", "conference": "paper-conference",
	"inreference":   "entry-encyclopedia",
	"mastersthesis": "thesis", "phdthesis": "thesis", "thesis": "thesis", "techreport": "report", "report": "report",
	"online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage",
	"unpublished": "manuscript", "patent": "patent", "dataset": "dataset", "software": "software",
	"standard": "standard", "legislation": "legislation", "jurisdiction": "legal_case", "periodical": "periodical",
	"video": "motion_picture", "movie": "motion_picture", "audio": "song", "presentation": "speech",
}

// bibFields are the fields that are text, and the names that BibTeX and BibLaTeX have for
// them, the better one first.
var bibFields = []struct {
	name string
	tex  []string
}{
	{"collection-title", []string{"series"}},
	{"edition", []string{"edition"}},
	{"volume", []string{"volume"}},
	{"number-of-volumes", []string{"volumes"}},
	{"page", []string{"pages"}},
	{"number-of-pages", []string{"pagetotal"}},
	{"chapter-number", []string{"chapter"}},
	{"version", []string{"version"}},
	{"publisher", []string{"publisher", "institution", "school", "organization"}},
	{"publisher-place", []string{"location", "address"}},
	{"event", []string{"eventtitle"}},
	{"event-place", []string{"venue"}},
	{"language", []string{"langid", "language"}},
}

// verbatim are the fields that are identifiers.
var verbatim = map[string][]string{
	"DOI": {"doi"}, "URL": {"url"}, "PMID": {"pmid"}, "PMCID": {"pmcid", "pmc"}, "ISBN": {"isbn"}, "ISSN": {"issn"},
}

// readBibTeX reads BibTeX and BibLaTeX.
func readBibTeX(file, text string) (entries []*Entry, probs diag.List) {
	found, probs := bibtex.Parse(file, text)
	for i := range found {
		in := &found[i]
		if in.Type == "xdata" || in.Type == "set" {
			continue
		}
		e := newEntry(file, in.Offset)
		e.wanted = []string{in.Key}
		e.fields["type"] = cmp.Or(bibTypes[in.Type], "document")
		e.bibTitles(in)
		e.bibPeople(in)
		for _, f := range bibFields {
			e.set(f.name, bibtex.Text(in.Get(f.tex...)))
		}
		for name, tex := range verbatim {
			e.set(name, bibtex.Verbatim(in.Get(tex...)))
		}
		e.bibRest(in)
		entries = append(entries, e)
	}
	return entries, probs
}

// bibTitles reads the title of a work, and that of what it is a part of.
func (e *Entry) bibTitles(in *bibtex.Entry) {
	title, sub := bibtex.Marked(in.Get("title")), bibtex.Marked(in.Get("subtitle"))
	e.set("title", joinTitle(title, sub))
	container := bibtex.Marked(in.Get("journaltitle", "journal", "booktitle", "maintitle"))
	subtitle := bibtex.Marked(in.Get("journalsubtitle", "booksubtitle"))
	if container != "" && e.text("type") != "book" {
		e.set("container-title", joinTitle(container, subtitle))
	}
	e.set("container-title-short", bibtex.Text(in.Get("shortjournal")))
}

func joinTitle(title, sub string) string {
	if title == "" || sub == "" {
		return title
	}
	return strings.TrimSuffix(title, ":") + ": " + sub
}

func (e *Entry) bibPeople(in *bibtex.Entry) {
	for _, role := range []string{"author", "editor", "translator"} {
		names, others := bibtex.Names(in.Get(role))
		for _, n := range names {
			e.addPeople(role, person{
				Family: n.Family, Given: n.Given, NonDropping: n.Particle, Suffix: n.Suffix, Literal: n.Literal,
			})
		}
		if others && role == "author" {
			e.fields["note"] = incomplete
		}
	}
}

// bibRest reads the fields whose meaning depends on the others.
func (e *Entry) bibRest(in *bibtex.Entry) {
	date := parseDate(bibtex.Text(in.Get("date")))
	if date.isZero() {
		words := []string{in.Get("year"), in.Get("month"), in.Get("day")}
		date = bibDate(bibtex.Text(words[0]), bibtex.Text(words[1]), bibtex.Text(words[2]))
	}
	e.setDate("issued", date)
	e.setDate("accessed", parseDate(bibtex.Text(in.Get("urldate"))))
	number := bibtex.Text(in.Get("number"))
	switch e.text("type") {
	case "article-journal":
		e.set("issue", cmp.Or(bibtex.Text(in.Get("issue")), number))
		e.set("number", bibtex.Text(in.Get("eid", "article-number")))
	case "book", "chapter", "paper-conference":
		e.set("collection-number", number)
	default:
		e.set("number", number)
	}
	switch {
	case in.Get("type") != "":
		e.set("genre", bibtex.Text(in.Get("type")))
	case in.Type == "phdthesis":
		e.set("genre", "PhD thesis")
	case in.Type == "mastersthesis":
		e.set("genre", "Master’s thesis")
	}
	if url := bibtex.Verbatim(in.Get("howpublished")); strings.HasPrefix(url, "http") {
		e.set("URL", url)
	}
	if e.text("type") == "document" && e.text("container-title") == "" && e.text("URL") != "" {
		e.fields["type"] = "webpage" // BibTeX has no type for web pages
	}
	if strings.EqualFold(in.Get("eprinttype"), "pmid") || strings.EqualFold(in.Get("eprinttype"), "pubmed") {
		e.set("PMID", bibtex.Verbatim(in.Get("eprint")))
	}
	for _, f := range in.Fields {
		if f.Name == "abstract" || f.Name == "keywords" || f.Name == "file" || f.Name == "note" || f.Name == "annote" {
			e.left = append(e.left, f.Name)
		}
	}
}

// bibDate returns the date of a year, a month and a day. A month may have the day with it.
func bibDate(year, month, day string) date {
	d := parseDate(year)
	if len(d.Parts) != 1 || len(d.Parts[0]) != 1 || month == "" {
		return d
	}
	if strings.Trim(month, "0123456789") == "" {
		return parseDate(strings.Trim(year+"-"+month+"-"+day, "-"))
	}
	if more := parseDate(year + " " + month + " " + day); len(more.Parts) > 0 {
		return more
	}
	return d
}
