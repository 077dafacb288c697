package build

import (
	"bytes"
	"encoding/json"
	"image/png"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"
)

// cardWeight is the most that a picture beside a link may weigh.
const cardWeight = 25 << 10

// meta returns the contents of the elements meta of a page, by their property or name.
func meta(t *testing.T, text string) map[string]string {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for n := range doc.Descendants() {
		var name, content string
		for _, a := range n.Attr {
			switch {
			case n.Data != "meta":
			case a.Key == "property" || a.Key == "name":
				name = a.Val
			case a.Key == "content":
				content = a.Val
			}
		}
		found[name] = content
	}
	return found
}

// Each page of the handbook declares what is shown beside a link to it, and its
// picture is there, can be decoded, and is light.
func TestSocialCards(t *testing.T) {
	o := handbookOptions(t)
	o.SocialCards = true
	o.Base.Path = "/handbook/"
	files := handbook(t, o)
	pages, pictures := 0, map[string]bool{}
	for name, text := range files {
		if !strings.HasSuffix(name, "index.html") || strings.Contains(text, `http-equiv="refresh"`) {
			continue
		}
		pages++
		m := meta(t, text)
		kind := "article"
		if path.Dir(path.Dir(name)) == "." {
			kind = "website" // a home page, or the language chooser
		}
		for key, want := range map[string]string{
			"og:type":         kind,
			"og:url":          "https://example.org/handbook/" + strings.TrimSuffix(name, "index.html"),
			"og:image:width":  "1200",
			"og:image:height": "630",
			"og:image:alt":    m["og:title"],
			"twitter:card":    "summary_large_image",
		} {
			if m[key] != want {
				t.Errorf("%s: %s is %q and not %q", name, key, m[key], want)
			}
		}
		if m["og:title"] == "" || m["og:description"] == "" || m["og:site_name"] == "" {
			t.Errorf("%s: it has only %v", name, m)
		}
		picture := strings.TrimPrefix(m["og:image"], "https://example.org/handbook/")
		pictures[picture] = true
		size, err := png.DecodeConfig(strings.NewReader(files[picture]))
		if err != nil || size.Width != 1200 || size.Height != 630 {
			t.Errorf("%s: its picture %q is %v (%v)", name, picture, size, err)
		}
		if n := len(files[picture]); n > cardWeight {
			t.Errorf("%s: its picture has %d bytes", name, n)
		}
	}
	if pages < 90 || len(pictures) < pages*9/10 {
		t.Errorf("%d pages have %d pictures", pages, len(pictures))
	}
	for name := range files {
		if strings.HasPrefix(name, "share/") && !pictures[name] {
			t.Errorf("no page shows %s", name)
		}
	}
}

// All that a manifest names is there, below the path of the site.
func TestManifests(t *testing.T) {
	o := handbookOptions(t)
	o.Base.Path = "/handbook/"
	files := handbook(t, o)
	for _, language := range []string{"no", "en"} {
		var m map[string]any
		if err := json.Unmarshal([]byte(files[language+"/manifest.webmanifest"]), &m); err != nil {
			t.Fatal(err)
		}
		addresses := []any{m["id"], m["start_url"], m["scope"]}
		for _, icon := range m["icons"].([]any) {
			addresses = append(addresses, icon.(map[string]any)["src"])
		}
		shortcuts := m["shortcuts"].([]any)
		for _, s := range shortcuts {
			url := s.(map[string]any)["url"].(string)
			addresses = append(addresses, url)
			if !strings.HasPrefix(url, m["scope"].(string)) {
				t.Errorf("%s: the shortcut %s leads out of it", language, url)
			}
		}
		if len(shortcuts) != len(m["icons"].([]any))-1 || len(shortcuts) != 3 {
			t.Errorf("%s: %d shortcuts, %d icons", language, len(shortcuts), len(m["icons"].([]any)))
		}
		for _, a := range addresses {
			file, ours := strings.CutPrefix(a.(string), "/handbook/")
			if strings.HasSuffix(file, "/") {
				file += "index.html"
			}
			if _, there := files[file]; !ours || !there {
				t.Errorf("%s: %v leads nowhere", language, a)
			}
		}
		for color, token := range map[string]string{"theme_color": "--panel:", "background_color": "--paper:"} {
			if !strings.Contains(files[styleSheet(files)], token+m[color].(string)) {
				t.Errorf("%s: %s is %s, which is not %s", language, color, m[color], token)
			}
		}
	}
}

func styleSheet(files map[string]string) string {
	for name := range files {
		if strings.HasPrefix(name, "css/site.") {
			return name
		}
	}
	return ""
}

// A page whose words the fonts cannot draw has no picture, and there is a warning.
func TestPageWithoutAPicture(t *testing.T) {
	in, _, _ := trees(t, txtar.Parse([]byte(`
-- content/en/index.md --
---
kind: home
title: 背
summary: Home.
---
-- content/en/more.md --
---
kind: page
title: More
summary: M.
---
-- layouts/home.html --
{{with .SocialCard.Picture}}{{.URL}}{{end}}
-- layouts/page.html --
{{with .SocialCard.Picture}}{{.URL}}{{end}}
`)))
	o := options()
	o.SocialCards = true
	r, err := new(Builder).Build(in, o)
	if err != nil {
		t.Fatal(err)
	}
	var problems bytes.Buffer
	r.Problems.Print(&problems)
	const want = `content/en/index.md:3:8: warning: this page has no share image: the fonts have no "背"`
	if !strings.Contains(problems.String(), want) || r.Problems.Errors() > 0 {
		t.Errorf("the problems are\n%s", &problems)
	}
	pictures := map[string]string{}
	for _, out := range r.Outputs {
		data, _ := out.Render()
		pictures[out.Path] = strings.TrimSpace(string(data))
	}
	if pictures["en/index.html"] != "" {
		t.Errorf("the home page shows %q", pictures["en/index.html"])
	}
	other := pictures["en/more/index.html"]
	if name, ok := strings.CutPrefix(other, "https://example.org/"); !ok || pictures[name] == "" {
		t.Errorf("the other page shows %q", other)
	}
}
