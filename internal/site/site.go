// Package site links pages into a site: addresses, translations, navigation,
// and what fills each hole of each page.
//
// Its law: a page knows another page only as a plain value, a Stub or a Card
// (or, for an embed, the other page's finished body). Link does no I/O, changes
// no page, and is run anew for the whole site on each build. That is cheap, and
// nothing can be stale.
//
// There is one file per noun: address, backlink, caution, changes, citation, dosage,
// embed, exercise, figure, filter, fold, link, muscle, part, programme, redirect, search,
// term, translation.
package site

import (
	"maps"
	"slices"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
	"rygghandboka/internal/text/search"
	"rygghandboka/internal/translation"
)

// An Input is all that a site is made of. Link changes none of it.
type Input struct {
	Pages     []*page.Page
	Works     *bib.Bibliography
	Publisher *publisher.Publisher // nil if nobody is named
	Exercises []*exercise.Exercise
	Words     *i18n.Table
	Search    *search.List

	FigureStyle, DiagramStyle string // the style sheets of drawings; diagrams have both

	Translations *translation.Report
	Base         string // the path under which the site is published: / or /handbook/
}

// A Site is every page, linked.
type Site struct {
	Base      string
	Languages []i18n.Language // those that have pages, in the order of words.yaml
	Entries   []*Entry        // by language, and in each by address
	Homes     []Translation   // the home page of each language
	Redirects []Redirect      // from addresses that pages had before
	Figures   []FigureFile    // the files of drawings
	Words     *i18n.Table
	Publisher *publisher.Publisher // nil if nobody is named
	Search    *search.List         // what readers type, and what the handbook says

	Translations *translation.Report
	Bibliography *bib.Bibliography
}

// A Stub is all that one page may know of another, or of itself.
type Stub struct {
	Lang  lang.Lang
	Title string
	URL   string
}

// A Card is what a list shows of a page.
type Card struct {
	Stub
	Kind     page.Kind
	Summary  string
	Unlisted bool      // not for the menu
	Exercise *Exercise // of an exercise
}

// An Entry is a page in its place.
type Entry struct {
	*page.Page
	Language i18n.Language
	URL      string // /no/ovelser/diagonalloft/
	Out      string // no/ovelser/diagonalloft/index.html

	Trail        []Stub // the pages above, from the home page down
	Prev, Next   *Stub
	Index        *Index // of a page that stands for its folder, nil for others
	Translations []Translation
	Newer        []Translation // those whose text has changed since this page was confirmed
	Nearest      []Translation // for a language without this page, the nearest above it

	Targets    []Target    // one for each hole of the body, in order
	References []Reference // the works cited, in the order of their numbers
	Detail     Detail      // what only its kind has, nil if it has nothing
	Changed    strict.Date // the last day for which the list of changes names the page

	Part            *Part   // of a page that the program has added or divided
	FoldedBacklinks *Folded // if the links to the pages that refer to this one have a page of their own

	parent    *Entry
	children  []*Entry
	referrers []*Entry
}

// An Index is what the index of a folder shows of the pages below it.
type Index struct {
	Children  []Card
	Filter    Filter        // if they are exercises
	Elsewhere []Translation // those that only another language has
}

// A Target is what fills one hole.
type Target struct {
	URL   string // of a link or a term; or the id of a heading
	Text  string // of a link's title, a term's definition, or a word
	Cites []Cited
	Embed *Embed
}

// Stub returns what other pages may know of the page.
func (e *Entry) Stub() Stub { return Stub{e.Lang, e.Title.Text, e.URL} }

// Card returns what a list shows of the page.
func (e *Entry) Card() Card {
	return Card{e.Stub(), e.Kind, e.Summary.Text, e.Unlisted, e.Exercise()}
}

// A linker is a site in the making.
type linker struct {
	Input
	site  *Site
	probs diag.List

	byKey      map[lang.Lang]map[string]*Entry   // exercises/bird-dog
	byName     map[lang.Lang]map[string][]*Entry // bird-dog
	exercises  map[string]*exercise.Exercise
	figureURLs map[string]figureURLs // by the exercises' keys
	glossaries map[lang.Lang]*Entry
	written    map[lang.Lang]map[string]string // works written out
}

// Link links pages into a site. The problems are those that no page can see by
// itself: what is referred to and is not there, and addresses that collide.
func Link(in Input) (*Site, diag.List) {
	l := &linker{
		Input: in,
		site: &Site{
			Base:         in.Base,
			Words:        in.Words,
			Publisher:    in.Publisher,
			Search:       in.Search,
			Translations: in.Translations,
			Bibliography: in.Works,
		},
		byKey:      map[lang.Lang]map[string]*Entry{},
		byName:     map[lang.Lang]map[string][]*Entry{},
		exercises:  map[string]*exercise.Exercise{},
		figureURLs: map[string]figureURLs{},
		glossaries: map[lang.Lang]*Entry{},
		written:    map[lang.Lang]map[string]string{},
	}
	for _, e := range in.Exercises {
		l.exercises[e.Key] = e
	}
	l.enter()
	l.languages()
	l.place()
	l.address()
	l.redirects()
	l.facts()
	for _, e := range l.site.Entries {
		l.neighbours(e)
		l.filter(e)
		l.translations(e)
		l.programme(e)
		l.changes(e)
	}
	l.write()
	l.fill()
	l.uses()
	l.homes()
	l.works()
	return l.site, l.probs
}

