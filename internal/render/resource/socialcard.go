package resource

import (
	"path"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/draw/socialcard"
	"rygghandboka/internal/site"
)

// A Picture is what is shown beside a link to a page: see partials/socialcard.html.
// Crawlers want its full address.
type Picture struct {
	URL           string
	Width, Height int
}

// SocialCards makes the pictures of all pages, and returns them by the addresses of the
// pages. A page has none if its words have letters that cannot be drawn.
func SocialCards(in Input) (pictures map[string]*Picture, files []public.File, probs diag.List) {
	pictures = map[string]*Picture{}
	made := map[string]bool{}
	for _, e := range in.Site.Entries {
		card := socialCard(in.Site, e)
		if letters := card.Lacks(); len(letters) > 0 {
			probs = append(probs, diag.Warnf(e.Path, e.Title.Offset,
				"this page has no share image: the fonts have no %q", string(letters)))
			continue
		}
		out := path.Join("share", card.Name())
		pictures[e.URL] = &Picture{
			URL:    public.Origin(in.Base) + in.Site.Base + out,
			Width:  socialcard.Width,
			Height: socialcard.Height,
		}
		if !made[out] {
			files = append(files, public.File{Path: out, Render: rendered(out, card.Draw), Immutable: true})
		}
		made[out] = true
	}
	return pictures, files, probs
}

// socialCard returns the picture of a page before it is drawn.
func socialCard(s *site.Site, e *site.Entry) socialcard.Picture {
	card := socialcard.Picture{
		Site:    word(s, e.Lang, "site"),
		Kind:    word(s, e.Lang, "kind-"+string(e.Kind)),
		Title:   e.Title.Text,
		Summary: e.Summary.Text,
	}
	if x := e.Exercise(); x != nil && x.Figure != nil {
		f := x.Figure
		card.Figure = socialcard.Figure{Width: f.Width, Height: f.Height, Panels: f.Panels}
	}
	return card
}

// Icons are the site's icons, as partials/style.html and the manifests name them.
func Icons() (files []public.File) {
	for _, i := range socialcard.Icons {
		files = append(files, public.File{Path: i.Name, Render: rendered(i.Name, i.File), Offline: true})
	}
	ico := socialcard.FaviconName
	return append(files, public.File{Path: ico, Render: rendered(ico, socialcard.Favicon)})
}
