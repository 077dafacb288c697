package build

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/data/exercise"
	"rygghandboka/internal/translation"
)

// A grown handbook is the handbook with more in it.
type grown struct {
	works     int // more, each cited by a page
	exercises int // more, each citing the same work and training the same muscles
	changes   int // more
	terms     int // more, each used on a page
	citing    int // more pages, each citing the same work and using the same term
	linking   int // more pages, each referring to all articles
	common    int // more terms, each a word that the longest article has already
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
	g.addCiting(tree)
	g.addLinking(tree)
	g.addCommon(tree)
	g.confirm(t, tree)
	return tree
}

func (g grown) confirm(t *testing.T, tree fstest.MapFS) {
	t.Helper()
	r, err := new(Builder).Build(tree, handbookOptions(t))
	if err != nil {
		t.Fatal(err)
	}
	proposals, probs, err := r.Propose(nil, true)
	if err != nil || probs.Errors() > 0 {
		t.Fatal(err, probs)
	}
	lock := r.Confirm(proposals, translation.Stamp{})
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

![[stop-rules]]

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
			front := fmt.Sprintf("kind: page\ntitle: Ord %d\nsummary: Om ryggen.\noff-menu: true\n", i)
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

func (g grown) addCiting(tree fstest.MapFS) {
	r := rand.New(rand.NewPCG(9, 10))
	for i := range g.citing {
		front := fmt.Sprintf("kind: article\ntitle: %s %d\nsummary: %s.\n", title(r), i, title(r))
		text := "Her er [ordet](../glossary.md#core-muscles) [@hayden-2021]. Se [[plank]].\n"
		add(tree, fmt.Sprintf("articles/citing-%d.md", i), front, text)
	}
}

func (g grown) addLinking(tree fstest.MapFS) {
	r := rand.New(rand.NewPCG(11, 12))
	for i := range g.linking {
		front := fmt.Sprintf("kind: article\ntitle: %s %d\nsummary: %s.\n", title(r), i, title(r))
		text := "Se [[training-the-core]], [[evidence]], [[evidence-causes]] og [[why-core-training]].\n"
		add(tree, fmt.Sprintf("articles/linking-%d.md", i), front, text)
	}
}

var plainWord = regexp.MustCompile(`\b\p{Ll}{7,12}\b`)

func (g grown) addCommon(tree fstest.MapFS) {
	r := rand.New(rand.NewPCG(13, 14))
	for _, l := range []string{"no", "en"} {
		text := tree["content/"+l+"/articles/training-the-core.md"].Data
		glossary := tree["content/"+l+"/glossary.md"]
		var terms strings.Builder
		seen := map[string]bool{}
		for _, m := range plainWord.FindAll(text, -1) {
			w := string(m)
			if seen[w] || len(seen) == g.common || bytes.Contains(glossary.Data, m) {
				continue
			}
			const term = "  - id: common-%d\n    term: %s\n    definition: %s.\n"
			fmt.Fprintf(&terms, term, len(seen), w, title(r))
			seen[w] = true
		}
		insert(glossary, "terms:\n", "terms:\n"+terms.String())
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
