package bib

import (
	"cmp"
	"fmt"
	"strings"
)

// BibTeX returns works in the format of BibTeX, in UTF-8.
func BibTeX(works []*Work) string {
	var b strings.Builder
	for _, w := range works {
		w.writeBibTeX(&b)
	}
	return b.String()
}

func (w *Work) writeBibTeX(b *strings.Builder) {
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "  %s = {%s},\n", name, value)
		}
	}
	text := func(name, value string) { field(name, texEscapes.Replace(value)) }
	fmt.Fprintf(b, "@%s{%s,\n", cmp.Or(bibTypes[w.Type], "misc"), w.Key)
	field("author", texNames(w.Author))
	field("editor", texNames(w.Editor))
	field("translator", texNames(w.Translator))
	field("title", "{"+texEscapes.Replace(Plain(w.Title))+"}")
	text(w.containerField(), Plain(w.Container))
	text("series", Plain(w.Collection))
	text("edition", string(w.Edition))
	field("year", w.Issued.year())
	field("volume", string(w.Volume))
	field("number", string(w.Issue))
	field("pages", strings.ReplaceAll(strings.ReplaceAll(string(w.Page), "–", "-"), "-", "--"))
	text(w.publisherField(), w.Publisher)
	text("address", w.Place)
	field("issn", w.ISSN)
	field("doi", w.DOI)
	field("pmid", w.PMID)
	field("url", w.URL)
	b.WriteString("}\n\n")
}

// containerField returns the name of the field of what a work is a part of.
func (w *Work) containerField() string {
	switch w.Type {
	case "chapter", "paper-conference":
		return "booktitle"
	case "article-journal", "article-magazine", "article-newspaper":
		return "journal"
	}
	return "howpublished"
}

// publisherField returns the name of the field of a work's publisher.
func (w *Work) publisherField() string {
	switch w.Type {
	case "report":
		return "institution"
	case "thesis":
		return "school"
	}
	return "publisher"
}

var bibTypes = map[string]string{
	"article-journal":   "article",
	"article-magazine":  "article",
	"article-newspaper": "article",
	"book":              "book",
	"chapter":           "incollection",
	"paper-conference":  "inproceedings",
	"report":            "techreport",
	"thesis":            "phdthesis",
}

// texEscapes are the characters that TeX reads as commands. Numbers and addresses are
// verbatim, and a second pair of braces around a title keeps its capitals.
var texEscapes = strings.NewReplacer(
	`\`, `\textbackslash{}`,
	"{", `\{`,
	"}", `\}`,
	"&", `\&`,
	"%", `\%`,
	"#", `\#`,
	"_", `\_`,
	"$", `\$`,
	"~", `\textasciitilde{}`,
	"^", `\textasciicircum{}`,
)

// texNames returns names as BibTeX joins them. An organisation is in braces.
func texNames(names []Name) string {
	out := make([]string, len(names))
	for i, n := range names {
		if n.Literal != "" {
			out[i] = "{" + texEscapes.Replace(n.Literal) + "}"
			continue
		}
		out[i] = texEscapes.Replace(texName(n))
	}
	return strings.Join(out, " and ")
}

// texName returns a person's name: van Tulder, Jr., Maurits W.
func texName(n Name) string {
	parts := []string{spaced(n.Dropping, n.Particle, n.Family)}
	for _, part := range []string{n.Suffix, n.Given} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Trim(strings.Join(parts, ", "), ", ")
}
