package build

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

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

// Inputs returns the sum of all that the build of a tree depends on besides the program. It is
// not sound if a file cannot be read, which is a problem to report.
func (b *Builder) Inputs(fsys fs.FS, o Options) (sum source.Sum, sound bool, err error) {
	t, err := b.read(fsys)
	if err != nil {
		return sum, false, err
	}
	files := slices.Concat(t.pages, t.exercises, t.layouts, slices.Collect(maps.Values(t.shared)))
	slices.SortFunc(files, func(a, b source.File) int { return cmp.Compare(a.Path, b.Path) })
	base := o.Base.String()
	o.Base = nil
	all := sumOf(files)
	return sha256.Sum256(fmt.Appendf(nil, "%x %s %+v", all, base, o)), len(t.problems()) == 0, nil
}

// sweep forgets what no file contains any more.
func (b *Builder) sweep() {
	b.cache.Sweep()
	b.compared.Sweep()
}

// A pageKey is for what depends on a page, its language and its glossary.
type pageKey struct {
	file    source.Sum
	options markdown.OptionsSum
}

// parse parses the pages, each with the quotation marks and the hyphenation of its
// language and the terms of its glossary, which is parsed first.
func (b *Builder) parse(
	files []source.File, words *i18n.Table, hyphenation *i18n.Hyphenation, o Options,
) ([]*page.Page, diag.List) {
	converters := b.converters(files, words, hyphenation, o)
	results := make([]cached[*page.Page], len(files))
	par.Each(len(files), func(i int) {
		results[i].value, results[i].problems = b.page(files[i], converters.of(files[i].Path))
	})
	var pages []*page.Page
	var problems diag.List
	for _, r := range results {
		if r.value != nil {
			pages = append(pages, r.value)
		}
		problems = append(problems, r.problems...)
	}
	return pages, problems
}

// converters are what pages are parsed with.
type converters struct {
	glossaries map[string]*markdown.Converter // by path
	languages  map[lang.Lang]*markdown.Converter
}

// of returns the converter of the page in a file.
func (c converters) of(file string) *markdown.Converter {
	in, _ := page.LangOf(file)
	return cmp.Or(c.glossaries[file], c.languages[in], unknown)
}

// converters returns the converters of all languages.
func (b *Builder) converters(
	files []source.File, words *i18n.Table, hyphenation *i18n.Hyphenation, o Options,
) converters {
	c := converters{map[string]*markdown.Converter{}, map[lang.Lang]*markdown.Converter{}}
	for _, l := range words.Languages() {
		options := converterOptions(l, words, hyphenation, o)
		glossary := page.GlossaryPath(l.Lang)
		c.glossaries[glossary] = markdown.New(options)
		if i := slices.IndexFunc(files, func(f source.File) bool { return f.Path == glossary }); i >= 0 {
			options.Terms = b.terms(files[i], c.glossaries[glossary])
		}
		c.languages[l.Lang] = markdown.New(options)
	}
	return c
}

// terms returns the terms of a glossary that other pages link.
func (b *Builder) terms(f source.File, c *markdown.Converter) (terms []markdown.Term) {
	p, _ := b.page(f, c)
	if own, ok := p.Own.(*page.Glossary); ok {
		terms = own.LinkedTerms()
	}
	return terms
}

// converterOptions returns the options of a language, without the terms of its glossary.
func converterOptions(l i18n.Language, words *i18n.Table, hyphenation *i18n.Hyphenation, o Options) markdown.Options {
	q := l.Quotes
	locators, _ := words.Word(l.Lang, "work-locators") // what is missing has been reported
	return markdown.Options{
		Lang:        l.Tag,
		Quotes:      markdown.Quotes{Open: q[0], Close: q[1], InnerOpen: q[2], InnerClose: q[3]},
		Decimal:     l.Decimal,
		Lexis:       l.Lexis,
		Hyphenation: hyphenation.Lists[l.Lang],
		Locators:    strings.Fields(locators),
		Loose:       o.Loose,
		Prose:       o.Prose,
	}
}

// unknown is for pages in a language that words.yaml does not list, which is a
// problem of its own.
var unknown = markdown.New(markdown.Options{})

// page parses one page.
func (b *Builder) page(f source.File, c *markdown.Converter) (*page.Page, diag.List) {
	return get(&b.cache, pageKey{f.Sum, c.Sum()}, func() (*page.Page, diag.List) { return page.Parse(f, c) })
}
