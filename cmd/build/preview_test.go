package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http/httptest"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rygghandboka/internal/build"
	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/serve"
	"rygghandboka/internal/source"
)

// How many random sequences of edits are tried; `make soak` tries 500.
var sequences = func() int {
	if n, err := strconv.Atoi(os.Getenv("SEQUENCES")); err == nil {
		return n
	}
	return 12
}()

const stepsOfSequence = 20

// After any sequence of edits, what is served is what a build from nothing makes,
// byte for byte; if that makes no site, what was served before stays.
func TestServedIsBuilt(t *testing.T) {
	for seed := range sequences {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			t.Parallel()
			a := newAuthor(t, uint64(seed))
			var good map[string][]byte
			for step := range stepsOfSequence {
				what := a.edit()
				if _, err := a.preview.rebuild(); err != nil {
					t.Fatal(err)
				}
				if fresh := a.fresh(); fresh != nil {
					good = fresh
				}
				for name, want := range good {
					if got := a.ask(name); !bytes.Equal(got, want) {
						t.Fatalf("step %d, %s: %s is served as\n%s\nand built as\n%s", step, what, name, got, want)
					}
				}
			}
		})
	}
}

// An author edits a small site at random.
type author struct {
	t       *testing.T
	random  *rand.Rand
	src     string
	preview *preview
	broken  map[string]string // what a file contained before it was broken
	made    int
}

func newAuthor(t *testing.T, seed uint64) *author {
	a := &author{t: t, random: rand.New(rand.NewPCG(seed, 6)), src: t.TempDir(), broken: map[string]string{}}
	if err := copySmallLayouts(repository, a.src); err != nil {
		t.Fatal(err)
	}
	a.write(style, "h1 { color: red }\n")
	a.write("static/js/a.js", "for (const link of document.links) { link.rel = 1; }\n")
	a.write(bib.Path, `[{"id": "a-2000", "type": "book", "title": "A"}]`+"\n")
	for _, l := range []string{"no", "en"} {
		a.writeBasics(l)
		a.write("content/"+l+"/index.md", small("home", "Hjem", "Se [[one]].\n"))
		a.write("content/"+l+"/one.md", small("article", "En", "Tekst 5 [@a-2000].\n\n![[box]]\n"))
		a.write("content/"+l+"/glossary.md", glossary)
	}
	a.preview = &preview{
		console: console{open: openTree, stderr: io.Discard},
		src:     a.src,
		options: build.Options{
			Base:    &url.URL{Scheme: "http", Host: "localhost", Path: "/"},
			Today:   time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
			Preview: true,
		},
		server:  serve.New(io.Discard, serve.Options{}),
		builder: &build.Builder{Source: source.Reader{}},
	}
	return a
}

// writeBasics writes the pages that the site cannot do without in a language.
func (a *author) writeBasics(language string) {
	a.write("content/"+language+"/index.md", small("home", "Hjem", "Tekst.\n"))
	a.write("content/"+language+"/one.md", small("article", "En", "Tekst 5 [@a-2000].\n"))
	a.write("content/"+language+"/box.md", small("factbox", "Boks", "Fakta.\n"))
}

const (
	style    = "static/css/site.css"
	glossary = `---
kind: glossary
title: Ord
summary: O.
terms:
  - {id: ord, term: tekst, definition: Ord.}
---
`
)

func small(kind, title, body string) string {
	return fmt.Sprintf("---\nkind: %s\ntitle: %s\nsummary: S.\n---\n%s", kind, title, body)
}

func (a *author) path(name string) string { return filepath.Join(a.src, filepath.FromSlash(name)) }

func (a *author) write(name, text string) {
	if err := os.MkdirAll(filepath.Dir(a.path(name)), 0o755); err != nil {
		a.t.Fatal(err)
	}
	if err := os.WriteFile(a.path(name), []byte(text), 0o644); err != nil {
		a.t.Fatal(err)
	}
}

func (a *author) read(name string) string {
	data, err := os.ReadFile(a.path(name))
	if err != nil {
		a.t.Fatal(err)
	}
	return string(data)
}

// files returns the files that a pattern names, and those one folder below.
func (a *author) files(pattern string) []string {
	return slices.Concat(a.glob(pattern), a.glob(strings.Replace(pattern, "*/", "*/*/", 1)))
}

// glob returns the files that a pattern names.
func (a *author) glob(pattern string) (names []string) {
	found, err := filepath.Glob(a.path(pattern))
	if err != nil {
		a.t.Fatal(err)
	}
	for _, f := range found {
		rel, err := filepath.Rel(a.src, f)
		if err != nil {
			a.t.Fatal(err)
		}
		names = append(names, filepath.ToSlash(rel))
	}
	return names
}

func (a *author) one(list []string) string { return list[a.random.IntN(len(list))] }

