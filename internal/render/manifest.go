package render

import (
	"encoding/json"
	"path"
	"strconv"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/draw/socialcard"
	"rygghandboka/internal/site"
)

// A manifest is what a reader's device knows of the handbook in one language, once it is
// on a home screen: see https://www.w3.org/TR/appmanifest/. Addresses are paths, so that
// it says the same wherever the site is published.
type manifest struct {
	ID          string         `json:"id"`
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description"`
	Lang        string         `json:"lang"`
	Dir         string         `json:"dir"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Theme       string         `json:"theme_color"`
	Background  string         `json:"background_color"`
	Icons       []manifestIcon `json:"icons"`
	Shortcuts   []shortcut     `json:"shortcuts,omitempty"`
}

type manifestIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// A shortcut is a page that a long press on the icon leads to.
type shortcut struct {
	Name        string `json:"name"`
	Description string `json:"description"`
	URL         string `json:"url"`
}

// shortcuts are the keys of the pages that are needed in a hurry, or at each visit.
var shortcuts = []string{"factboxes/red-flags", "exercises/index", "handouts"}

// manifestName is where a language's manifest is, below the address of the language:
// layouts/partials/head.html names it.
const manifestName = "manifest.webmanifest"

// manifests returns the manifest of each language.
func (p *printer) manifests() (outputs []public.File) {
	for _, e := range p.site.Entries {
		if e.Key == "index" {
			out := path.Join(path.Dir(e.Out), manifestName)
			outputs = append(outputs, public.File{Path: out, Render: file(out, func() ([]byte, error) { return json.Marshal(p.manifest(e)) }), Offline: true, Lang: e.Lang})
		}
	}
	return outputs
}

// manifest returns that of the language of a home page.
func (p *printer) manifest(home *site.Entry) manifest {
	m := manifest{
		ID: home.URL, StartURL: home.URL, Scope: home.URL,
		Name: p.word(home.Lang, "site"), ShortName: p.word(home.Lang, "site-short"), Description: p.word(home.Lang, "tagline"),
		Lang: home.Language.Tag.String(), Dir: "auto",
		Display: "minimal-ui", // with a button that leads back
		Theme:   "#e9f1ef", Background: "#fcfdfd",
	}
	if address, ok := p.layouts.assets["icon.svg"]; ok {
		m.Icons = append(m.Icons, manifestIcon{address, "any", "image/svg+xml", "any"})
	}
	for _, i := range socialcard.Icons {
		if i.Purpose != "" {
			size := strconv.Itoa(i.Size)
			m.Icons = append(m.Icons, manifestIcon{p.site.Base + i.Name, size + "x" + size, "image/png", i.Purpose})
		}
	}
	for _, key := range shortcuts {
		for _, e := range p.site.Entries {
			if e.Lang == home.Lang && e.Key == key {
				m.Shortcuts = append(m.Shortcuts, shortcut{e.Title.Text, e.Summary.Text, e.URL})
			}
		}
	}
	return m
}
