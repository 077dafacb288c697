package build

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/memo"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/render"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// A Builder builds the site from its input tree, again and again. It remembers
// what each file says; the zero Builder is ready to use, by one goroutine at a
// time.
type Builder struct {
	Source source.Reader

	pages       memo.Table[pageKey, parsed]
	words       table[*i18n.Table]
	hyphens     table[*i18n.Hyphenation]
	works       table[*bib.Bibliography]
	exercises   table[*exercise.Exercise]
	avoided     table[map[string]*avoid.List]
	retractions table[*bib.Retractions]
	publisher   table[*publisher.Publisher]
	searches    table[*search.List]
	lock        table[*translation.Lock]
	layouts     memo.Table[layoutKey, laid]
	compared    translation.Memory
}

// A table remembers what files of one kind say.
type table[T any] struct {
	memo.Table[source.Sum, said[T]]
}

type said[T any] struct {
	value T
	probs diag.List
}

// parse returns what a file says, and adds its problems to those there are.
func (t *table[T]) parse(f source.File, probs *diag.List, parse func(source.File) (T, diag.List)) T {
	s := t.Get(f.Sum, func() said[T] {
		value, probs := parse(f)
		return said[T]{value, probs}
	})
	*probs = append(*probs, s.probs...)
	return s.value
}

// sweep forgets what no file says any more.
func (b *Builder) sweep() {
	b.pages.Sweep()
	b.words.Sweep()
	b.hyphens.Sweep()
	b.works.Sweep()
	b.exercises.Sweep()
	b.avoided.Sweep()
	b.retractions.Sweep()
	b.publisher.Sweep()
	b.searches.Sweep()
	b.lock.Sweep()
	b.layouts.Sweep()
	b.compared.Sweep()
}

// A layoutKey is the sum of all that layouts are made of.
type layoutKey struct {
	sum          source.Sum
	base         string
	loose, draft bool
}

type laid struct {
	layouts *render.Layouts
	probs   diag.List
}

type pageKey struct {
	file    source.Sum
	options markdown.OptionsSum
}

type parsed struct {
	page  *page.Page
	probs diag.List
}

// parse parses the pages, each with the settings of its language
// and the terms of its glossary, which is parsed first.
func (b *Builder) parse(files []source.File, table *i18n.Table, hyphenation *i18n.Hyphenation, o Options) (pages []*page.Page, probs diag.List) {
	glossaries, converters := map[string]*markdown.Converter{}, map[lang.Lang]*markdown.Converter{}
	for _, l := range table.Languages() {
		options := markdownOptions(table, hyphenation, l, o)
		glossary := page.GlossaryPath(l.Lang)
		glossaries[glossary] = markdown.New(options)
		if i := slices.IndexFunc(files, func(f source.File) bool { return f.Path == glossary }); i >= 0 {
			options.Terms = b.page(files[i], glossaries[glossary]).page.LinkedTerms()
		}
		converters[l.Lang] = markdown.New(options)
	}
	results := make([]parsed, len(files))
	par.Each(len(files), func(i int) {
		in, _ := page.LangOf(files[i].Path)
		results[i] = b.page(files[i], cmp.Or(glossaries[files[i].Path], converters[in], unknown))
	})
	for _, r := range results {
		if r.page != nil {
			pages = append(pages, r.page)
		}
		probs = append(probs, r.probs...)
	}
	return pages, probs
}

// markdownOptions returns the options of one language, without terms.
func markdownOptions(table *i18n.Table, hyphenation *i18n.Hyphenation, l i18n.Language, o Options) markdown.Options {
	locators, _ := table.Word(l.Lang, "work-locators") // what is missing has been reported
	q := l.Quotes
	return markdown.Options{
		Lang:        l.Tag,
		Quotes:      markdown.Quotes{Open: q[0], Close: q[1], InnerOpen: q[2], InnerClose: q[3]},
		Decimal:     l.Decimal,
		Loose:       o.Loose,
		Prose:       o.Prose,
		Lexis:       l.Lexis,
		Hyphenation: hyphenation.Lists[l.Lang],
		Locators:    strings.Fields(locators),
	}
}

// unknown is for pages in a language that words.yaml does not list, which is a
// problem of its own.
var unknown = markdown.New(markdown.Options{})

func (b *Builder) page(f source.File, c *markdown.Converter) parsed {
	return b.pages.Get(pageKey{f.Sum, c.Sum()}, func() parsed {
		p, probs := page.Parse(f, c)
		return parsed{p, probs}
	})
}

// lay reads the layouts and the static files, if one of them has changed.
func (b *Builder) lay(files []source.File, table *i18n.Table, hyphenation *i18n.Hyphenation, o render.Options) (*render.Layouts, diag.List) {
	h := sha256.New()
	for _, f := range files {
		h.Write(f.Sum[:])
	}
	key := layoutKey{base: o.Base.String(), loose: o.Loose, draft: o.Draft}
	h.Sum(key.sum[:0])
	l := b.layouts.Get(key, func() laid {
		layouts, probs := render.Parse(files, table, hyphenation.Lists, o)
		return laid{layouts, probs}
	})
	return l.layouts, l.probs
}