// edits are what an author does, each as often as it is listed. An edit returns what it
// was.
var edits = []func(*author) string{
	(*author).addSentence,
	(*author).addSentence,
	(*author).changeTitle,
	(*author).addMistake,
	(*author).addPage,
	(*author).removePage,
	(*author).movePage,
	(*author).addFolder,
	(*author).moveFolder,
	(*author).breakShared,
	(*author).changeStyle,
	(*author).fixAll,
}

// edit makes one edit, and returns what it was.
func (a *author) edit() string {
	a.made++
	return edits[a.random.IntN(len(edits))](a)
}

// page returns one of the pages.
func (a *author) page() string { return a.one(a.files("content/*/*.md")) }

func (a *author) addSentence() string {
	name := a.page()
	a.write(name, a.read(name)+fmt.Sprintf("\nSetning %d.\n", a.random.IntN(10)))
	return "a sentence in " + name
}

var titleLine = regexp.MustCompile(`title: .*`)

func (a *author) changeTitle() string {
	name := a.page()
	a.write(name, titleLine.ReplaceAllString(a.read(name), fmt.Sprintf("title: Tittel %d", a.made)))
	return "the title of " + name
}

func (a *author) addMistake() string {
	name := a.page()
	a.write(name, a.read(name)+a.one([]string{
		"\nSe [[nowhere]].\n",
		"\n<b>x</b>\n",
		"\n[@nobody]\n",
		"\n## Del\n",
		"\nSe [[one]] og tekst.\n",
	}))
	return "perhaps a mistake in " + name
}

func (a *author) addPage() string {
	name := fmt.Sprintf("content/%s/new-%d.md", a.one([]string{"no", "en"}), a.made)
	a.write(name, small("page", fmt.Sprintf("Ny %d", a.made), "Tekst.\n"))
	return "a new page"
}

func (a *author) removePage() string {
	name := a.page()
	if err := os.Remove(a.path(name)); err != nil {
		a.t.Fatal(err)
	}
	return "no " + name
}

// move gives a file or folder another name.
func (a *author) move(from, to string) {
	if err := os.Rename(a.path(from), a.path(to)); err != nil {
		a.t.Fatal(err)
	}
}

func (a *author) movePage() string {
	name := a.page()
	to := fmt.Sprintf("%s/moved-%d.md", path.Dir(name), a.made)
	a.move(name, to)
	return name + " is now " + to
}

func (a *author) addFolder() string {
	dir := fmt.Sprintf("content/no/folder-%d", a.made)
	a.write(dir+"/index.md", small("page", fmt.Sprintf("Mappe %d", a.made), ""))
	a.write(dir+"/inside.md", small("page", "Inni", "Tekst.\n"))
	return "a new folder"
}

func (a *author) moveFolder() string {
	if dirs := a.glob("content/no/folder-*"); len(dirs) > 0 {
		a.move(a.one(dirs), fmt.Sprintf("content/no/folder-%d", a.made))
	}
	return "a folder has another name"
}

func (a *author) breakShared() string {
	shared := a.one([]string{
		"layouts/article.html",
		"layouts/partials/header.html",
		i18n.Path,
		bib.Path,
		style,
	})
	if before, ok := a.broken[shared]; ok {
		delete(a.broken, shared)
		a.write(shared, before)
		return shared + " is fixed"
	}
	a.broken[shared] = a.read(shared)
	a.write(shared, a.read(shared)+a.one([]string{"{{", "{{.Nope}}", "\n", "}", "x"}))
	return shared + " is perhaps broken"
}

func (a *author) changeStyle() string {
	a.write(style, fmt.Sprintf("h1 { color: rgb(%d, 0, 0) }\n", a.made))
	delete(a.broken, style)
	return "another style"
}

func (a *author) fixAll() string {
	for shared, before := range a.broken {
		a.write(shared, before)
	}
	clear(a.broken)
	for _, l := range []string{"no", "en"} {
		a.writeBasics(l)
	}
	return "what was broken is fixed"
}

// fresh returns what a build from nothing makes, or nil.
func (a *author) fresh() map[string][]byte {
	r, err := new(build.Builder).Build(os.DirFS(a.src), a.preview.options)
	if err != nil {
		a.t.Fatal(err)
	}
	if r.Outputs == nil || r.Render(context.Background()).Errors() > 0 {
		return nil
	}
	all := map[string][]byte{}
	for _, o := range r.Outputs {
		all[o.Path], _ = o.Render()
	}
	return all
}

var liveTag = regexp.MustCompile(`<script type="module" src="/_serve/live\.js"[^>]*></script>`)

// ask returns what is served, without what only the preview adds.
func (a *author) ask(name string) []byte {
	w := httptest.NewRecorder()
	a.preview.server.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/"+name, nil))
	return liveTag.ReplaceAll(w.Body.Bytes(), nil)
}
