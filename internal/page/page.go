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
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/draw/figure"
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
	Parts      []strict.Part            // the texts of the front matter; those of steps, terms and so on after the page's own
	OtherNames []strict.String          // of an exercise: names that people search for
	Steps      []Step                   // of a programme
	Terms      []Term                   // of a glossary
	Changes    []Change                 // of a list of changes, the newest first
	Foreign    map[string]string        // the language tags of those names that are in another language
	Labels     map[string]strict.String // of a figure
	Drawing    *figure.Drawing          // of a figure

	markdown.Document

	// Broken says that the file does not say what it is. The page is there so
	// that what refers to it is no error too.
	Broken bool

	// Faulty says that there are errors in the file. What it lacks may be in what
	// could not be read.
	Faulty bool
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

// The ids of the sections of an exercise that its figure shows, whose text is kept.
const (
	StartSection = "start"
	StepsSection = "steps"

	MistakesSection = "mistakes" // for handouts
)

// IDs returns the ids that a link to the page can name: those of its headings,
// its list items and its terms.
func (p *Page) IDs() []string {
	ids := p.HeadingIDs()
	for _, i := range p.Items {
		ids = append(ids, i.ID)
	}
	for _, t := range p.Terms {
		ids = append(ids, t.ID.Text)
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
		p.Broken, p.Faulty = true, true
		return p, diag.List{*problem}
	}
	probs := p.readFront(f.Path, front)
	var captions []string
	if p.Kind == Exercise {
		captions = []string{StartSection, StepsSection, MistakesSection}
	}
	doc, bodyProbs := md.Convert(f.Path, f.Data, start, captions...)
	doc.BareKeys = append(p.BareKeys, doc.BareKeys...)
	p.Document = doc
	probs = append(probs, bodyProbs...)
	probs = append(probs, p.phrases(md)...)
	probs = append(probs, p.unbroken(md)...)
	probs = append(probs, p.checkTerms()...)
	probs = append(probs, p.checkChanges()...)
	if at, given := p.Keys["labels"]; p.Kind == Figure && given {
		var more diag.List
		p.Drawing, more = figure.DrawDiagram(p.Path, at, p.Name(), p.Labels)
		probs = append(probs, more...)
	}
	if p.Kind == Figure && len(p.Headings) > 0 {
		probs = append(probs, diag.Errorf(p.Path, p.Headings[0].Offset, "a heading in the caption of a figure").Hintf("write it in bold"))
	}
	p.Faulty = probs.Errors() > 0
	p.translatable(md, f.Data)
	p.Broken = p.Title.Text == "" || p.Kind == ""
	p.Slug.Text = cmp.Or(p.Slug.Text, lang.Slug(p.Title.Text))
	return p, probs
}

const fence = "---\n"

// cutFront returns the front matter, which starts after the first fence, and
// the offset at which the body starts.
func cutFront(f source.File) (front string, start int, problem *diag.Problem) {
	if !bytes.HasPrefix(f.Data, []byte(fence)) {
		p := diag.Errorf(f.Path, 0, "no front matter").Hintf("start the file with a line ---, then kind: and title:, then a line ---")
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
