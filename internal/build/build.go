// Package build runs the stages in order: read, parse, link, check, print. It
// is the one function to read first.
//
//	source.Read → page.Parse (remembered) → site.Link → rule.Check → render.Site
//
// Its law: warm equals cold. Whatever a Builder built before, the outputs are
// those of a build from nothing, byte for byte.
package build

import (
	"context"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/host"
	"rygghandboka/internal/page"
	"rygghandboka/internal/render"
	"rygghandboka/internal/rule"
	"rygghandboka/internal/site"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/avoid"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// Options are what a build depends on besides the input tree.
type Options struct {
	Base  *url.URL  // where the site is published; its path ends with a slash
	Today time.Time // the day, at midnight UTC
	Loose bool      // do not minify HTML: for comparison in tests
	Prose bool      // keep the sentences of each page, for the readability report
	PDF   bool      // pages link to their PDF files
	Share bool      // pages have share images
	Weigh bool      // refuse pages that are too heavy: see package host
	Draft bool      // show the site although translations do not agree yet
}

// A Result is a built site, ready to be printed.
type Result struct {
	Outputs  []render.Output // none if there are errors among the problems
	Problems diag.List       // located and sorted
	Pages    int
	Changed  []string   // the paths of files that are other than in the build before
	Site     *site.Site // linked; complete only if there are no errors

	Exercises []*exercise.Exercise

	Translations *translation.Report
	Drift        diag.List           // those of the problems that are of translations
	subject      translation.Subject // that they are of
	unread       diag.List           // what is wrong with the lock, and with files as such

	texts map[string][]byte // of the input tree
}

// Build builds the site in fsys. An error means that fsys cannot be read.
func (b *Builder) Build(fsys fs.FS, o Options) (*Result, error) {
	defer b.sweep()
	files, unread, err := b.Source.Read(fsys)
	if err != nil {
		return nil, err
	}
	probs := slices.Clone(unread)
	in := sort(files)
	probs = append(probs, in.problems...)
	table := b.words.parse(in.words, &probs, i18n.Parse)
	if len(table.Languages()) == 0 && probs.Errors() > 0 { // without languages nothing else can be said
		r := &Result{Changed: b.Source.Changed, Site: &site.Site{}, Translations: &translation.Report{}, unread: probs, texts: texts(files)}
		r.Problems = r.Locate(probs)
		return r, nil
	}
	hyphenation := b.hyphens.parse(in.hyphens, &probs, i18n.ParseHyphens)
	probs = append(probs, hyphenation.UnknownLanguages(table)...)
	pages, more := b.parse(in.pages, table, hyphenation, o)
	probs = append(probs, more...)
	works := b.works.parse(in.works, &probs, bib.Parse)
	var exercises []*exercise.Exercise
	for _, f := range in.exercises {
		if e := b.exercises.parse(f, &probs, exercise.Parse); e != nil {
			exercises = append(exercises, e)
		}
	}
	avoided := b.avoided.parse(in.avoid, &probs, avoid.Parse)
	searches := b.searches.parse(in.search, &probs, search.Parse)
	retractions := b.retractions.parse(in.retractions, &probs, bib.ParseRetractions)
	published := b.publisher.parse(in.publisher, &probs, publisher.Parse)
	var broken diag.List
	lock := b.lock.parse(in.lock, &broken, translation.ParseLock)
	probs, unread = append(probs, broken...), append(unread, broken...)
	printing := render.Options{Base: o.Base, Loose: o.Loose, Draft: o.Draft, PDF: o.PDF, Share: o.Share}
	layouts, more := b.lay(append(in.layouts, in.words, in.hyphens), table, hyphenation, printing)
	probs = append(probs, more...)

	byPath := texts(files)
	text := func(path string) []byte { return byPath[path] }
	compared := translation.Subject{Pages: pages, Languages: table.Languages(), Lock: lock, Text: text, Memory: &b.compared}
	report, drift := translation.Check(compared)

	linked, more := site.Link(site.Input{Pages: pages, Works: works, Publisher: published, Exercises: exercises, Words: table, Search: searches, FigureStyle: layouts.Static("css/figure.css"), DiagramStyle: layouts.Static("css/diagram.css"), Translations: report, Base: o.Base.Path})
	probs = append(probs, more...)
	probs = append(probs, rule.Check(rule.Subject{
		Site: linked, Exercises: exercises, Retractions: retractions, Avoid: avoided,
		Text: text, Base: o.Base, Today: o.Today,
	})...)
	r := &Result{Pages: len(pages), Changed: b.Source.Changed, Site: linked, Exercises: exercises, Translations: report, subject: compared, unread: unread, texts: byPath}
	if probs.Errors() == 0 && (o.Draft || drift.Errors() == 0) {
		r.Outputs, more = render.Site(linked, layouts, printing)
		if probs = append(probs, more...); more.Errors() > 0 {
			r.Outputs = nil
		} else if !o.Draft {
			r.Outputs = host.Add(r.Outputs, host.Options{Base: o.Base, Languages: folders(linked), Weigh: o.Weigh})
		}
	}
	r.Drift = r.Locate(drift)
	r.Problems = r.Locate(append(probs, r.Drift...))
	return r, nil
}

// folders returns the languages that have pages.
func folders(s *site.Site) (out []lang.Lang) {
	for _, l := range s.Languages {
		out = append(out, l.Lang)
	}
	return out
}

// texts returns the data of files by their paths.
func texts(files []source.File) map[string][]byte {
	byPath := make(map[string][]byte, len(files))
	for _, f := range files {
		byPath[f.Path] = f.Data
	}
	return byPath
}

// Confirm notes that pages or sections say the same in all their languages, and
// returns the lock that says so, and what is other in it: see
// translation.Subject. A lock or another file that cannot be read must be mended first:
// what is not read would be taken for gone.
func (r *Result) Confirm(names []string, all bool) (*translation.Lock, []translation.Change, diag.List, error) {
	if r.unread.Errors() > 0 {
		return nil, nil, r.Locate(r.unread), nil
	}
	lock, changes, probs, err := r.subject.Confirm(names, all)
	return lock, changes, r.Locate(probs), err
}

// Text returns a text file of the input tree, or "" if there is none.
func (r *Result) Text(path string) string { return string(r.texts[path]) }

// Locate gives problems their places in the input tree.
func (r *Result) Locate(l diag.List) diag.List {
	return l.Locate(r.Text)
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
// without writing anything. It stops early if ctx ends.
func (r *Result) Print(ctx context.Context) diag.List {
	found := make([]diag.List, len(r.Outputs))
	par.Each(len(r.Outputs), func(i int) {
		if ctx.Err() == nil {
			_, found[i] = r.Outputs[i].Print()
		}
	})
	var probs diag.List
	for _, l := range found {
		probs = append(probs, l...)
	}
	return r.Locate(probs)
}

// An input is the input tree, divided by what reads which file.
type input struct {
	pages, exercises []source.File
	layouts          []source.File // and static files
	words, works     source.File
	hyphens          source.File
	avoid            source.File
	retractions      source.File
	publisher        source.File
	search           source.File
	lock             source.File
	problems         diag.List
}

func sort(files []source.File) (in input) {
	in.lock.Path = translation.LockPath
	in.words, in.works = source.File{Path: i18n.Path}, source.File{Path: bib.Path, Data: []byte("[]")}
	for _, f := range files {
		language, _ := page.LangOf(f.Path)
		switch {
		case f.Path == i18n.Path:
			in.words = f
		case f.Path == bib.Path:
			in.works = f
		case f.Path == i18n.HyphenPath:
			in.hyphens = f
		case f.Path == avoid.Path:
			in.avoid = f
		case f.Path == bib.RetractionPath:
			in.retractions = f
		case f.Path == publisher.Path:
			in.publisher = f
		case f.Path == search.Path:
			in.search = f
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
		case strings.HasPrefix(f.Path, "static/"), path.Ext(f.Path) == ".html":
			in.layouts = append(in.layouts, f)
		default:
			in.problems = append(in.problems, diag.Errorf(f.Path, 0, "nothing reads this file").Hintf("a layout's name ends with .html"))
		}
	}
	return in
}
