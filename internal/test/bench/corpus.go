package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// A corpus is the same text for two generators. It is made from a fixed seed,
// so that all runs measure the same work.
type corpus struct {
	pages map[string][]article // by language: the same pages, word by word
	boxes int
	works int
}

// An article is a list of blocks, of which some hold marks for what the two
// generators write differently, {link N}, {cite N}, {embed N}, and for the ids of headings, {id N}.
type article struct {
	title  string
	blocks []string
}

func newCorpus(n int) *corpus {
	count := max(1, n/2)
	c := &corpus{pages: map[string][]article{}, boxes: 10, works: min(200, count)}
	for lang, words := range languages {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range count {
			c.pages[lang] = append(c.pages[lang], words.newArticle(r, i, count, c))
		}
	}
	return c
}

func (w wording) sentence(r *rand.Rand) string {
	words := make([]string, 8+r.IntN(7))
	for i := range words {
		words[i] = w.vocabulary[r.IntN(len(w.vocabulary))]
	}
	return w.so + " " + strings.Join(words, " ")
}

// sentences returns those of a paragraph, without full stops.
func (w wording) sentences(r *rand.Rand) (all []string) {
	for range 7 + r.IntN(2) {
		all = append(all, w.sentence(r))
	}
	all[0] += fmt.Sprintf(" **%s %d**", w.mostly, r.IntN(100))
	return all
}

func (w wording) newArticle(r *rand.Rand, i, count int, c *corpus) article {
	a := article{title: fmt.Sprintf(w.title, i)}
	marks := 5 // citations, and links
	for section := range 4 {
		a.blocks = append(a.blocks, fmt.Sprintf("## %s %d {id %[2]d}", w.part, section+1))
		for range 2 {
			p := w.sentences(r)
			if marks > 0 {
				p[1] += fmt.Sprintf(" {link %d}", r.IntN(count))
				p[2] += fmt.Sprintf(" {cite %d}", (i*5+marks)%c.works)
				marks--
			}
			a.blocks = append(a.blocks, strings.Join(p, ". ")+".")
		}
		switch section {
		case 0:
			a.blocks = append(a.blocks, "- "+w.sentence(r)+"\n- "+w.sentence(r)+"\n- *"+w.sentence(r)+"*")
		case 1:
			a.blocks = append(a.blocks, w.table)
		case 2:
			a.blocks = append(a.blocks, fmt.Sprintf("{embed %d}", r.IntN(c.boxes)))
		}
	}
	return a
}

// text writes an article, its marks replaced by what mark returns.
func (a article) text(mark func(kind string, n int) string) string {
	var b strings.Builder
	rest := strings.Join(a.blocks, "\n\n")
	for {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return b.String() + "\n"
		}
		var kind string
		var n int
		inner, after, _ := strings.Cut(after, "}")
		fmt.Sscan(inner, &kind, &n)
		b.WriteString(mark(kind, n))
		rest = after
	}
}

// workText is a work in CSL JSON.
const workText = `  {
    "id": "work-%d",
    "type": "article-journal",
    "title": "A study of backs, part %d",
    "author": [{"family": "Author", "given": "A. B."}],
    "container-title": "Spine",
    "volume": "%d",
    "page": "100-110",
    "issued": {"date-parts": [[2001]]},
    "DOI": "10.1000/x%d"
  }`

func (c *corpus) references() string {
	var works []string
	for i := range c.works {
		works = append(works, fmt.Sprintf(workText, i, i, i, i))
	}
	return "[\n" + strings.Join(works, ",\n") + "\n]\n"
}

// tree gathers files to write below a folder.
type tree map[string]string

func (t tree) write(dir string) error {
	for name, text := range t {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// writeOurs writes the corpus as this generator reads it, with the handbook's
// own layouts and static files.
func (c *corpus) writeOurs(dir string) error {
	for _, name := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(name)); err != nil {
			return err
		}
	}
	t := tree{"content/shared/references.json": c.references()}
	for lang, words := range languages {
		front := func(kind, title string) string {
			return "---\nkind: " + kind + "\ntitle: " + title + "\nsummary: " + words.summary + "\n---\n"
		}
		in := "content/" + lang + "/"
		t[in+"index.md"] = front("home", words.home) + words.welcome
		t[in+"articles/index.md"] = front("page", words.articles)
		t[in+"boxes/index.md"] = front("page", words.facts)
		for i := range c.boxes {
			t[fmt.Sprintf("%sboxes/box-%d.md", in, i)] = front("factbox", fmt.Sprintf(words.boxTitle, i)) + words.box
		}
		for i, a := range c.pages[lang] {
			t[fmt.Sprintf("%sarticles/page-%d.md", in, i)] = front("article", a.title) + a.text(words.ourMark)
		}
	}
	return t.write(dir)
}

// ourMark writes a mark as this generator reads it.
func (w wording) ourMark(kind string, n int) string {
	switch kind {
	case "link":
		return fmt.Sprintf("[%s](page-%d.md)", w.seeAlso, n)
	case "cite":
		return fmt.Sprintf("[@work-%d]", n)
	case "id":
		return fmt.Sprintf("{#part-%d}", n)
	}
	return fmt.Sprintf("![[box-%d]]", n)
}

// hugoMark writes a mark as Hugo reads it.
func (w wording) hugoMark(kind string, n int) string {
	switch kind {
	case "link":
		return fmt.Sprintf(`[%s]({{< ref "page-%d.md" >}})`, w.seeAlso, n)
	case "cite":
		return fmt.Sprintf(`{{< cite "work-%d" >}}`, n)
	case "id":
		return fmt.Sprintf("{#part-%d}", n)
	}
	return fmt.Sprintf(`{{< embed "boxes/box-%d" >}}`, n)
}

// edit changes a sentence of the first page.
func (c *corpus) edit(dir string) error {
	p := filepath.Join(dir, "content/no/articles/page-0.md")
	text, err := os.ReadFile(p)
	if err != nil {
		return err
	}
	return os.WriteFile(p, append(text, "\nEn ny setning.\n"...), 0o644)
}

// writeHugo writes the corpus as a Hugo site.
func (c *corpus) writeHugo(dir string) error {
	t := tree{"data/references.json": c.references()}
	err := fs.WalkDir(hugoSite, "hugo", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(hugoSite, p)
		t[strings.TrimPrefix(p, "hugo/")] = string(text)
		return err
	})
	if err != nil {
		return err
	}
	css, err := os.ReadFile("static/css/site.css")
	if err != nil {
		return err
	}
	t["assets/css/site.css"] = string(css)
	for lang, words := range languages {
		front := func(title string) string {
			return "---\ntitle: " + title + "\ndescription: " + words.summary + "\n---\n"
		}
		in := "content/" + lang + "/"
		t[in+"_index.md"] = front(words.home) + words.welcome
		t[in+"articles/_index.md"] = front(words.articles)
		t[in+"boxes/_index.md"] = front(words.facts)
		t[in+"references.md"] = front(words.references)
		for i := range c.boxes {
			t[fmt.Sprintf("%sboxes/box-%d.md", in, i)] = front(fmt.Sprintf(words.boxTitle, i)) + words.box
		}
		for i, a := range c.pages[lang] {
			t[fmt.Sprintf("%sarticles/page-%d.md", in, i)] = front(a.title) + a.text(words.hugoMark)
		}
	}
	return t.write(dir)
}
