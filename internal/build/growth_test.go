package build

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/site"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/translation"
)

// A grown handbook is the handbook with more in it.
type grown struct {
	works     int // more, each cited by a page
	exercises int // more, each citing the same work and training the same muscles
	changes   int // more
	terms     int // more, each used on a page
}

// tree returns the input tree. What is added is made from a fixed seed.
func (g grown) tree(t *testing.T) fstest.MapFS {
	t.Helper()
	tree := fstest.MapFS{}
	for _, dir := range []string{"content", "layouts", "static"} {
		err := fs.WalkDir(os.DirFS(repository), dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile("../../" + p)
			tree[p] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	g.addWorks(tree)
	g.addExercises(tree)
	g.addTerms(tree)
	g.addChanges(tree)
	g.confirm(t, tree)
	return tree
}

func (g grown) confirm(t *testing.T, tree fstest.MapFS) {
	t.Helper()
	r, err := new(Builder).Build(tree, handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	lock, _, probs, err := r.Confirm(nil, true)
	if err != nil || probs.Errors() > 0 {
		t.Fatal(err, probs)
	}
	tree[translation.LockPath] = &fstest.MapFile{Data: lock.Bytes()}
}

// syllables make words that no other word is like, as names and titles have them.
var syllables = strings.Fields("ba be bi da de do fa fe ga gri ha hel ja ka kel la le li ma mor " +
	"na nes pa ro sa ster ta tor va vin")

func word(r *rand.Rand) string {
	var b strings.Builder
	for range 2 + r.IntN(3) {
		b.WriteString(syllables[r.IntN(len(syllables))])
	}
	return b.String()
}

func title(r *rand.Rand) string {
	words := make([]string, 6+r.IntN(8))
	for i := range words {
		words[i] = word(r)
	}
	return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:]
}

// newWork returns a work in CSL JSON.
func newWork(r *rand.Rand, i int) string {
	author := word(r)
	author = strings.ToUpper(author[:1]) + author[1:]
	return fmt.Sprintf(`{
		"id": "work-%d",
		"type": "article-journal",
		"title": %q,
		"author": [{"family": %q, "given": "A B"}, {"family": %q, "given": "C"}],
		"container-title": %q,
		"volume": "%d",
		"page": "%d",
		"issued": {"date-parts": [[2001]]},
		"DOI": "10.1000/%s.%d",
		"PMID": "%d"
	}`, i, title(r), author, word(r), word(r), r.IntN(90), r.IntN(900), word(r), i, 30_000_000+i)
}

// worksPerPage is how many of the works one page cites.
const worksPerPage = 20

func (g grown) addWorks(tree fstest.MapFS) {
	r := rand.New(rand.NewPCG(1, 2))
	var list strings.Builder
	for i := range g.works {
		fmt.Fprintf(&list, ", %s", newWork(r, i))
	}
	file := tree["content/shared/references.json"]
	file.Data = append(bytes.TrimSuffix(bytes.TrimSpace(file.Data), []byte("]")), list.String()+"]"...)
	for first := 0; first < g.works; first += worksPerPage {
		var text strings.Builder
		for i := first; i < min(first+worksPerPage, g.works); i++ {
			fmt.Fprintf(&text, "Ryggen [@work-%d]. ", i)
		}
		front := fmt.Sprintf("kind: article\ntitle: Tillegg %d\nsummary: Om ryggen.\n", first)
		add(tree, fmt.Sprintf("articles/added-%d.md", first), front, text.String())
	}
}

func (g grown) addExercises(tree fstest.MapFS) {
	r := rand.New(rand.NewPCG(3, 4))
	for i := range g.exercises {
		file := fmt.Sprintf("%s/added-%d.yaml", exercise.Dir, i)
		tree[file] = &fstest.MapFile{Data: []byte(exerciseFacts)}
		front := fmt.Sprintf("kind: exercise\ntitle: %s %d\nsummary: %s.\n", title(r), i, title(r))
		add(tree, fmt.Sprintf("exercises/added-%d.md", i), front, exerciseText)
	}
}

const exerciseFacts = `stage: 3
groups: [global-stabiliser]
muscles: [multifidus, erector-spinae]
position: four-point
equipment: [mat]
dosage: {sets: 1-3, repetitions: 4-6}
no-easier: easiest
no-harder: more
cautions: [floor]
citations: []
`

const exerciseText = `Ryggen [@hayden-2021]. Se [[plank]].

## A {#start}

Stå.

## B {#steps}

1. Stå.

## D {#mistakes}

- Nei.

## E {#breathing}

Pust.

## C {#feel}

Her.

## F {#easier-harder}

Nei.

## G {#progress}

Ja.

## H {#evidence}

Nei.
`

func (g grown) addTerms(tree fstest.MapFS) {
	r := rand.New(rand.NewPCG(5, 6))
	var terms, text strings.Builder
	for i := range g.terms {
		name := fmt.Sprintf("%s%s", word(r), word(r))
		fmt.Fprintf(&terms, "  - id: added-%d\n    term: %s\n    definition: %s.\n", i, name, title(r))
		fmt.Fprintf(&text, "Her er [ordet](glossary.md#added-%d). ", i)
		if i%100 == 99 || i == g.terms-1 {
			front := fmt.Sprintf("kind: page\ntitle: Ord %d\nsummary: Om ryggen.\nunlisted: true\n", i)
			add(tree, fmt.Sprintf("words-%d.md", i), front, text.String())
			text.Reset()
		}
	}
	for _, l := range []string{"no", "en"} {
		insert(tree["content/"+l+"/glossary.md"], "terms:\n", "terms:\n"+terms.String())
	}
}

func (g grown) addChanges(tree fstest.MapFS) {
	r := rand.New(rand.NewPCG(7, 8))
	var changes strings.Builder
	for range g.changes {
		fmt.Fprintf(&changes, "  - date: 2020-01-02\n    what: %s.\n    pages: [exercises/plank]\n", title(r))
	}
	for _, l := range []string{"no", "en"} {
		insert(tree["content/"+l+"/changes.md"], "\n---\n", "\n"+changes.String()+"---\n") // below those that are newer
	}
}

// add adds a page in both languages.
func add(tree fstest.MapFS, name, front, text string) {
	for _, l := range []string{"no", "en"} {
		tree["content/"+l+"/"+name] = &fstest.MapFile{Data: []byte("---\n" + front + "---\n" + text)}
	}
}

func insert(f *fstest.MapFile, at, text string) {
	before, after, _ := bytes.Cut(f.Data, []byte(at))
	f.Data = slices.Concat(before, []byte(text), after)
}

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
		{terms: 300, changes: 300, works: 30, exercises: 30},
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
				data, probs := o.Print()
				report(t, probs)
				files[o.Path] = string(data)
			}
			checkLinks(t, files)
			onOnePage(t, files, r)
			titles(t, files)
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

var signForm = regexp.MustCompile(`>doi:[^<]*<|(?:data-exercise|id)="[^"]*"`)

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
	for _, w := range e.Works {
		if w.DOI != "" {
			signs = append(signs, ">doi:"+html.EscapeString(w.DOI)+"<")
		}
	}
	for _, c := range e.Children {
		if c.Exercise != nil {
			signs = append(signs, `data-exercise="`+c.Exercise.Key+`"`)
		}
	}
	for _, term := range e.Terms {
		signs = append(signs, `id="`+term.ID.Text+`"`)
	}
	for _, c := range e.History {
		signs = append(signs, `id="`+c.ID+`"`)
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
		data, _ := out.Print()
		files[out.Path] = string(data)
	}
	if len(files) == 0 {
		t.Fatal(r.Problems)
	}
	return files
}