func (l *linker) problem(p diag.Problem) { l.probs = append(l.probs, p) }

// enter makes an entry of each page whose language is known.
func (l *linker) enter() {
	unknown := map[lang.Lang]bool{}
	for _, p := range l.Pages {
		language, ok := l.Words.Language(p.Lang)
		if !ok {
			if !unknown[p.Lang] {
				l.problem(diag.Errorf(p.Path, 0, "the language %q is not known", p.Lang).
					Hintf("add it to %s", i18n.Path))
			}
			unknown[p.Lang] = true
			continue
		}
		e := &Entry{Page: p, Language: language, Detail: newDetail(p)}
		if p.IsIndex() {
			e.Index = &Index{}
		}
		if l.byKey[p.Lang] == nil {
			l.byKey[p.Lang], l.byName[p.Lang] = map[string]*Entry{}, map[string][]*Entry{}
			l.written[p.Lang] = map[string]string{}
		}
		l.byKey[p.Lang][p.Key] = e
		l.byName[p.Lang][p.Name()] = append(l.byName[p.Lang][p.Name()], e)
		l.site.Entries = append(l.site.Entries, e)
		if e.Glossary() != nil && p.Key == page.GlossaryKey {
			l.glossaries[e.Lang] = e
		}
	}
}

// languages lists the languages that have pages.
func (l *linker) languages() {
	for _, language := range l.Words.Languages() {
		if l.byKey[language.Lang] != nil {
			l.site.Languages = append(l.site.Languages, language)
		}
	}
}

// fill finds what belongs in the holes of all pages. Each page is filled by itself;
// what it says of others is put in its place afterwards.
func (l *linker) fill() {
	fillers := make([]*filler, len(l.site.Entries))
	par.Each(len(fillers), func(i int) {
		e := l.site.Entries[i]
		f := &filler{linker: l, host: e, numbers: map[string]int{}, boxes: map[string]bool{}, terms: map[string]bool{}}
		f.plainTerms()
		e.Targets = f.targets(e, e.Body, nesting{})
		e.References = f.references
		fillers[i] = f
	})
	for _, f := range fillers {
		l.probs = append(l.probs, f.probs...)
		for _, to := range f.referred {
			l.refer(f.host, to)
		}
		for _, id := range f.used {
			l.use(f.host, id)
		}
	}
}

// A filler fills the holes of one page and of what it embeds. It changes nothing
// but that page.
type filler struct {
	*linker
	probs    diag.List
	referred []*Entry // the pages that the host refers to
	used     []string // the terms that the host links

	host       *Entry
	numbers    map[string]int  // of the works cited so far
	boxes      map[string]bool // ids that boxes have brought so far
	terms      map[string]bool // those that have been linked, or must not be
	references []Reference
}

func (f *filler) problem(p diag.Problem) { f.probs = append(f.probs, p) }

// A nesting is how a body is nested in the host. The zero nesting is the host's own.
type nesting struct {
	level  int      // of the heading that stands above it in its own page; 0 is the title
	shift  int      // how many levels its headings move down
	prefix string   // before its ids
	part   bool     // it is a section of its page, not the whole
	chain  []*Entry // the pages that embed each other down to it
}

// targets returns what fills the holes of a body, which is owner's or a part of
// it.
func (f *filler) targets(owner *Entry, body []markdown.Piece, at nesting) []Target {
	targets := make([]Target, 0, len(body))
	var term Target
	level := max(1, at.level)
	for _, piece := range body {
		if piece.Ref == nil {
			continue
		}
		var t Target
		switch r := piece.Ref; r.Kind {
		case markdown.Citation:
			t.Cites = f.cite(owner, r)
		case markdown.Embed:
			t.Embed = f.embed(owner, r, level+at.shift, at.chain)
		case markdown.HeadingStart:
			level = r.Level
			t.URL = at.prefix + r.Key
		case markdown.ID:
			t.URL = at.prefix + r.Key
		case markdown.LinkURL:
			t.URL = f.link(owner, r, at)
		case markdown.LinkTitle:
			t.Text = f.title(owner, r)
		case markdown.TermStart:
			term = f.term(owner, r.Key)
			t = term
		case markdown.TermEnd:
			t = term
		case markdown.Word:
			t.Text = f.word(owner, r)
		}
		targets = append(targets, t)
	}
	return targets
}

// word returns a word of the layout.
func (f *filler) word(owner *Entry, r *markdown.Ref) string {
	w, ok := f.Words.Word(owner.Lang, r.Key)
	if !ok {
		f.problem(diag.Errorf(i18n.Path, 0, "there is no word %q", r.Key).Hintf("%s needs it", owner.Path))
	}
	return w
}

// names returns all names by which a page of a language can be referred to.
func (l *linker) names(in lang.Lang) []string {
	return slices.Collect(maps.Keys(l.byName[in]))
}
