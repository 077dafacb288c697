package build

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"rygghandboka/internal/base/strict"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/lang"
)

// handbookOptions are those of tests of the handbook itself: its own day.
func handbookOptions(t *testing.T) Options {
	o := options()
	o.Today = golden.Day(t, repository)
	return o
}

// handbook builds the handbook itself and returns its files.
func handbook(t *testing.T, o Options) map[string]string {
	t.Helper()
	r, err := new(Builder).Build(os.DirFS(repository), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range append(r.Problems, r.Render(t.Context())...) {
		t.Error(p)
	}
	files := map[string]string{}
	for _, o := range r.Outputs {
		data, _ := o.Print()
		files[o.Path] = string(data)
	}
	return files
}

// A minified page has the same document tree as the page as it was written,
// apart from white space that a browser does not show.
func TestMinifyingKeepsTheDocument(t *testing.T) {
	o := handbookOptions(t)
	small := handbook(t, o)
	o.Loose = true
	loose := handbook(t, o)
	saved := 0
	for name, text := range loose {
		if path.Ext(name) != ".html" {
			continue
		}
		saved += len(text) - len(small[name])
		if got, want := outline(t, small[name]), outline(t, text); got != want {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			t.Fatalf("%s differs:\n…%.200s\nwant\n…%.200s", name, got[max(0, i-60):], want[max(0, i-60):])
		}
	}
	if saved <= 0 {
		t.Errorf("minifying saved %d bytes", saved)
	}
}

// outline writes a document's tree, with white space as a browser shows it: none
// at the edges of blocks, one space elsewhere.
func outline(t *testing.T, text string) string {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, verbatim bool)
	walk = func(n *html.Node, verbatim bool) {
		switch n.Type {
		case html.TextNode:
			if verbatim {
				b.WriteString(n.Data)
				return
			}
			b.WriteString(spaces.ReplaceAllString(n.Data, " "))
			return
		case html.ElementNode:
			b.WriteString("<" + n.Data)
			for _, a := range n.Attr {
				value := strings.ReplaceAll(a.Val, ", ", ",")
				b.WriteString(" " + a.Key + "=" + fingerprint.ReplaceAllString(value, "."))
			}
			b.WriteString(">")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, verbatim || n.Data == "pre")
		}
		if n.Type == html.ElementNode {
			b.WriteString("</" + n.Data + ">")
		}
	}
	walk(doc, false)
	return edges.ReplaceAllString(b.String(), "$1")
}

// blockElements have no white space that is shown at their edges.
var blockElements = strings.Fields(`
	html head meta title link script body header footer main nav section article aside div p h1 h2
	h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td blockquote pre details summary figure
	figcaption template form label option br`)

var (
	spaces      = regexp.MustCompile(`[ \t\r\n]+`)
	fingerprint = regexp.MustCompile(`\.[0-9a-f]{10}\.|sha256-[A-Za-z0-9+/]{43}=`)
	edges       = regexp.MustCompile(` *(</?(?:` + strings.Join(blockElements, "|") + `)(?: [^>]*)?>) *`)
)

// Every address in the handbook leads to a file and, if it names one, to an id
// that is there once. This looks only at the finished HTML.
func TestLinksOfTheFinishedSite(t *testing.T) {
	if checked := checkLinks(t, handbook(t, handbookOptions(t))); checked < 500 {
		t.Errorf("only %d links were found", checked)
	}
}

// checkLinks reports the addresses in files that lead nowhere, and returns how many lead
// somewhere in the site.
func checkLinks(t *testing.T, files map[string]string) (checked int) {
	t.Helper()
	ids := map[string]map[string]int{}
	var links []foundLink
	for name, text := range files {
		if path.Ext(name) != ".html" && path.Ext(name) != ".svg" {
			continue
		}
		var more []foundLink
		ids[name], more = readLinks(t, name, text)
		links = append(links, more...)
		for id, n := range ids[name] {
			if n > 1 {
				t.Errorf("%s: the id %q is there %d times", name, id, n)
			}
		}
	}
	for _, l := range links {
		file, id, ours := l.target(t)
		if !ours {
			continue
		}
		checked++
		if _, ok := files[file]; !ok {
			t.Errorf("%s: %q leads nowhere", l.page, l.to)
		} else if id != "" && ids[file][id] == 0 {
			t.Errorf("%s: %q leads to no id", l.page, l.to)
		}
	}
	return checked
}

// A foundLink is an address in a file.
type foundLink struct{ page, to string }

// readLinks returns how often each id is in a file, and the addresses in it.
func readLinks(t *testing.T, name, text string) (ids map[string]int, links []foundLink) {
	t.Helper()
	ids = map[string]int{}
	for n := range document(t, text).Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				ids[a.Val]++
			case "aria-labelledby", "aria-describedby":
				for id := range strings.FieldsSeq(a.Val) {
					links = append(links, foundLink{name, "#" + id})
				}
			case "href", "src":
				links = append(links, foundLink{name, a.Val})
			}
		}
	}
	return ids, links
}

// outside is an address that leads out of the site.
var outside = regexp.MustCompile(`^(?:tel|mailto|https):`)

// target returns the file and the id that a link leads to, and whether it is in the site.
func (l foundLink) target(t *testing.T) (file, id string, ours bool) {
	t.Helper()
	file, id, _ = strings.Cut(strings.TrimPrefix(l.to, "https://example.org"), "#")
	switch {
	case file == "":
		return l.page, id, true
	case file == "/", strings.HasPrefix(file, "/") && strings.HasSuffix(file, "/"):
		return file[1:] + "index.html", id, true
	case strings.HasPrefix(file, "/"):
		return file[1:], id, true
	}
	if !outside.MatchString(file) {
		t.Errorf("%s: the address %q", l.page, l.to)
	}
	return "", "", false
}

