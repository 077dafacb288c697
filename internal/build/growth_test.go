package build

import (
	"fmt"
	"html"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
)

// However much the handbook grows, what the program lists divides itself: no page is too
// heavy, each work and each exercise is on one page, and all links lead somewhere.
func TestGrowth(t *testing.T) {
	for _, g := range []grown{
		{works: 2},
		{exercises: 20},
		{works: 10},
		{works: 100},
		{works: 1000},
		{works: 5000},
		{exercises: 200},
		{exercises: 1000},
		{terms: 1000},
		{changes: 2000},
		{citing: 500},
		{linking: 4},
		{linking: 12},
		{linking: 60},
		{common: 40},
		{terms: 300, changes: 300, works: 30, exercises: 30, citing: 60},
	} {
		t.Run(fmt.Sprintf("%+v", g), func(t *testing.T) {
			tree := g.tree(t)
			o := handbookOptions(t)
			o.Weigh = true
			r, err := new(Builder).Build(tree, o)
			if err != nil {
				t.Fatal(err)
			}
			report(t, r.Problems)
			files := map[string]string{}
			for _, o := range r.Outputs {
				data, probs := o.Render()
				report(t, probs)
				files[o.Path] = string(data)
			}
			checkLinks(t, files)
			onOnePage(t, files, r)
			titles(t, files)
			feedLengths(t, files)
		})
	}
}

func report(t *testing.T, probs diag.List) {
	t.Helper()
	for _, p := range probs {
		if p.Severity == diag.Error {
			t.Error(p)
		}
	}
}

var titleForm = regexp.MustCompile(`<title>(.*?)</title>`)

// titles reports pages of a language that have the same title.
func titles(t *testing.T, files map[string]string) {
	seen := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Base(name) != "index.html" || !strings.Contains(name, "/") {
			continue
		}
		key := strings.Split(name, "/")[0] + titleForm.FindString(files[name])
		if other, twice := seen[key]; twice {
			t.Errorf("%s and %s have the same title", name, other)
		}
		seen[key] = name
	}
}

// feedLengths checks that a feed does not grow for ever.
func feedLengths(t *testing.T, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if path.Base(name) != "feed.xml" {
			continue
		}
		if n := strings.Count(text, "<entry>"); n == 0 || n > 100 {
			t.Errorf("%s has %d entries", name, n)
		}
	}
}

var signForm = regexp.MustCompile(`id"> [^<]*<|(?:data-exercise|id)="[^"]*"`)

// onOnePage checks that each work, exercise, term and change is on one page of its list.
func onOnePage(t *testing.T, files map[string]string, r *Result) {
	t.Helper()
	for _, e := range r.Site.Entries {
		signs := signsOf(e)
		if len(signs) == 0 {
			continue
		}
		count := map[string]int{}
		for _, sign := range signForm.FindAllString(textOfParts(t, files, e), -1) {
			count[sign]++
		}
		for _, sign := range signs {
			if n := count[sign]; n != 1 {
				t.Errorf("%s: %s is there %d times", e.Out, sign, n)
			}
		}
	}
}

// signsOf returns what the HTML of a list has once for each thing that is listed.
func signsOf(e *site.Entry) (signs []string) {
	switch detail := e.Detail.(type) {
	case *site.References:
		for _, w := range detail.Works {
			if w.DOI != "" {
				signs = append(signs, `id"> `+html.EscapeString(w.DOI)+"<")
			}
		}
	case *site.Glossary:
		for _, term := range detail.Terms {
			signs = append(signs, `id="`+term.ID.Text+`"`)
		}
	case *site.Changes:
		for _, c := range detail.Changes {
			signs = append(signs, `id="`+c.ID+`"`)
		}
	}
	if e.Index != nil {
		for _, c := range e.Index.Children {
			if c.Exercise != nil {
				signs = append(signs, `data-exercise="`+c.Exercise.Key+`"`)
			}
		}
	}
	return signs
}

// textOfParts returns the HTML of all pages into which a list is divided, and checks those
// after the first.
func textOfParts(t *testing.T, files map[string]string, e *site.Entry) string {
	t.Helper()
	var text strings.Builder
	text.WriteString(files[e.Out])
	for n := 2; ; n++ {
		file := strings.Replace(e.Out, "index.html", fmt.Sprintf("%d/index.html", n), 1)
		page, there := files[file]
		if !there {
			return text.String()
		}
		text.WriteString(page)
		checkPart(t, files, e.Lang, file)
	}
}

var (
	canonical = regexp.MustCompile(`<link rel="?canonical"? href="?https://example\.org/([^">]*)`)
	identity  = regexp.MustCompile(`"@id":"https://example\.org/([^"]*)"`)
)

// checkPart checks the addresses that a page of a divided list has for itself.
func checkPart(t *testing.T, files map[string]string, in lang.Lang, file string) {
	t.Helper()
	text, address := files[file], strings.TrimSuffix(file, "index.html")
	if m := canonical.FindStringSubmatch(text); m == nil || m[1] != address {
		t.Errorf("%s: its canonical address is %q", file, m)
	}
	if m := identity.FindStringSubmatch(text); m == nil || m[1] != address {
		t.Errorf("%s: its linked data name %q", file, m)
	}
	if strings.Count(text, `aria-current="page"`) != 1 {
		t.Errorf("%s: the links between the parts do not mark which is open", file)
	}
	if !strings.Contains(text, "data-keep-place") {
		t.Errorf("%s: no link changes the language", file)
	}
	for _, list := range []string{"sitemap.xml", string(in) + "/worker.js"} {
		if !strings.Contains(files[list], "/"+address) {
			t.Errorf("%s lacks %s", list, address)
		}
	}
}

// A list that has been divided is what a build from nothing makes of it, also when it
// was not divided before, and is not any more.
func TestGrowthWarm(t *testing.T) {
	o := handbookOptions(t)
	b := new(Builder)
	for _, g := range []grown{{}, {works: 40}, {works: 80, exercises: 30}, {}} {
		tree := g.tree(t)
		warm, fresh := outputsOf(t, b, tree, o), outputsOf(t, new(Builder), tree, o)
		if !maps.Equal(warm, fresh) {
			t.Errorf("%+v: a warm rebuild is not what a build from nothing is:\n%.2000s", g, difference(warm, fresh))
		}
	}
}

func outputsOf(t *testing.T, b *Builder, tree fs.FS, o Options) map[string]string {
	t.Helper()
	r, err := b.Build(tree, o)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, out := range r.Outputs {
		data, _ := out.Render()
		files[out.Path] = string(data)
	}
	if len(files) == 0 {
		t.Fatal(r.Problems)
	}
	return files
}
