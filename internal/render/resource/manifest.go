package resource

import (
	"encoding/json"
	"path"
	"strconv"

	"rygghandboka/internal/base/public"
	"rygghandboka/internal/draw/socialcard"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// A manifest is what a reader's device knows of the handbook in one language, once it is
// on a home screen: see https://www.w3.org/TR/appmanifest/. Addresses are paths, so that
// it is the same wherever the site is published.
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

// Manifests returns the manifest of each language. icon is the address of the site's SVG
// icon, or "".
func Manifests(in Input, icon string) (files []public.File) {
	for _, e := range in.Site.Entries {
		if e.Key != "index" {
			continue
		}
		out := path.Join(path.Dir(e.Out), manifestName)
		files = append(files, public.File{
			Path:    out,
			Render:  rendered(out, func() ([]byte, error) { return json.Marshal(newManifest(in.Site, e, icon)) }),
			Offline: true,
			Lang:    e.Lang,
		})
	}
	return files
}

// newManifest returns that of the language of a home page.
func newManifest(s *site.Site, home *site.Entry, icon string) manifest {
	return manifest{
		ID:          home.URL,
		Name:        word(s, home.Lang, "site"),
		ShortName:   word(s, home.Lang, "site-short"),
		Description: word(s, home.Lang, "tagline"),
		Lang:        home.Language.Tag.String(),
		Dir:         "auto",
		StartURL:    home.URL,
		Scope:       home.URL,
		Display:     "minimal-ui", // with a button that leads back
		Theme:       "#e9f1ef",
		Background:  "#fcfdfd",
		Icons:       manifestIcons(s, icon),
		Shortcuts:   shortcutsIn(s, home.Lang),
	}
}

func manifestIcons(s *site.Site, icon string) (icons []manifestIcon) {
	if icon != "" {
		icons = append(icons, manifestIcon{icon, "any", "image/svg+xml", "any"})
	}
	for _, i := range socialcard.Icons {
		if i.Purpose == "" {
			continue
		}
		size := strconv.Itoa(i.Size)
		icons = append(icons, manifestIcon{s.Base + i.Name, size + "x" + size, "image/png", i.Purpose})
	}
	return icons
}

func shortcutsIn(s *site.Site, in lang.Lang) (list []shortcut) {
	for _, key := range shortcuts {
		for _, e := range s.Entries {
			if e.Lang == in && e.Key == key {
				list = append(list, shortcut{e.Title.Text, e.Summary.Text, e.URL})
			}
		}
	}
	return list
}
