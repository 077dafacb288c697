package bib

import (
	"cmp"
	"fmt"
	"strings"
)

// RIS returns works in the format of Research Information Systems, which
// reference managers import: a tag of two letters, two spaces, a hyphen, a space
// and the value on each line.
func RIS(works []*Work) string {
	var b strings.Builder
	for _, w := range works {
		line := func(tag, value string) {
			if value != "" {
				fmt.Fprintf(&b, "%s  - %s\r\n", tag, value)
			}
		}
		line("TY", cmp.Or(risTypes[w.Type], "GEN"))
		line("ID", w.Key)
		for _, n := range w.Author {
			line("AU", n.sorted())
		}
		for _, n := range w.Editor {
			line("A2", n.sorted())
		}
		line("TI", w.Title)
		line("T2", w.Container)
		line("J2", w.ContainerShort)
		line("PY", w.Issued.year())
		line("VL", string(w.Volume))
		line("IS", string(w.Issue))
		from, to, _ := strings.Cut(strings.ReplaceAll(string(w.Page), "–", "-"), "-")
		line("SP", from)
		line("EP", to)
		line("PB", w.Publisher)
		line("CY", w.Place)
		line("SN", w.ISSN)
		line("DO", w.DOI)
		if w.PMID != "" {
			line("AN", w.PMID)
			line("DB", "PubMed")
		}
		line("UR", w.URL)
		line("LA", w.Language)
		b.WriteString("ER  - \r\n\r\n")
	}
	return b.String()
}

var risTypes = map[string]string{
	"article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
	"book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER", "report": "RPRT",
	"thesis": "THES", "webpage": "ELEC", "post-weblog": "BLOG",
}

// BibTeX returns works in the format of BibTeX, in UTF-8.
func BibTeX(works []*Work) string {
	var b strings.Builder
	for _, w := range works {
		fmt.Fprintf(&b, "@%s{%s,\n", cmp.Or(bibTypes[w.Type], "misc"), w.Key)
		field := func(name, value string) {
			if value != "" {
				fmt.Fprintf(&b, "  %s = {%s},\n", name, value)
			}
		}
		text := func(name, value string) { field(name, texEscapes.Replace(value)) }
		field("author", texNames(w.Author))
		field("editor", texNames(w.Editor))
		field("title", "{"+texEscapes.Replace(w.Title)+"}")
		switch w.Type {
		case "chapter", "paper-conference":
			text("booktitle", w.Container)
		case "article-journal", "article-magazine", "article-newspaper":
			text("journal", w.Container)
		default:
			text("howpublished", w.Container)
		}
		field("year", w.Issued.year())
		field("volume", string(w.Volume))
		field("number", string(w.Issue))
		field("pages", strings.ReplaceAll(strings.ReplaceAll(string(w.Page), "–", "-"), "-", "--"))
		switch w.Type {
		case "report":
			text("institution", w.Publisher)
		case "thesis":
			text("school", w.Publisher)
		default:
			text("publisher", w.Publisher)
		}
		text("address", w.Place)
		field("issn", w.ISSN)
		field("doi", w.DOI)
		field("pmid", w.PMID)
		field("url", w.URL)
		b.WriteString("}\n\n")
	}
	return b.String()
}

var bibTypes = map[string]string{
	"article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
	"book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
	"report": "techreport", "thesis": "phdthesis",
}

// texEscapes are the signs that TeX reads as commands. Numbers and addresses are
// verbatim, and a second pair of braces around a title keeps its capitals.
var texEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`, "$", `\$`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

func texNames(names []Name) string {
	out := make([]string, len(names))
	for i, n := range names {
		family := strings.TrimSpace(n.Particle + " " + n.Family)
		if out[i] = texEscapes.Replace(strings.TrimSuffix(family+", "+n.Given, ", ")); n.Literal != "" {
			out[i] = "{" + texEscapes.Replace(n.Literal) + "}"
		}
	}
	return strings.Join(out, " and ")
}

// sorted returns a name as lists are sorted by: Tulder, Maurits W. van.
func (n Name) sorted() string {
	if n.Literal != "" {
		return n.Literal
	}
	return strings.TrimSuffix(strings.TrimSpace(n.Family+", "+strings.TrimSpace(n.Given+" "+n.Particle)), ",")
}

func (d Date) year() string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprint(d.Year)
}
