package link

import (
	"strings"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// formatWorks writes out all works in all languages.
func (l *linker) formatWorks() {
	for in, written := range l.written {
		terms := l.terms(in)
		for _, w := range l.Works.Works {
			entry := w.Entry(terms)
			written[w.Key] = &site.Work{Work: w, Entry: entry, Text: entry.String(), Translators: w.Translators(terms)}
		}
	}
}

// work returns a work written out in a language.
func (l *linker) work(in lang.Lang, w *bib.Work) *site.Work { return l.written[in][w.Key] }

// terms returns the words of the Vancouver style in a language.
func (l *linker) terms(in lang.Lang) *bib.Terms {
	t := bib.English
	for key, text := range map[string]*string{
		"et-al": &t.EtAl, "internet": &t.Internet, "cited": &t.Cited, "editor": &t.Editor, "editors": &t.Editors,
		"in": &t.In, "edition": &t.Edition, "volume": &t.Volume, "volumes": &t.Volumes, "page": &t.Page,
		"section": &t.Section, "report": &t.Report, "presented": &t.PresentedAt, "date": &t.Date,
		"before-christ": &t.BeforeChrist, "after-christ": &t.AfterChrist,
	} {
		if word, ok := l.Words.Word(in, "work-"+key); ok {
			*text = word
		}
	}
	for key, list := range map[string]*[]string{
		"ordinals": &t.Ordinals, "months": &t.Months, "months-short": &t.ShortMonths, "seasons": &t.Seasons,
	} {
		if words, ok := l.Words.Word(in, "work-"+key); ok {
			*list = strings.Fields(words)
		}
	}
	if list, ok := l.Words.Word(in, "work-languages"); ok {
		t.Languages = languages(list)
	}
	if example, ok := l.Words.Word(in, "work-quoted"); ok {
		t.StopInQuotes = !strings.HasSuffix(example, ".")
	}
	if language, ok := l.Words.Language(in); ok {
		t.Quotes = language.Quotes
	}
	return &t
}

// languages reads a list of tags, each with the name of its language.
func languages(list string) map[string]string {
	names := map[string]string{}
	for item := range strings.SplitSeq(list, ",") {
		tag, name, _ := strings.Cut(strings.TrimSpace(item), " ")
		names[tag] = name
	}
	return names
}
