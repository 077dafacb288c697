// Package page turns one source file into one typed page.
//
// Its law: Parse sees one file and nothing else: no other page, no clock, no
// disk. So its result can be remembered for as long as the file and the options
// are the same, and be shared by goroutines: a page is never changed.
//
// Its files, from the bottom up:
//
//	kind.go         the names of the kinds of page
//	front.go        the front matter that all kinds share
//	page.go         a page
//	exercise.go     the front matter that only one kind has: exercises,
//	figure.go       figures,
//	programme.go    programmes,
//	home.go         the front page,
//	changes.go      the list of changes,
//	glossary.go     the glossary
//	kinds.go        what is special about each kind
//	barekey.go      keys of works where nothing is cited
//	phrase.go       names in another language
//	hyphen.go       where long words may break
//	range.go        ranges that go down
//	review.go       keys that stated a review
//	translation.go  what a translation is compared with
//	parse.go        all of it: one file into one page
package page

import (
	"path"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// A Page is one page in one language, and knows nothing of other pages.
type Page struct {
	Path string    // content/no/exercises/bird-dog.md
	Lang lang.Lang // no
	Key  string    // exercises/bird-dog: the same in all languages

	Front
	Own     Own               // the front matter that only its kind has, nil if it has none
	Parts   []strict.Part     // the texts of the front matter; those of steps, terms and so on after the page's own
	Foreign map[string]string // the language tags of those names that are in another language
	markdown.Document

	// Unidentified is whether the file has no kind or no title. The page is there so
	// that what refers to it is no error too.
	Unidentified bool

	// HasErrors is whether the file has errors. What it lacks may be in what
	// could not be read.
	HasErrors bool
}

// Name returns the last part of the page's key, by which other pages refer to
// it; for the index of a folder that is the folder's name.
func (p *Page) Name() string {
	if p.IsIndex() && p.Key != "index" {
		return path.Base(path.Dir(p.Key))
	}
	return path.Base(p.Key)
}

// IsIndex reports whether the page represents its folder.
func (p *Page) IsIndex() bool { return path.Base(p.Key) == "index" }

// IDs returns the ids that a link to the page can name: those of its headings,
// its list items and its terms.
func (p *Page) IDs() []string {
	ids := p.bodyIDs()
	if own, ok := p.Own.(interface{ IDs() []string }); ok {
		ids = append(ids, own.IDs()...)
	}
	return ids
}

func (p *Page) bodyIDs() []string {
	ids := p.HeadingIDs()
	for _, i := range p.Items {
		ids = append(ids, i.ID)
	}
	return ids
}

// HeadingIDs returns the ids of the page's headings, in order.
func (p *Page) HeadingIDs() (ids []string) {
	for _, h := range p.Headings {
		ids = append(ids, h.ID)
	}
	return ids
}

// LangOf returns the language folder that a file of the input tree is in, and
// the path below it. The language is "" if the file is in none.
func LangOf(p string) (l lang.Lang, rest string) {
	rest, inContent := strings.CutPrefix(p, "content/")
	name, rest, inFolder := strings.Cut(rest, "/")
	if !inContent || !inFolder || name == "shared" {
		return "", ""
	}
	return lang.Lang(name), rest
}

// An Own is the front matter that only the pages of one kind have, and what is derived
// from it.
type Own interface {
	// complete derives what is derived, once the page is parsed, and returns what is wrong.
	complete(p *Page) diag.List
}
