package render

import (
	"path"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/draw/socialcard"
	"rygghandboka/internal/text/lang"
)

// A picture is what is shown beside a link to a page: see partials/share.html. Crawlers
// want its full address.
type picture struct {
	URL           string
	Width, Height int
}

// pictures makes the pictures of all pages, if they are asked for. A page has none if its
// words have letters that cannot be drawn.
func (p *printer) pictures() (outputs []public.File, probs diag.List) {
	p.shown = map[string]*picture{}
	if !p.Share {
		return nil, nil
	}
	made := map[string]bool{}
	for _, e := range p.site.Entries {
		drawn := socialcard.Picture{Site: p.word(e.Lang, "site"), Kind: p.word(e.Lang, "kind-"+string(e.Kind)), Title: e.Title.Text, Summary: e.Summary.Text}
		if e.Exercise != nil && e.Exercise.Figure != nil {
			f := e.Exercise.Figure
			drawn.Figure = socialcard.Figure{Width: f.Width, Height: f.Height, Panels: f.Panels}
		}
		if letters := drawn.Lacks(); len(letters) > 0 {
			probs = append(probs, diag.Warnf(e.Path, e.Title.Offset, "this page has no share image: the fonts have no %q", string(letters)))
			continue
		}
		out := path.Join("share", drawn.Name())
		p.shown[e.URL] = &picture{p.origin + p.site.Base + out, socialcard.Width, socialcard.Height}
		if !made[out] {
			outputs = append(outputs, public.File{Path: out, Render: file(out, drawn.Draw), Immutable: true})
		}
		made[out] = true
	}
	return outputs, probs
}

// chooser returns what chooser.html sees: the first language speaks for all.
func (p *printer) chooser(pageless *view) *view {
	v, home := *pageless, p.site.Homes[0]
	v.Title, v.Summary, v.Address = p.word(home.Lang, "site"), p.word(home.Lang, "tagline"), p.origin+p.site.Base
	for _, e := range p.site.Entries {
		if e.URL == home.URL {
			v.Picture = p.shown[e.URL]
		}
	}
	return &v
}

// icons are the site's icons, as partials/style.html and the manifests name them.
func icons() (outputs []public.File) {
	for _, i := range socialcard.Icons {
		outputs = append(outputs, public.File{Path: i.Name, Render: file(i.Name, i.File), Offline: true})
	}
	return outputs
}

// file is the Print of a file that no layout is part of.
func file(name string, content func() ([]byte, error)) func() ([]byte, diag.List) {
	return func() ([]byte, diag.List) {
		data, err := content()
		if err != nil {
			return nil, diag.List{diag.Errorf(name, 0, "%v", err)}
		}
		return data, nil
	}
}

// word returns a word of the layouts, "" if there is none.
func (p *printer) word(in lang.Lang, key string) string {
	w, _ := p.site.Words.Word(in, key)
	return w
}
