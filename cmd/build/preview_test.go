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
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"rygghandboka/internal/build"
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
	broken  map[string]string // what stood in a file before it was broken
	made    int
}

func newAuthor(t *testing.T, seed uint64) *author {
	a := &author{t: t, random: rand.New(rand.NewPCG(seed, 6)), src: t.TempDir(), broken: map[string]string{}}
	if err := copySmallLayouts(repository, a.src); err != nil {
		t.Fatal(err)
	}
	a.write("static/css/site.css", "h1 { color: red }\n")
	a.write("static/js/a.js", "for (const link of document.links) { link.rel = 1; }\n")
	a.write("content/shared/references.json", `[{"id": "a-2000", "type": "book", "title": "A"}]`+"\n")
	for _, l := range []string{"no", "en"} {
		a.write("content/"+l+"/index.md", small("home", "Hjem", "Se [[one]].\n"))
		a.write("content/"+l+"/one.md", small("article", "En", "Tekst 5 [@a-2000].\n\n![[box]]\n"))
		a.write("content/"+l+"/box.md", small("factbox", "Boks", "Fakta.\n"))
		a.write("content/"+l+"/glossary.md", "---\nkind: glossary\ntitle: Ord\nsummary: O.\nterms:\n  - {id: ord, term: tekst, definition: Ord.}\n---\n")
	}
	o := build.Options{Base: &url.URL{Scheme: "http", Host: "localhost", Path: "/"}, Today: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), Draft: true}
	a.preview = &preview{
		console: console{open: openTree, stderr: io.Discard},
		src:     a.src,
		options: o,
		server:  serve.New(io.Discard, serve.Options{}),
		builder: &build.Builder{Source: source.Reader{}},
	}
	return a
}

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

// files returns the files of the tree with an ending.
func (a *author) files(pattern string) (names []string) {
	for _, p := range []string{pattern, strings.Replace(pattern, "*/", "*/*/", 1)} {
		found, err := filepath.Glob(a.path(p))
		if err != nil {
			a.t.Fatal(err)
		}
		for _, f := range found {
			rel, _ := filepath.Rel(a.src, f)
			names = append(names, filepath.ToSlash(rel))
		}
	}
	return names
}

func (a *author) one(list []string) string { return list[a.random.IntN(len(list))] }

// edit makes one edit and says what it was.
func (a *author) edit() string {
	pages := a.files("content/*/*.md")
	name := a.one(pages)
	a.made++
	switch a.random.IntN(12) {
	case 0, 1:
		a.write(name, a.read(name)+fmt.Sprintf("\nSetning %d.\n", a.random.IntN(10)))
		return "a sentence in " + name
	case 2:
		a.write(name, regexp.MustCompile(`title: .*`).ReplaceAllString(a.read(name), fmt.Sprintf("title: Tittel %d", a.made)))
		return "the title of " + name
	case 3:
		a.write(name, a.read(name)+a.one([]string{"\nSe [[nowhere]].\n", "\n<b>x</b>\n", "\n[@nobody]\n", "\n## Del\n", "\nSe [[one]] og tekst.\n"}))
		return "perhaps a mistake in " + name
	case 4:
		a.write(fmt.Sprintf("content/%s/new-%d.md", a.one([]string{"no", "en"}), a.made), small("page", fmt.Sprintf("Ny %d", a.made), "Tekst.\n"))
		return "a new page"
	case 5:
		if err := os.Remove(a.path(name)); err != nil {
			a.t.Fatal(err)
		}
		return "no " + name
	case 6:
		to := filepath.ToSlash(filepath.Dir(name)) + fmt.Sprintf("/moved-%d.md", a.made)
		if err := os.Rename(a.path(name), a.path(to)); err != nil {
			a.t.Fatal(err)
		}
		return name + " is now " + to
	case 7:
		dir := fmt.Sprintf("content/no/folder-%d", a.made)
		a.write(dir+"/index.md", small("page", fmt.Sprintf("Mappe %d", a.made), ""))
		a.write(dir+"/inside.md", small("page", "Inni", "Tekst.\n"))
		return "a new folder"
	case 8:
		if dirs, _ := filepath.Glob(a.path("content/no/folder-*")); len(dirs) > 0 {
			dir := a.one(dirs)
			if err := os.Rename(dir, a.path(fmt.Sprintf("content/no/folder-%d", a.made))); err != nil {
				a.t.Fatal(err)
			}
		}
		return "a folder has another name"
	case 9:
		shared := a.one([]string{"layouts/article.html", "layouts/partials/frame.html", "layouts/words.yaml", "content/shared/references.json", "static/css/site.css"})
		if before, ok := a.broken[shared]; ok {
			delete(a.broken, shared)
			a.write(shared, before)
			return shared + " is mended"
		}
		a.broken[shared] = a.read(shared)
		a.write(shared, a.read(shared)+a.one([]string{"{{", "{{.Nope}}", "\n", "}", "x"}))
		return shared + " is perhaps broken"
	case 10:
		a.write("static/css/site.css", fmt.Sprintf("h1 { color: rgb(%d, 0, 0) }\n", a.made))
		delete(a.broken, "static/css/site.css")
		return "another style"
	}
	for shared, before := range a.broken {
		a.write(shared, before)
	}
	clear(a.broken)
	for _, l := range []string{"no", "en"} { // put back what the site cannot do without
		a.write("content/"+l+"/index.md", small("home", "Hjem", "Tekst.\n"))
		a.write("content/"+l+"/one.md", small("article", "En", "Tekst 5 [@a-2000].\n"))
		a.write("content/"+l+"/box.md", small("factbox", "Boks", "Fakta.\n"))
	}
	return "what was broken is mended"
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
		all[o.Path], _ = o.Print()
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
