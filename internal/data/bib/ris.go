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
		w.writeRIS(&b)
	}
	return b.String()
}

func (w *Work) writeRIS(b *strings.Builder) {
	line := func(tag, value string) {
		if value != "" {
			fmt.Fprintf(b, "%s  - %s\r\n", tag, value)
		}
	}
	line("TY", cmp.Or(risTypes[w.Type], "GEN"))
	line("ID", w.Key)
	for _, n := range w.Author {
		line("AU", n.sortKey())
	}
	for _, n := range w.Editor {
		line("A2", n.sortKey())
	}
	line("TI", w.Title)
	line("T2", w.Container)
	line("J2", w.ContainerShort)
	line("PY", w.Issued.year())
	line("VL", string(w.Volume))
	line("IS", string(w.Issue))
	first, last, _ := strings.Cut(strings.ReplaceAll(string(w.Page), "–", "-"), "-")
	line("SP", first)
	line("EP", last)
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

var risTypes = map[string]string{
	"article-journal":   "JOUR",
	"article-magazine":  "MGZN",
	"article-newspaper": "NEWS",
	"book":              "BOOK",
	"chapter":           "CHAP",
	"paper-conference":  "CPAPER",
	"report":            "RPRT",
	"thesis":            "THES",
	"webpage":           "ELEC",
	"post-weblog":       "BLOG",
}

// sortKey returns a name in the order by which lists are sorted: Tulder, Maurits W. van.
func (n Name) sortKey() string {
	if n.Literal != "" {
		return n.Literal
	}
	given := strings.TrimSpace(n.Given + " " + n.Particle)
	return strings.TrimSuffix(strings.TrimSpace(n.Family+", "+given), ",")
}

// year returns the year, or "".
func (d Date) year() string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprint(d.Year)
}
