// Package page turns one source file into one typed page.
//
// Its law: Parse sees one file and nothing else: no other page, no clock, no
// disk. So its result can be remembered for as long as the file and the options
// are the same, and be shared by goroutines: a page is never changed.
package page

import (
	"bytes"
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/source"
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

	// Unidentified says that the file has no kind or no title. The page is there so
	// that what refers to it is no error too.
	Unidentified bool

	// HasErrors says that the file has errors. What it lacks may be in what
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

// IsIndex reports whether the page stands for its folder.
func (p *Page) IsIndex() bool { return path.Base(p.Key) == "index" }

// IDs returns the ids that a link to the page can name: those of its headings,
// its list items and its terms.
func (p *Page) IDs() []string {
	ids := p.bodyIDs()
	if g, ok := p.Own.(*Glossary); ok {
		ids = append(ids, g.IDs()...)
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

var keyForm = regexp.MustCompile(`^[a-z0-9-]+(/[a-z0-9-]+)*$`)

// IsKey reports whether a page may have this key.
func IsKey(key string) bool { return keyForm.MatchString(key) }

// Parse parses the Markdown file of a page. If there are errors among the
// problems the page must not be shown. It is nil only if its file name cannot
// be a page's.
func Parse(f source.File, md *markdown.Converter) (*Page, diag.List) {
	l, rest := LangOf(f.Path)
	p := &Page{Path: f.Path, Lang: l, Key: strings.TrimSuffix(rest, ".md")}
	if !keyForm.MatchString(p.Key) {
		return nil, diag.List{diag.Errorf(f.Path, 0, "the file name %q cannot be a page's key", rest).
			Hintf("use small letters a-z, digits and hyphens; the address in each language is given by slug")}
	}
	front, start, problem := cutFront(f)
	if problem != nil {
		p.Unidentified, p.HasErrors = true, true
		return p, diag.List{*problem}
	}
	probs := p.readFront(f.Path, front)
	doc, bodyProbs := md.Convert(f.Path, f.Data, start, p.quoted()...)
	doc.Strays = append(p.Strays, doc.Strays...)
	p.Document = doc
	probs = slices.Concat(probs, bodyProbs, p.phrases(md), p.joints(md), p.misplaced())
	if p.Own != nil {
		probs = append(probs, p.Own.complete(p)...)
	}
	p.HasErrors = probs.Errors() > 0
	p.translatable(md, f.Data)
	p.Unidentified = p.Title.Text == "" || p.Kind == ""
	p.Slug.Text = cmp.Or(p.Slug.Text, lang.Slug(p.Title.Text))
	return p, probs
}

// quoted returns the sections whose text is kept.
func (p *Page) quoted() []string {
	if x, ok := p.Own.(*Exercise); ok {
		return x.quoted()
	}
	return nil
}

// misplaced refuses a second page of a kind of which a language has one.
func (p *Page) misplaced() diag.List {
	key := p.Kind.Traits().Key
	if key == "" || p.Key == key {
		return nil
	}
	file := "content/" + string(p.Lang) + "/" + key + ".md"
	return diag.List{diag.Errorf(p.Path, p.Keys["kind"], "the page of kind %s is %s", p.Kind, file).
		Hintf("a language has one, in that file")}
}

const fence = "---\n"

// cutFront returns the front matter, which starts after the first fence, and
// the offset at which the body starts.
func cutFront(f source.File) (front string, start int, problem *diag.Problem) {
	if !bytes.HasPrefix(f.Data, []byte(fence)) {
		p := diag.Errorf(f.Path, 0, "no front matter").
			Hintf("start the file with a line ---, then kind: and title:, then a line ---")
		return "", 0, &p
	}
	m := frontEnd.FindIndex(f.Data)
	if m == nil {
		p := diag.Errorf(f.Path, 0, "the front matter does not end").Hintf("put a line --- after it")
		return "", 0, &p
	}
	return string(f.Data[len(fence):max(m[0]+1, len(fence))]), m[1], nil
}

var frontEnd = regexp.MustCompile(`\n---(\n|$)`)
