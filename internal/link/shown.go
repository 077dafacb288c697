package link

import (
	"cmp"
	"slices"
	"strings"

	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/review"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/text/markdown"
)

// A Shown knows what each page of a site shows, part by part, for whoever reviews it. It
// includes what other files put on the page: a dose, a box, a work. What leads to other
// pages (lists, neighbours, titles of other exercises) is no part.
type Shown struct {
	site      *site.Site
	exercises map[string]*exercise.Exercise
	cautions  map[lang.Lang]*site.Entry // the page that explains them
	byURL     map[string]*site.Entry
	text      func(path string) []byte // of a file of the input tree
}

// NewShown returns what the pages of a linked site show.
func NewShown(s *site.Site, exercises []*exercise.Exercise, text func(path string) []byte) *Shown {
	shown := &Shown{
		site:      s,
		exercises: map[string]*exercise.Exercise{},
		cautions:  map[lang.Lang]*site.Entry{},
		byURL:     map[string]*site.Entry{},
		text:      text,
	}
	for _, x := range exercises {
		shown.exercises[x.Key] = x
	}
	for _, e := range s.Entries {
		if e.Name() == cautionsName {
			shown.cautions[e.Lang] = e
		}
		shown.byURL[e.URL] = e
	}
	return shown
}

// A lister lists the parts of one page.
type lister struct {
	*Shown
	e      *site.Entry
	embeds []*site.Embed // the boxes that are not listed yet
	parts  []review.Part
}

// add adds a part of the page itself. What has no words is no part.
func (l *lister) add(id, name string, critical bool, texts ...string) {
	l.addAt(l.e.Path, l.e.Title.Offset, id, name, critical, texts...)
}

func (l *lister) addAt(file string, offset int, id, name string, critical bool, texts ...string) {
	if strings.TrimSpace(strings.Join(texts, "")) == "" {
		return
	}
	l.parts = append(l.parts, review.Part{
		ID:       id,
		Name:     cmp.Or(name, id),
		Sum:      review.SumOf(texts...),
		Critical: critical || l.e.Critical,
		Path:     file,
		Offset:   offset,
	})
}

func (l *lister) word(key string) string {
	w, _ := l.site.Words.Word(l.e.Lang, key) // what is missing has been reported
	return w
}

// sectionText returns the source of the section of a page that has an id.
func (l *lister) sectionText(e *site.Entry, id string) string {
	for i := range e.Sections {
		if e.Sections[i].ID == id {
			return strings.Join(l.textOf(e, &e.Sections[i]), "\n")
		}
	}
	return ""
}

// textOf returns the source of a section, and the titles that the program gives its alerts.
func (l *lister) textOf(e *site.Entry, s *markdown.Section) []string {
	texts := []string{string(l.text(e.Path)[s.Start:s.End])}
	for _, b := range s.Blocks {
		if alert, ok := b.Kind.(markdown.AlertBlock); ok {
			texts = append(texts, l.word("alert-"+alert.Name))
		}
	}
	return texts
}

// isCritical reports whether a change of a section may hurt somebody: as in translations, it
// has a critical block, such as an alert or a step, or is critical in its kind of page.
func isCritical(e *site.Entry, s *markdown.Section) bool {
	if e.Critical {
		return true
	}
	return slices.ContainsFunc(s.Blocks, func(b markdown.Block) bool {
		return b.Critical && b.Offset >= s.Start // and not in the front matter
	})
}
