package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"strings"
	"sync"
	"testing"

	"rygghandboka/internal/browser"
	"rygghandboka/internal/build"
	"rygghandboka/internal/render"
)

// A published site is the handbook as it is built, served by a host that allows no more
// than the site needs, and what has been asked of it.
type published struct {
	dir, address string
	mu           sync.Mutex
	asked        []string
}

func publish(t *testing.T) *published {
	p := &published{dir: t.TempDir() + "/public"}
	files := http.FileServer(http.Dir(p.dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.mu.Lock()
		p.asked = append(p.asked, r.URL.Path)
		p.mu.Unlock()
		w.Header().Set("Content-Security-Policy", render.Policy+"; require-trusted-types-for 'script'; trusted-types search")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	p.address = server.URL + "/"
	if code := run(t.Context(), []string{"-src", repository, "-out", p.dir, "-base", p.address}, io.Discard, io.Discard); code != fine {
		t.Fatalf("build exits %d", code)
	}
	return p
}

// requests returns which files below a folder have been asked for, and forgets them.
func (p *published) requests(below string) (list []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, a := range p.asked {
		if strings.HasPrefix(a, below) {
			list = append(list, a)
		}
	}
	p.asked = nil
	return list
}

// input is the field.
const input = `document.querySelector("[data-reader] input")`

// typing types into the field, as a reader does.
func typing(tab *browser.Tab, text string) {
	browser.Eval[bool](tab, fmt.Sprintf(`((field) => { field.focus(); field.value = %s; field.dispatchEvent(new Event("input", { bubbles: true })); return true; })(%s)`, quoted(text), input))
}

// quoted returns text as a string of JavaScript.
func quoted(text string) string {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// ready loads a page and what search needs.
func (p *published) ready(tab *browser.Tab, page string) {
	tab.Go(p.address + page)
	typing(tab, "x")
	tab.Wait(`self.handbookSearch !== undefined`)
}

// An answer is what search shows for a question.
type answer struct {
	Level   int
	Results []struct{ Title, Kind, Href, Text, Marked string }
}

// answers asks all questions in a tab.
func answers(tab *browser.Tab, questions []string) []answer {
	data, _ := json.Marshal(questions)
	return browser.Eval[[]answer](tab, `(async (questions) => {
		const all = [];
		for (const q of questions) {
			const { level, results } = await handbookSearch(q);
			all.push({ level, results: results.map((r) => ({ title: r.title, kind: r.kind, href: r.href, text: r.pieces.map((p) => p.text).join(""), marked: r.pieces.filter((p) => p.mark).map((p) => p.text).join(" ") })) });
		}
		return all;
	})(`+string(data)+`)`)
}

// A question is one line of internal/search/testdata/queries.txt.
type question struct{ text, key, id string }

// questions returns all, by their headings.
func questions(t *testing.T) map[string][]question {
	text, err := os.ReadFile(path.Join(repository, "internal/search/testdata/queries.txt"))
	if err != nil {
		t.Fatal(err)
	}
	all, heading := map[string][]question{}, ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if h, ok := strings.CutPrefix(line, "== "); ok {
			heading = h
		} else if heading != "" && line != "" {
			ask, key, _ := strings.Cut(line, " -> ")
			key, id, _ := strings.Cut(key, "#")
			all[heading] = append(all[heading], question{ask, key, id})
		}
	}
	return all
}

// Of the questions in the list almost all have their page among the first three results;
// a warning sign has the page on warning signs first, always.
func TestSearchFinds(t *testing.T) {
	tab := browser.Open(t, 390, 800)
	p := publish(t)
	all := questions(t)
	for _, language := range []string{"no", "en"} {
		p.ready(tab, language+"/")
		out := outs(t, language)
		for _, s := range []struct {
			heading string
			top     int
			share   float64
			alarm   bool
		}{
			{"", 3, .95, false}, {", held out", 3, .9, false},
			{", alarm", 1, 1, true}, {", alarm, held out", 1, 1, true}, {", calm", 0, 1, false},
		} {
			list := all[language+s.heading]
			var texts []string
			for _, q := range list {
				texts = append(texts, q.text)
			}
			var missed, elsewhere []string
			for i, a := range answers(tab, texts) {
				q := list[i]
				at := -1
				for n, r := range a.Results {
					if page, id, _ := strings.Cut(strings.TrimPrefix(r.Href, p.address), "#"); page == out[q.key] {
						at = n
						if q.id != "" && id != q.id {
							elsewhere = append(elsewhere, q.text+" at "+id)
						}
					}
				}
				if at < 0 && s.top > 0 || at >= s.top && s.top > 0 || s.alarm != (a.Level > 0) && (s.alarm || s.heading == ", calm") {
					what := fmt.Sprintf("%s: %d of %d, level %d:", q.text, at+1, len(a.Results), a.Level)
					for _, r := range a.Results[:min(3, len(a.Results))] {
						what += fmt.Sprintf(" [%s #%s]", r.Title, r.Href[strings.Index(r.Href, "#")+1:])
					}
					missed = append(missed, what)
				}
			}
			share := 1 - float64(len(missed))/float64(len(list))
			t.Logf("%s%s: %.1f %% of %d; other places: %q", language, s.heading, 100*share, len(list), elsewhere)
			if len(list) == 0 || share < s.share {
				t.Errorf("%s%s: %.0f %%, missed:\n%s", language, s.heading, 100*share, strings.Join(missed, "\n"))
			} else if len(missed) > 0 {
				t.Log("missed:\n" + strings.Join(missed, "\n"))
			}
		}
	}
}

// outs returns the address of each page of a language below the site's root, by its key.
func outs(t *testing.T, language string) map[string]string {
	r, err := new(build.Builder).Build(os.DirFS(repository), build.Options{Base: &url.URL{Scheme: "https", Host: "example.org", Path: "/"}})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range r.Site.Entries {
		if string(e.Lang) == language {
			out[e.Key] = strings.TrimSuffix(e.Out, "index.html")
		}
	}
	return out
}
