// Package build runs the stages in order: read, parse, link, check, print. It
// is the one function to read first.
//
//	source.Read → page.Parse (remembered) → site.Link → rule.Check → render.Site
//
// Its law: warm equals cold. Whatever a Builder built before, the outputs are
// those of a build from nothing, byte for byte.
package build

import (
	"cmp"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"rygghandboka/internal/avoid"
	"rygghandboka/internal/bib"
	"rygghandboka/internal/diag"
	"rygghandboka/internal/exercise"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/markdown"
	"rygghandboka/internal/memo"
	"rygghandboka/internal/page"
	"rygghandboka/internal/par"
	"rygghandboka/internal/render"
	"rygghandboka/internal/rule"
	"rygghandboka/internal/site"
	"rygghandboka/internal/source"
	"rygghandboka/internal/translation"
	"rygghandboka/internal/words"
)

// Options are what a build depends on besides the input tree.
type Options struct {
	Base  *url.URL  // where the site is published; its path ends with a slash
	Today time.Time // the day, at midnight UTC
	Loose bool      // do not minify HTML: for comparison in tests
	Prose bool      // keep the sentences of each page, for the readability report
	Draft bool      // show the site although translations do not agree yet
}

// A Builder builds the site from its input tree, again and again. It remembers
// parsed pages; the zero Builder is ready to use, by one goroutine at a time.
type Builder struct {
	pages memo.Table[pageKey, parsed]
}

type pageKey struct {
	sum     source.Sum
	options markdown.Options
}

type parsed struct {
	page  *page.Page
	probs diag.List
}

// A Result is a built site, ready to be printed.
type Result struct {
	Outputs  []render.Output // none if there are errors among the problems
	Problems diag.List       // located and sorted
	Pages    int
	Site     *site.Site // linked; complete only if there are no errors

	Translations *translation.Report
	Drift        diag.List           // those of the problems that are of translations
	subject      translation.Subject // that they are of

	texts map[string][]byte // of the input tree
}

// Build builds the site in fsys. An error means that fsys cannot be read.
func (b *Builder) Build(fsys fs.FS, o Options) (*Result, error) {
	defer b.pages.Sweep()
	files, probs, err := source.Read(fsys)
	if err != nil {
		return nil, err
	}
	in := sort(files)
	table, more := words.Parse(in.words)
	probs = append(probs, more...)
	pages, more := b.parse(in.pages, table, o)
	probs = append(probs, more...)
	works, more := bib.Parse(in.works)
	probs = append(probs, more...)
	exercises, more := parseExercises(in.exercises)
	probs = append(probs, more...)
	probs = append(probs, in.problems...)
	avoided, more := avoid.Parse(in.avoid)
	probs = append(probs, more...)
	retractions, more := bib.ParseRetractions(in.retractions)
	probs = append(probs, more...)

	printing := render.Options{Base: o.Base, Loose: o.Loose, Draft: o.Draft}
	layouts, more := render.Parse(files, table, printing)
	probs = append(probs, more...)

	lock, more := translation.ParseLock(in.lock)
	probs = append(probs, more...)
	texts := make(map[string][]byte, len(files))
	for _, f := range files {
		texts[f.Path] = f.Data
	}
	text := func(path string) []byte { return texts[path] }
	compared := translation.Subject{Pages: pages, Languages: table.Languages(), Lock: lock, Text: text}
	report, drift := translation.Check(compared)

	linked, more := site.Link(site.Input{Pages: pages, Works: works, Exercises: exercises, Words: table, Translations: report, Base: o.Base.Path})
	probs = append(probs, more...)
	probs = append(probs, rule.Check(rule.Subject{
		Site: linked, Exercises: exercises, Retractions: retractions, Avoid: avoided,
		Text: text, Today: o.Today,
	})...)
	r := &Result{Pages: len(pages), Site: linked, Translations: report, subject: compared, texts: texts}
	if probs.Errors() == 0 && (o.Draft || drift.Errors() == 0) {
		r.Outputs, more = render.Site(linked, layouts, printing)
		probs = append(probs, more...)
	}
	r.Drift = r.Locate(drift)
	r.Problems = r.Locate(append(probs, r.Drift...))
	return r, nil
}

