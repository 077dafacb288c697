package render

import (
	"html/template"
	"slices"
	"strings"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// A view is what a layout sees of a page: plain values, made for one printing.
// A layout of no page sees a view with little but the first group filled in:
// chooser.html and missing.html also Tag, chooser.html and redirect.html also Title and
// Address, chooser.html Summary and Picture, and redirect.html URL.
type view struct {
	Origin    string             // of the site, without a slash at the end
	Home      string             // the address of the language chooser
	Languages []site.Translation // each with its home page

	Tag      string // of the page's language, for lang attributes
	Kind     page.Kind
	KindName string // the word for the kind, "" for kinds that need none
	Title    string
	Summary  string
	URL      string
	Address  string // Origin and URL

	Picture      *picture      // that is shown beside a link to the page (share.go), nil if there is none
	LinkedData   template.JS   // for search engines (linkeddata.go)
	Worker       string        // the address of the service worker, "" in a draft
	Frame        template.HTML // the top of the page (frame.go)
	Trust        template.HTML // the foot of the page (trust.go)
	Version      string        // version.go
	Report       string        // where to report an error, or ""
	Feed         string        // the address of the feed of changes, or ""
	Trail        []site.Stub   // the pages above, from the home page down
	Translations []site.Translation
	Switch       []site.Translation // where the language is changed to: Translations, but for a part of a list
	Parts        []part             // the pages of a divided list
	Newer        []site.Translation // those that have changed since this page was confirmed
	Nearest      []site.Translation // the nearest page in a language that lacks this one
	Elsewhere    []site.Translation // pages below this one that only another language has
	Contents     []markdown.Heading // those of level 2
	Content      template.HTML      // the body, its holes filled
	Code         bool               // there is code in it
	References   []reference
	Backlinks    []backlinks
	FoldedLinks  *site.Folded // in their place, if they have a page of their own
	Children     []site.Card
	Filter       *filter // of an index of exercises
	Design       *design // of the page that shows it
	Prev, Next   *site.Stub

	Exercise   *site.Exercise
	Figure     *figure       // of an exercise
	Handout    *handout      // of a page that is one
	Boxes      []makerBox    // for handouts
	Maker      string        // the address of the data with which handouts are made
	Diagram    *site.Diagram // of a figure
	Cautions   []caution     // of an exercise
	OtherNames []name
	Programme  []site.Step
	Works      []work      // of the page that lists all works
	Terms      []term      // of a glossary
	Days       []changeDay // of a list of changes

	Reviewer             string // "" if nobody has reviewed the page
	Reviewed, NextReview string // days, written out
}

// A reference is a work in the list at the end of a page.
type reference struct {
	ID     string
	Work   template.HTML // partials/work.html
	Places []place       // where it is cited
}

// A caution says who should ask first, and what to do instead.
type caution struct {
	Title string
	Text  template.HTML
}

// A term is an entry of a glossary.
type term struct {
	ID, Term   string
	Also       []name
	Latin      string
	Definition string
	Trains     []site.Stub  // the exercises that train the muscle that the term names
	Uses       []site.Stub  // the pages that link the term
	Folded     *site.Folded // both, if they have a page of their own
}

// A place is where a work is cited.
type place struct{ ID, Name string } // its name is a, b, c and so on

// backlinks are the pages of one kind that refer to the page.
type backlinks struct {
	Kind  string // the word for the kind
	Pages []site.Stub
}

// A work is a work in the list of all works.
type work struct {
	Key     string
	Work    template.HTML // partials/work.html
	CitedBy []site.Stub
	Folded  *site.Folded // those, if they have a page of their own
}

// A part is a page of a divided list.
type part struct {
	site.PartLink
	Current bool
}

// view returns what a layout sees of e.
func (p *printer) view(e *site.Entry, content template.HTML) *view {
	v := &view{
		Maker: p.data, Worker: p.worker(e.Lang), Picture: p.shown[e.Whole().URL],
		Origin: p.origin, Home: p.site.Base, Languages: p.site.Homes,
		Tag: e.Language.Tag.String(), Kind: e.Kind, Title: e.Title.Text, Summary: e.Summary.Text, URL: e.URL, Address: p.origin + e.URL,
		Frame: p.frames[frameKey(e.Lang, section(e))], Trust: p.trust[e.Lang].foot, Feed: p.trust[e.Lang].feed, Trail: e.Trail, Translations: e.Translations, Switch: e.Translations,
		Newer: e.Newer, Nearest: e.Nearest,
		Content: content, Code: strings.Contains(string(content), "<code"), Filter: p.filterOf(e), Design: p.designOf(e), Prev: e.Prev, Next: e.Next,
		Exercise: p.exercise(e),
		Reviewer: e.Reviewer.Text,
	}
	v.KindName, _ = p.site.Words.Word(e.Lang, "kind-"+string(e.Kind))
	v.Backlinks, v.FoldedLinks = p.backlinks(e), e.FoldedBacklinks
	if e.Part != nil {
		for _, l := range e.Part.Pages {
			v.Parts = append(v.Parts, part{l, l.Number == e.Part.Number})
		}
		v.Switch = append(v.Switch, e.Part.Switch...)
	}
	for _, h := range e.Headings {
		if h.Level == 2 {
			v.Contents = append(v.Contents, h)
		}
	}
	if e.Index != nil {
		v.Children, v.Elsewhere = e.Index.Children, e.Index.Elsewhere
	}
	if own, ok := e.Own.(*page.Exercise); ok {
		v.OtherNames = names(e, own.OtherNames)
	}
	switch detail := e.Detail.(type) {
	case *site.Exercise:
		v.Figure = figureOf(detail.Figure)
		for _, c := range detail.Cautions {
			v.Cautions = append(v.Cautions, caution{c.Title, template.HTML(c.HTML)})
		}
	case *site.Diagram:
		v.Diagram = detail
	case *site.Programme:
		v.Programme = detail.Steps
	case *site.Changes:
		v.Days = p.changeDays(e, detail)
	case *site.Glossary:
		for _, t := range detail.Terms {
			v.Terms = append(v.Terms, term{t.ID.Text, t.Term.Term.Text, names(e, t.Also), t.Latin.Text, t.Definition.Text, t.Trains, t.Uses, t.Folded})
		}
	}
	if v.Reviewer != "" {
		v.Reviewed, v.NextReview = p.day(e, e.Reviewed), p.day(e, e.NextReview)
	}
	return v
}

// backlinks returns the pages that refer to e, or those that a page of links lists.
func (p *printer) backlinks(e *site.Entry) (list []backlinks) {
	for _, g := range linked(e) {
		kind, _ := p.site.Words.Word(e.Lang, "kinds-"+string(g.Kind))
		list = append(list, backlinks{kind, g.Pages})
	}
	return list
}

// linked returns the links that a page of links lists, or those back from another page.
func linked(e *site.Entry) []site.Group {
	if links, ok := e.Detail.(*site.Links); ok {
		return links.Groups
	}
	if e.FoldedBacklinks != nil {
		return nil
	}
	return e.Backlinks()
}

// exercise returns the facts of an exercise, with the addresses of its muscles as they are.
func (p *printer) exercise(e *site.Entry) *site.Exercise {
	if e.Exercise() == nil || len(p.moved) == 0 {
		return e.Exercise()
	}
	x := *e.Exercise()
	x.Muscles = slices.Clone(x.Muscles)
	for i := range x.Muscles {
		x.Muscles[i].URL = p.address(x.Muscles[i].URL)
	}
	return &x
}

// day writes out a day in the language of e.
func (p *printer) day(e *site.Entry, d strict.Date) string {
	return p.site.Words.Date(e.Lang, d.Year(), int(d.Month()), d.Day())
}

// A name is another word for something. Lang is "" if it is in the page's language.
type name struct{ Text, Lang string }

func names(e *site.Entry, list []strict.String) (out []name) {
	for _, s := range list {
		out = append(out, name{s.Text, e.Foreign[s.Text]})
	}
	return out
}
