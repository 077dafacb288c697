package host

import (
	"crypto/sha256"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/text/lang"
)

// offlinePage returns a page that readers without a network need.
func offlinePage(path string, render func() ([]byte, diag.List)) public.File {
	return public.File{Path: path, Render: render, Offline: true, Lang: "no"}
}

// Whatever is rendered last, or first, or not at all: the files that are derived from the
// others see all of them, and render none twice.
func TestOrderDoesNotMatter(t *testing.T) {
	count := 0
	site := []public.File{
		offlinePage("no/index.html", func() ([]byte, diag.List) {
			count++
			return []byte(`<link rel="manifest" href="/no/a">`), nil
		}),
		{Path: "js/a.js", Immutable: true, Offline: true, Render: public.Bytes([]byte("a"))},
	}
	text := map[string]string{}
	for _, backwards := range []bool{false, true} {
		count = 0
		outputs := Add(site, Options{Base: &url.URL{Path: "/book/"}, Languages: []lang.Lang{"no"}})
		for i := range outputs {
			o := outputs[i]
			if backwards {
				o = outputs[len(outputs)-1-i]
			}
			data, probs := o.Render()
			if len(probs) > 0 {
				t.Error(probs)
			}
			if former, known := text[o.Path]; known && former != string(data) {
				t.Errorf("%s is\n%s\nand then\n%s", o.Path, former, data)
			}
			text[o.Path] = string(data)
		}
		if want := map[bool]int{false: 1, true: 2}[backwards]; count != want {
			t.Errorf("backwards %v: the page was rendered %d times", backwards, count)
		}
	}
	for file, want := range map[string]string{
		"_headers":         "manifest-src 'self'",
		"_host/Caddyfile":  "@kept path /book/js/*",
		"_host/nginx.conf": "location /book/js/ {",
		"no/worker.js":     `FILES=[["/book/no/","`,
		"speculation.json": `"/book/*"`,
	} {
		if !strings.Contains(text[file], want) {
			t.Errorf("%s has no %s:\n%s", file, want, text[file])
		}
	}
	if strings.Contains(text["_headers"], "img-src") {
		t.Error("the policy allows pictures, which no page has")
	}
}

// Files may be rendered by several goroutines, in any order and more than once: whoever
// examines a file finds the same in it, even while it is rendered anew. This is a test for
// the race detector.
func TestRenderedAtOnce(t *testing.T) {
	var site []public.File
	for i := range 20 {
		page := fmt.Appendf(nil, `<link rel="manifest" href="/no/%d">`, i)
		site = append(site, offlinePage(fmt.Sprintf("no/%d/index.html", i), public.Bytes(page)))
	}
	outputs := Add(site, Options{Base: &url.URL{Path: "/"}, Languages: []lang.Lang{"no"}})
	want := make([]string, len(outputs))
	for i, o := range outputs {
		data, _ := o.Render()
		want[i] = string(data)
	}
	again := Add(site, Options{Base: &url.URL{Path: "/"}, Languages: []lang.Lang{"no"}})
	var all sync.WaitGroup
	for range 4 {
		for i, o := range again {
			all.Go(func() {
				if data, probs := o.Render(); string(data) != want[i] || len(probs) > 0 {
					t.Errorf("%s is\n%s\ninstead of\n%s\n%v", o.Path, data, want[i], probs)
				}
			})
		}
	}
	all.Wait()
}

// A file with a warning is still one that others are derived from.
func TestWarning(t *testing.T) {
	page := []byte(`<link rel="manifest" href="/no/a">`)
	for _, probs := range []diag.List{nil, {diag.Warnf("no/index.html", 0, "it could be better")}} {
		site := []public.File{offlinePage("no/index.html", func() ([]byte, diag.List) { return page, probs })}
		text := map[string]string{}
		for _, o := range Add(site, Options{Base: &url.URL{Path: "/"}, Languages: []lang.Lang{"no"}}) {
			data, _ := o.Render()
			text[o.Path] = string(data)
		}
		if sum := fmt.Sprintf("%.8x", sha256.Sum256(page)); !strings.Contains(text["no/worker.js"], sum) {
			t.Errorf("with %v, the worker does not have the page: %s", probs, text["no/worker.js"])
		}
		if !strings.Contains(text["_headers"], "manifest-src") {
			t.Errorf("with %v, the policy does not permit the manifest: %s", probs, text["_headers"])
		}
	}
}
