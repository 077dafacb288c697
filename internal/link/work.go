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
	word := func(key string) string {
		w, _ := l.Words.Word(in, "work-"+key)
		return w
	}
	list := func(key string) []string { return strings.Fields(word(key)) }
	language, _ := l.Words.Language(in)
	return &bib.Terms{
		EtAl: word("et-al"), Internet: word("internet"), Cited: word("cited"),
		Editor: word("editor"), Editors: word("editors"), In: word("in"),
		Edition: word("edition"), Ordinals: list("ordinals"),
		Volume: word("volume"), Volumes: word("volumes"), Page: word("page"),
		Section: word("section"), Report: word("report"), PresentedAt: word("presented"),
		Date: word("date"), Months: list("months"), ShortMonths: list("months-short"), Seasons: list("seasons"),
		BeforeChrist: word("before-christ"), AfterChrist: word("after-christ"),
		Quotes: language.Quotes, StopInQuotes: !strings.HasSuffix(word("quoted"), "."),
		Languages: languages(word("languages")),
	}
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
