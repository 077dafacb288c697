package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"rygghandboka/internal/test/browser"
	"rygghandboka/internal/test/golden"
)

// A browser takes the manifest of each language and all that it names, under the site's
// own policy.
func TestManifestInBrowser(t *testing.T) {
	tab := browser.Open(t, 800, 600)
	e := startServe(t)
	for _, language := range []string{"no", "en"} {
		tab.Go(e.address + language + "/")
		text, wrong := tab.Manifest()
		if len(wrong) > 0 {
			t.Errorf("%s: the browser finds wrong with the manifest: %q", language, wrong)
		}
		var m struct {
			Start string `json:"start_url"`
			Icons []struct{ Src, Sizes, Type string }
		}
		if err := json.Unmarshal([]byte(text), &m); err != nil || m.Start != "/"+language+"/" {
			t.Errorf("%s: the manifest is %q (%v)", language, text, err)
		}
		sizes := []string{"180x180"} // of apple-touch-icon.png
		sources := []string{browser.Eval[string](tab, `document.querySelector("link[rel=apple-touch-icon]").href`)}
		for _, icon := range m.Icons {
			if icon.Type == "image/png" {
				sizes, sources = append(sizes, icon.Sizes), append(sources, icon.Src)
			}
		}
		got := ask[[]string](tab, "page/iconSizes", sources)
		if !slices.Equal(got, sizes) || len(got) < 4 {
			t.Errorf("%s: icons of %q are %q", language, sizes, got)
		}
	}
}

var (
	ogImage = regexp.MustCompile(`<meta property="og:image" ` +
		`content="https://rygghandboka.example/(share/[0-9a-f]+\.png)">`)
	ogLanguage = regexp.MustCompile(`<meta property="og:locale" content="([^"]*)">`)
)

// Every page of a site that is written with -share names a picture, which a browser can
// show.
func TestSocialCards(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	var stderr bytes.Buffer
	today := golden.Day(t, repository).Format(time.DateOnly)
	args := []string{"build", "-share", "-src", repository, "-out", out, "-date", today}
	if code := run(t.Context(), args, &stderr, &stderr); code != fine {
		t.Fatalf("exit %d: %s", code, &stderr)
	}
	pictures := map[string]bool{}
	for _, file := range []string{
		"index.html",
		"no/index.html",
		"en/index.html",
		"no/ovelser/planken/index.html",
		"en/exercises/curl-up/index.html",
	} {
		text, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		image, language := ogImage.FindSubmatch(text), ogLanguage.FindSubmatch(text)
		if image == nil || language == nil {
			t.Errorf("%s names no picture or no language", file)
			continue
		}
		want := "nb_NO"
		if strings.HasPrefix(file, "en/") {
			want = "en_GB"
		}
		if string(language[1]) != want {
			t.Errorf("%s is in %s", file, language[1])
		}
		pictures[string(image[1])] = true
	}
	if len(pictures) != 4 { // the language chooser has that of the first language
		t.Errorf("%d pictures: %v", len(pictures), pictures)
	}
	tab := browser.Open(t, 800, 600)
	for name := range pictures {
		tab.Go("file://" + filepath.ToSlash(filepath.Join(out, name)))
		size := browser.Eval[string](tab, `document.images[0].naturalWidth + "x" + document.images[0].naturalHeight`)
		if size != "1200x630" {
			t.Errorf("%s is %s", name, size)
		}
	}
}
