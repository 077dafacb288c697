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
		line("AU", n.sorted())
	}
	for _, n := range w.Editor {
		line("A2", n.sorted())
	}
	for _, n := range w.Translator {
		line("A4", n.sorted())
	}
	line("TI", Plain(w.Title))
	line("T2", Plain(w.Container))
	line("T3", Plain(w.Collection))
	line("J2", Plain(w.ContainerShort))
	line("PY", w.Issued.year())
	line("VL", string(w.Volume))
	line("IS", string(w.Issue))
	first, last, _ := strings.Cut(strings.ReplaceAll(string(w.Page), "–", "-"), "-")
	line("SP", first)
	line("EP", last)
	line("ET", string(w.Edition))
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
