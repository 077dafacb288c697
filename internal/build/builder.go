package build

import (
	"cmp"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/translation"
)

// A Builder builds the site from its input tree, again and again. It keeps what the
// files are parsed to; the zero Builder is ready to use, by one goroutine at a time.
type Builder struct {
	Source source.Reader

	cache    cache
	compared translation.Memory
}

// sweep forgets what no file contains any more.
func (b *Builder) sweep() {
	b.cache.Sweep()
	b.compared.Sweep()
}

type pageKey struct {
	sum     source.Sum
	options markdown.Options
}

type parsed struct {
	page     *page.Page
	problems diag.List
}

// parse parses the pages, each with the quotation marks and joints of its language
// and the terms of its glossary, which is parsed first.
func (b *Builder) parse(files []source.File, table *i18n.Table, joints *i18n.Hyphens, o Options) (pages []*page.Page, probs diag.List) {
	glossaries, converters := map[string]*markdown.Converter{}, map[lang.Lang]*markdown.Converter{}
	for _, l := range table.Languages() {
		q := l.Quotes
		locators, _ := table.Word(l.Lang, "work-locators") // what is missing has been reported
		options := markdown.Options{Lang: l.Tag, Quotes: markdown.Quotes{Open: q[0], Close: q[1], InnerOpen: q[2], InnerClose: q[3]}, Decimal: l.Decimal, Lexis: l.Lexis, Hyphens: markdown.Hyphens{List: joints.Lists[l.Lang], Whole: joints.Whole[l.Lang]}, Locators: markdown.Locators(locators), Loose: o.Loose, Prose: o.Prose}
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
		probs = append(probs, r.problems...)
	}
	return pages, probs
}

// unknown is for pages in a language that words.yaml does not list, which is a
// problem of its own.
var unknown = markdown.New(markdown.Options{})

func (b *Builder) page(f source.File, c *markdown.Converter) parsed {
	p, problems := get(&b.cache, pageKey{f.Sum, c.Options}, func() (*page.Page, diag.List) { return page.Parse(f, c) })
	return parsed{p, problems}
}