// Confirm notes that pages or sections say the same in all their languages, and
// returns the lock that says so, and the places that are new in it. See
// translation.Subject.
func (r *Result) Confirm(names []string, all bool) (lock []byte, confirmed []string, probs diag.List, err error) {
	confirmed, probs, err = r.subject.Confirm(names, all)
	return r.subject.Lock.Bytes(), confirmed, r.Locate(probs), err
}

// Locate gives problems their places in the input tree.
func (r *Result) Locate(l diag.List) diag.List {
	return l.Locate(func(p string) string { return string(r.texts[p]) })
}

// Links returns the links out of the handbook and their places, as problems
// whose messages are the addresses.
func (r *Result) Links() (links diag.List) {
	for _, e := range r.Site.Entries {
		for _, link := range e.Links {
			links = append(links, diag.Warnf(e.Path, link.Offset, "%s", link.URL))
		}
	}
	return r.Locate(links)
}

// Print prints every output and returns the problems: what a build would find
// without writing anything.
func (r *Result) Print() diag.List {
	found := make([]diag.List, len(r.Outputs))
	par.Each(len(r.Outputs), func(i int) { _, found[i] = r.Outputs[i].Print() })
	var probs diag.List
	for _, l := range found {
		probs = append(probs, l...)
	}
	return r.Locate(probs)
}

// parse parses the pages, each with the quotation marks of its language and the
// terms of its glossary, which is parsed first.
func (b *Builder) parse(files []source.File, table *words.Table, o Options) (pages []*page.Page, probs diag.List) {
	glossaries, converters := map[string]*markdown.Converter{}, map[lang.Lang]*markdown.Converter{}
	for _, l := range table.Languages() {
		q := l.Quotes
		options := markdown.Options{Quotes: markdown.Quotes{Open: q[0], Close: q[1], InnerOpen: q[2], InnerClose: q[3]}, Decimal: l.Decimal, Lexis: l.Lexis, Loose: o.Loose, Prose: o.Prose}
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

// unknown is for pages in a language that words.yaml does not list, which is a
// problem of its own.
var unknown = markdown.New(markdown.Options{})

func (b *Builder) page(f source.File, c *markdown.Converter) parsed {
	return b.pages.Get(pageKey{f.Sum, c.Options}, func() parsed {
		p, probs := page.Parse(f, c)
		return parsed{p, probs}
	})
}

func parseExercises(files []source.File) (exercises []*exercise.Exercise, probs diag.List) {
	for _, f := range files {
		e, more := exercise.Parse(f)
		if e != nil {
			exercises = append(exercises, e)
		}
		probs = append(probs, more...)
	}
	return exercises, probs
}

// An input is the input tree, divided by what reads which file.
type input struct {
	pages, exercises []source.File
	words, works     source.File
	avoid            source.File
	retractions      source.File
	lock             source.File
	problems         diag.List
}

func sort(files []source.File) (in input) {
	in.lock.Path = translation.LockPath
	in.words, in.works = source.File{Path: words.Path}, source.File{Path: bib.Path, Data: []byte("[]")}
	for _, f := range files {
		language, _ := page.LangOf(f.Path)
		switch {
		case f.Path == words.Path:
			in.words = f
		case f.Path == bib.Path:
			in.works = f
		case f.Path == avoid.Path:
			in.avoid = f
		case f.Path == bib.RetractionPath:
			in.retractions = f
		case f.Path == translation.LockPath:
			in.lock = f
		case f.Path == rule.PublishedPath:
		case path.Dir(f.Path) == exercise.Dir && path.Ext(f.Path) == ".yaml":
			in.exercises = append(in.exercises, f)
		case language != "" && path.Ext(f.Path) == ".md":
			in.pages = append(in.pages, f)
		case strings.HasPrefix(f.Path, "content/"):
			in.problems = append(in.problems, diag.Errorf(f.Path, 0, "nothing reads this file").
				Hintf("a page is content/LANGUAGE/….md"))
		case strings.HasPrefix(f.Path, "layouts/") && path.Ext(f.Path) != ".html":
			in.problems = append(in.problems, diag.Errorf(f.Path, 0, "nothing reads this file").Hintf("a layout's name ends with .html"))
		}
	}
	return in
}
