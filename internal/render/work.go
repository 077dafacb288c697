package render

import (
	"html/template"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// A workKey is a work in one language.
type workKey struct {
	lang lang.Lang
	key  string
}

// A writtenWork is what partials/work.html shows.
type writtenWork struct {
	*site.Work
	Entry template.HTML
}

// work renders a work, once for each language.
func (s *shared) work(e *site.Entry, w *site.Work) (template.HTML, diag.List) {
	key := workKey{e.Lang, w.Key}
	if html, ok := s.works.Load(key); ok {
		return html.(template.HTML), nil
	}
	b, probs := s.layouts.Execute(e.Lang, "partials/work.html", writtenWork{w, rich(w.Entry)})
	if len(probs) == 0 {
		s.works.Store(key, template.HTML(b))
	}
	return template.HTML(b), probs
}

// A reference is a work in the list at the end of a page.
type reference struct {
	ID     string
	Work   template.HTML // partials/work.html
	Places []backReference
}

// A backReference leads back to a citation of the work. Its name is a, b, c and so on.
type backReference struct{ ID, Name string }

// references returns the list of references of a page.
func (s *shared) references(e *site.Entry) (list []reference, probs diag.List) {
	for _, r := range e.References {
		html, more := s.work(e, r.Work)
		probs = append(probs, more...)
		out := reference{ID: r.ID, Work: html}
		for i, id := range r.Places {
			out.Places = append(out.Places, backReference{id, letter(i)})
		}
		list = append(list, out)
	}
	return list, probs
}

// letter returns the name of the i-th back reference, from 0: a to z, then aa, ab.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}
