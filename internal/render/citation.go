package render

import (
	"html/template"
	"path"
	"strconv"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/site"
)

// citation writes the numbers of a citation, 1,3–5, each a link to the work in
// the page's list of references (layouts/partials/citation.html), from which a
// link leads back. A number inside a range is a link too, and is seen when it
// has the focus. Beside each number stands the work, which the style sheet shows
// while the number is pointed at or has the focus; to a screen reader the link
// is enough.
func (p *printer) citation(w *strings.Builder, e *site.Entry, cites []site.Cited) {
	if len(cites) == 0 {
		return
	}
	label, _ := p.site.Words.Word(e.Lang, "reference")
	label = template.HTMLEscapeString(label)
	w.WriteString(`<sup class="citation">`)
	for i, c := range cites {
		class := ""
		switch {
		case c.Inside:
			class = ` class="inside"`
		case i > 0 && cites[i-1].Inside:
			w.WriteString("–")
		case i > 0:
			w.WriteString(",")
		}
		n := strconv.Itoa(c.Number)
		for _, s := range []string{`<a`, class, ` id="`, c.ID, `" href="#`, c.Ref, `" aria-label="`, label, " ", n, `">`, n} {
			w.WriteString(s)
		}
		if c.Locator != "" {
			w.WriteString(" (" + template.HTMLEscapeString(c.Locator) + ")")
		}
		w.WriteString(`</a><span class="work" aria-hidden="true">`)
		template.HTMLEscape(w, []byte(c.Text))
		w.WriteString("</span>")
	}
	w.WriteString("</sup>")
}

// references returns the list of references of a page.
func (p *printer) references(e *site.Entry) (list []reference, probs diag.List) {
	for _, r := range e.References {
		html, more := p.work(e, r.Work)
		probs = append(probs, more...)
		out := reference{ID: r.ID, Work: html}
		for i, id := range r.Places {
			out.Places = append(out.Places, place{id, letter(i)})
		}
		list = append(list, out)
	}
	return list, probs
}

// allWorks returns the list of all works.
func (p *printer) allWorks(e *site.Entry) (list []work, probs diag.List) {
	for _, w := range e.Works {
		html, more := p.work(e, w)
		probs = append(probs, more...)
		list = append(list, work{w.Key, html, w.CitedBy, folded(e, w.Key)})
	}
	return list, probs
}

// work prints a work, once for each language.
func (p *printer) work(e *site.Entry, w *site.Work) (template.HTML, diag.List) {
	key := string(e.Lang) + " " + w.Key
	if html, ok := p.works.Load(key); ok {
		return html.(template.HTML), nil
	}
	b, probs := p.layouts.sets[e.Lang].execute("partials/work.html", w)
	if len(probs) == 0 {
		p.works.Store(key, template.HTML(b))
	}
	return template.HTML(b), probs
}

// letter returns the name of the i-th place, from 0: a to z, then aa, ab.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}

// export is the works that a page cites, for reference managers, in the one
// format that all of them read: layouts/partials/citation.html links to it.
func export(e *site.Entry) public.File {
	return public.File{Path: path.Join(path.Dir(e.Out), "references.ris"), Render: func() ([]byte, diag.List) {
		var works []*bib.Work
		for _, r := range e.References {
			works = append(works, r.Work.Work)
		}
		return []byte(bib.RIS(works)), nil
	}}
}

// exports are all works for reference managers: layouts/references.html links
// to them.
func exports(b *bib.Bibliography) []public.File {
	return []public.File{
		{Path: "references.bib", Render: func() ([]byte, diag.List) { return []byte(bib.BibTeX(b.Works)), nil }},
		{Path: "references.json", Render: func() ([]byte, diag.List) { return b.JSON, nil }},
		{Path: "references.ris", Render: func() ([]byte, diag.List) { return []byte(bib.RIS(b.Works)), nil }},
	}
}