// Each page says that no clinician has reviewed it, as long as none has.
func TestPagesSayThatTheyAreNotReviewed(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil || len(r.Site.Entries) == 0 {
		t.Fatal(err, r)
	}
	words := map[lang.Lang]string{"no": "Ikke gjennomgått av kliniker ennå.", "en": "Not yet reviewed by a clinician."}
	for _, e := range r.Site.Entries {
		if shown := strings.Contains(files[e.Out], words[e.Lang]); shown != (e.Reviewer.Text == "") {
			t.Errorf("%s: the remark that nobody has reviewed it is shown: %v; the reviewer is %q",
				e.Out, shown, e.Reviewer.Text)
		}
	}
}

// Whatever an author writes in the front matter is shown: on the page, among its data for
// search engines (the summary) or in its drawing (labels). Nobody sees forms.
func TestFrontMatterIsShown(t *testing.T) {
	files := handbook(t, handbookOptions(t))
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, e := range r.Site.Entries {
		page, drawing := shownText(t, files[e.Out]), ""
		if e.Drawing != nil {
			drawing = shownText(t, strings.Join(e.Drawing.Panels, ""))
		}
		for _, part := range e.Parts {
			for _, s := range part.In(strict.Prose, strict.Name) {
				checked++
				if !strings.Contains(page, letters(s.Text)) {
					t.Errorf("%s: %q is not shown", e.Path, s.Text)
				}
			}
			for _, s := range part.In(strict.Label) {
				checked++
				if !strings.Contains(drawing, letters(s.Text)) {
					t.Errorf("%s: the label %q is not drawn", e.Path, s.Text)
				}
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d texts were found", checked)
	}
}

// shownText returns the letters and digits of the texts of HTML.
func shownText(t *testing.T, text string) string {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return letters(textIn(doc))
}

// letters leaves out what typography, markup and dividers change.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

var coverageLink = regexp.MustCompile(`content/[a-z]+/[a-z0-9/-]+\.md(?:#[a-z0-9-]+)?`)

// doc/coverage.md lists where each fact of the source is. Every file and
// heading that it names is there, and both languages are named as often.
func TestCoverageLeadsSomewhere(t *testing.T) {
	text, err := os.ReadFile("../../doc/coverage.md")
	if err != nil {
		t.Fatal(err)
	}
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string][]string{}
	for _, e := range r.Site.Entries {
		ids[e.Path] = e.IDs()
	}
	count := map[string]int{}
	for _, link := range coverageLink.FindAllString(string(text), -1) {
		file, id, _ := strings.Cut(link, "#")
		count[strings.Split(file, "/")[1]]++
		if has, ok := ids[file]; !ok || id != "" && !slices.Contains(has, id) {
			t.Errorf("%s leads nowhere", link)
		}
	}
	if count["no"] < 80 || count["no"] != count["en"] {
		t.Errorf("the table names %d places in Norwegian and %d in English", count["no"], count["en"])
	}
}

var fenced = regexp.MustCompile("(?ms)^(`{3,})(markdown|yaml)\n(.*?)^`{3,}$")

// Each example of the authors' guide is in the tests or in the handbook: a file of an
// archive, a shared file, or the front matter of a page.
func TestExamplesOfTheAuthorsGuide(t *testing.T) {
	known := knownTexts(t)
	examples := 0
	for _, guide := range readAll(t, "../../content/*/writing*.md") {
		for _, m := range fenced.FindAllStringSubmatch(guide, -1) {
			examples++
			if !known[strings.TrimSpace(m[3])] {
				t.Errorf("this example is in no archive:\n%s", m[3])
			}
		}
	}
	if examples < 10 {
		t.Errorf("only %d examples", examples)
	}
}

// knownTexts returns the texts of the archives and of the handbook, and their front matter
// with its fences and without.
func knownTexts(t *testing.T) map[string]bool {
	t.Helper()
	texts := readAll(t,
		"../../content/shared/exercises/*.yaml",
		"../../content/*/*.md",
		"../../content/*/*/*.md",
	)
	for _, archive := range readAll(t, "../*/testdata/*.txtar", "../*/*/testdata/*.txtar") {
		for _, f := range txtar.Parse([]byte(archive)).Files {
			texts = append(texts, string(f.Data))
		}
	}
	known := map[string]bool{}
	for _, text := range texts {
		known[strings.TrimSpace(text)] = true
		if front, _, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "---\n"); ok {
			known[strings.TrimSpace(front)] = true
			known["---\n"+strings.TrimSpace(front)+"\n---"] = true
		}
	}
	return known
}

// readAll returns the texts of the files that patterns name.
func readAll(t *testing.T, patterns ...string) (texts []string) {
	t.Helper()
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no file is named %s: %v", pattern, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	return texts
}

// A file may be kept for ever if, and only if, its name holds the beginning of
// the SHA-256 of its data.
func TestImmutable(t *testing.T) {
	r, err := new(Builder).Build(os.DirFS(repository), handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, o := range r.Outputs {
		data, _ := o.Print()
		if hashed := strings.Contains(o.Path, fmt.Sprintf(".%.5x.", sha256.Sum256(data))); hashed != o.Immutable {
			t.Errorf("%s: Immutable is %v", o.Path, o.Immutable)
		}
		if o.Immutable {
			count[path.Dir(o.Path)]++
		}
	}
	for _, dir := range []string{"css", "js", "js/handout", "figures"} {
		if count[dir] == 0 {
			t.Errorf("nothing in %s is immutable: %v", dir, count)
		}
	}
}
