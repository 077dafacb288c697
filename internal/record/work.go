package record

import (
	"strconv"
	"strings"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/translation"
)

// works adds a record for each work, with what a reader finds it by. None is critical.
func (m *maker) works(f source.File) {
	works, _ := bib.Parse(f) // problems are those of whoever reads the file
	for _, w := range works.Works {
		var words []page.Word
		for _, text := range shown(w) {
			words = append(words, m.split(text, m.find(text, w.Offset))...)
		}
		m.add(w.Key, translation.NoLang, false, words)
	}
}

// shown returns what is shown of a work.
func shown(w *bib.Work) []string {
	texts := []string{w.Title}
	for _, list := range [][]bib.Name{w.Author, w.Editor, w.Translator, w.CollectionEditor} {
		for _, n := range list {
			texts = append(texts, n.Particle, n.Family, n.Given, n.Dropping, n.Suffix, n.Literal)
		}
	}
	if w.Issued.Year > 0 {
		texts = append(texts, strconv.Itoa(w.Issued.Year))
	}
	texts = append(texts, w.Container, string(w.Volume), string(w.Issue), string(w.Page),
		w.Publisher, w.DOI, w.PMID, w.URL)
	return append(texts, w.Issued.Literal, string(w.Edition), w.Collection, w.Event, w.TranslatedTitle, w.OriginalTitle)
}

// find returns where a text is after an offset, or the offset.
func (m *maker) find(text string, offset int) int {
	return offset + max(0, strings.Index(m.src[offset:], text))
}
