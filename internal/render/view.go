package render

import (
	"html/template"
	"strings"

	"rygghandboka/internal/page"
	"rygghandboka/internal/render/resource"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/markdown"
)

// A view is the data of the layout of a page: plain values, made for one rendering.
type view struct {
	head
	navigation
	text

	// Own is the front matter that only one kind of page has: *page.Exercise and so on, nil
	// for kinds that have none. Detail is what is made for that kind: *exerciseDetail and so
	// on, or nil.
	Own    page.Own
	Detail any
}

// A head is how a page is identified, to readers and to machines.
type head struct {
	Origin   string // of the site, without a slash at the end
	Tag      string // of the page's language, for lang attributes
	Kind     page.Kind
	KindName string // the word for the kind, "" for kinds that need none
	Title    string
	Summary  string
	URL      string
	Address  string // Origin and URL
	Draft    bool   // it is not published

	SocialCard socialCard
	LinkedData template.JS  // for search engines (linkeddata.go)
	Worker     string       // the address of the service worker, "" in a preview
	Feed       string       // the address of the feed of changes, or ""
	Code       bool         // the content has code, which has a style sheet of its own
	Listing    bool         // it lists something, which has a style sheet of its own
	Base       string       // the address at which readers choose a language, without the origin
	Styles     []styleSheet // generated ones that the kind of page needs
}

// A socialCard is the data of partials/socialcard.html: how a link to a page is shown.
type socialCard struct {
	Type         string // website or article
	Title        string
	Summary      string
	Address      string
	Translations []site.Translation
	Picture      *resource.Picture // nil if there is none
}

// A navigation is the ways from a page to others.
type navigation struct {
	Header       template.HTML // the top of the page (header.go)
	Footer       template.HTML // the foot of the page (footer.go)
	Trail        []site.Stub   // the pages above, from the home page down
	Translations []site.Translation
	Switch       []site.Translation // where the language is changed to: Translations, but for a part of a list
	Apart        bool               // they may say different things: one has changed since they were compared
	Nearest      []site.Translation // the nearest page in a language that lacks this one
	Parts        []part             // the pages of a divided list
	Prev, Next   *site.Stub
	Backlinks    []backlinks
	FoldedLinks  *site.Folded // in their place, if they have a page of their own
}

// A text is what a page contains, and who answers for it.
type text struct {
	Contents   []markdown.Heading // those of level 2
	Content    template.HTML      // the body, its holes filled
	References []reference
	Version    string // version.go
	Report     string // where to report an error, or ""

	Review string // who has reviewed the page, or that nobody has (review.go)
}

// backlinks are the pages of one kind that refer to the page.
type backlinks struct {
	Kind  string // the word for the kind
	Pages []site.Stub
}

// A part is a page of a divided list.
type part struct {
	site.PartLink
	Current bool
}

// newHead returns the head of a page, without its linked data and generated styles.
func (r *renderer) newHead(e *site.Entry, content template.HTML) head {
	return head{
		Origin:     r.origin(),
		Tag:        e.Language.Tag.String(),
		Kind:       e.Kind,
		KindName:   r.word(e.Lang, "kind-"+string(e.Kind)),
		Title:      e.Title.Text,
		Summary:    e.Summary.Text,
		URL:        e.URL,
		Address:    r.origin() + e.URL,
		Draft:      e.Draft,
		SocialCard: r.newSocialCard(e),
		Worker:     r.worker(e.Lang),
		Feed:       r.feeds[e.Lang],
		Code:       strings.Contains(string(content), "<code"),
		Listing:    isListing(e),
		Base:       r.site.Base,
	}
}

// isListing reports whether a page lists pages, terms, works or changes.
func isListing(e *site.Entry) bool {
	switch e.Kind {
	case page.HomeKind, page.GlossaryKind, page.ReferencesKind, page.ChangesKind, page.DesignKind:
		return true
	}
	return e.Index != nil
}

func (r *renderer) newSocialCard(e *site.Entry) socialCard {
	card := socialCard{
		Type:         "article",
		Title:        e.Title.Text,
		Summary:      e.Summary.Text,
		Address:      r.origin() + e.URL,
		Translations: e.Translations,
		Picture:      r.pictures[e.Whole().URL],
	}
	if len(e.Trail) == 0 {
		card.Type = "website"
	}
	return card
}

func (r *renderer) newNavigation(e *site.Entry) navigation {
	n := navigation{
		Header:       r.headers[headerOf(e)],
		Footer:       r.footers[e.Lang],
		Trail:        e.Trail,
		Translations: e.Translations,
		Switch:       e.Translations,
		Apart:        e.Apart,
		Nearest:      e.Nearest,
		Prev:         e.Prev,
		Next:         e.Next,
		FoldedLinks:  e.FoldedBacklinks,
	}
	if e.FoldedBacklinks == nil && e.Kind != site.LinksKind {
		n.Backlinks = r.backlinks(e, e.Backlinks())
	}
	if e.Part != nil {
		n.Parts = partsOf(e.Part)
		n.Switch = append(n.Switch[:len(n.Switch):len(n.Switch)], e.Part.Switch...)
	}
	return n
}

// backlinks returns groups of pages under the words for their kinds.
func (r *renderer) backlinks(e *site.Entry, groups []site.Group) (list []backlinks) {
	for _, g := range groups {
		list = append(list, backlinks{r.word(e.Lang, "kinds-"+string(g.Kind)), g.Pages})
	}
	return list
}

func partsOf(p *site.Part) (list []part) {
	for _, l := range p.Pages {
		list = append(list, part{l, l.Number == p.Number})
	}
	return list
}

// newText returns the text of a page, without its references, version and report.
func (r *renderer) newText(e *site.Entry, content template.HTML) text {
	t := text{Content: content, Review: r.reviewText(e)}
	for _, h := range e.Headings {
		if h.Level == 2 {
			t.Contents = append(t.Contents, h)
		}
	}
	return t
}
