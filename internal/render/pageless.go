package render

import (
	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/site"
)

// A pagelessView is the data of missing.html: a layout for all languages at once. The
// program writes it in the first.
type pagelessView struct {
	Tag       string
	Home      string // the address of the language chooser
	Languages []entrance
}

// An entrance is the home page of a language, and the pages that most readers look for.
type entrance struct {
	site.Translation
	Help *site.Stub // nil if there is no such page
	Ways []site.Stub
}

// wayKeys are the pages of an entrance.
var wayKeys = []string{"advice/index", "programmes/index", "exercises/index", "glossary"}

func (s *shared) entrances() (list []entrance) {
	for _, home := range s.site.Homes {
		way := entrance{Translation: home, Help: helpOf(s.site, home.Lang)}
		for _, key := range wayKeys {
			if e := find(s.site, home.Lang, key); e != nil && !e.Draft {
				way.Ways = append(way.Ways, e.Stub())
			}
		}
		list = append(list, way)
	}
	return list
}

// A chooserView is the data of chooser.html.
type chooserView struct {
	pagelessView
	Origin     string // of the site, without a slash at the end
	Address    string // of the chooser
	SocialCard socialCard
}

// languageFiles returns the language chooser, and the page for addresses that are not
// there.
func (s *shared) languageFiles() []public.File {
	if len(s.site.Languages) == 0 {
		return nil
	}
	first := s.site.Languages[0]
	missing := pagelessView{Tag: first.Tag.String(), Home: s.site.Base, Languages: s.entrances()}
	chooser := s.newChooserView(missing)
	return []public.File{
		{
			Path:   "index.html",
			Render: func() ([]byte, diag.List) { return s.layouts.Execute(first.Lang, "chooser.html", chooser) },
		},
		{
			Path:   "404.html",
			Render: func() ([]byte, diag.List) { return s.layouts.Execute(first.Lang, "missing.html", missing) },
		},
	}
}

// newChooserView returns that of the chooser, whose social card is in the first language.
func (s *shared) newChooserView(v pagelessView) chooserView {
	home, address := s.site.Homes[0], s.origin()+s.site.Base
	return chooserView{
		pagelessView: v,
		Origin:       s.origin(),
		Address:      address,
		SocialCard: socialCard{
			Type:    "website",
			Title:   s.word(home.Lang, "site"),
			Summary: s.word(home.Lang, "tagline"),
			Address: address,
			Picture: s.pictures[home.URL],
		},
	}
}

// An offlineView is the data of offline.html.
type offlineView struct {
	Tag string
	URL string // of the home page
}

// offline returns the offline page of one language.
func (s *shared) offline(home site.Translation) public.File {
	v := offlineView{Tag: home.Tag, URL: home.URL}
	return public.File{
		Path:    public.OfflinePath(home.Lang),
		Render:  func() ([]byte, diag.List) { return s.layouts.Execute(home.Lang, "offline.html", v) },
		Offline: true,
		Lang:    home.Lang,
	}
}

// A redirectView is the data of redirect.html.
type redirectView struct {
	Tag     string
	Title   string
	URL     string
	Address string // with the origin
	Worker  string // the address of the service worker, "" in a preview
}

// redirect returns the page at an address that a page had before.
func (s *shared) redirect(r site.Redirect) public.File {
	language, _ := s.site.Words.Language(r.Lang)
	v := redirectView{
		Tag:     language.Tag.String(),
		Title:   r.Title,
		URL:     r.URL,
		Address: s.origin() + r.URL,
		Worker:  s.worker(r.Lang),
	}
	return public.File{
		Path:    r.Out,
		Render:  func() ([]byte, diag.List) { return s.layouts.Execute(r.Lang, "redirect.html", v) },
		Offline: true,
		Lang:    r.Lang,
	}
}
