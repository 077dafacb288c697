package link

import (
	"maps"
	"slices"
	"time"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/data/publisher"
	"rygghandboka/internal/page"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
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
	Reviews      *review.Lock
	Text         func(path string) []byte // of a file of the input tree
	Today        time.Time
	Base         string // the path under which the site is published: / or /handbook/
}

// A linker is a site in the making.
type linker struct {
	Input
	site  *site.Site
	probs diag.List

	byKey      map[lang.Lang]map[string]*site.Entry   // exercises/bird-dog
	byName     map[lang.Lang]map[string][]*site.Entry // bird-dog
	parents    map[*site.Entry]*site.Entry            // the index of the folder, or the home page
	children   map[*site.Entry][]*site.Entry
	exercises  map[string]*exercise.Exercise
	figureURLs map[string]figureURLs // by the exercises' keys
	glossaries map[lang.Lang]*site.Entry
	ranks      map[lang.Lang]map[string]int        // the places of exercises in the programmes, by their keys
	written    map[lang.Lang]map[string]*site.Work // works written out
}

// A figureURLs are the addresses of the files of an exercise's drawing.
type figureURLs struct {
	all    string
	panels []string
}

// newLinker returns a linker that knows the pages by their keys and names.
func newLinker(in Input) *linker {
	l := &linker{
		Input:      in,
		site:       newSite(in),
		byKey:      map[lang.Lang]map[string]*site.Entry{},
		byName:     map[lang.Lang]map[string][]*site.Entry{},
		parents:    map[*site.Entry]*site.Entry{},
		children:   map[*site.Entry][]*site.Entry{},
		exercises:  map[string]*exercise.Exercise{},
		figureURLs: map[string]figureURLs{},
		glossaries: map[lang.Lang]*site.Entry{},
		ranks:      map[lang.Lang]map[string]int{},
		written:    map[lang.Lang]map[string]*site.Work{},
	}
	for _, x := range in.Exercises {
		l.exercises[x.Key] = x
	}
	l.enter()
	l.languages()
	return l
}

func newSite(in Input) *site.Site {
	return &site.Site{
		Base:         in.Base,
		Words:        in.Words,
		Publisher:    in.Publisher,
		Search:       in.Search,
		Translations: in.Translations,
		Bibliography: in.Works,
	}
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
		e := &site.Entry{Page: p, Language: language, Detail: site.NewDetail(p)}
		if p.IsIndex() {
			e.Index = &site.Index{}
		}
		if l.byKey[p.Lang] == nil {
			l.byKey[p.Lang], l.byName[p.Lang] = map[string]*site.Entry{}, map[string][]*site.Entry{}
			l.written[p.Lang] = map[string]*site.Work{}
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

// names returns all names by which a page of a language can be referred to.
func (l *linker) names(in lang.Lang) []string {
	return slices.Collect(maps.Keys(l.byName[in]))
}
