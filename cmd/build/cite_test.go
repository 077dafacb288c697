package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	dom "golang.org/x/net/html"

	"rygghandboka/internal/data/bib"
	"rygghandboka/internal/source"
	"rygghandboka/internal/test/golden"
)

// librarySize is how many works the library of the test has.
const librarySize = 300

// A plain export of a large Zotero library is taken in by one command. The handbook then has
// no error, and each work is in the list of each language.
func TestLibraryIsTakenIn(t *testing.T) {
	e := edit(t)
	dir := t.TempDir()
	library := newLibrary()
	file := filepath.Join(dir, "library.json")
	if err := os.WriteFile(file, library.json(t), 0o644); err != nil {
		t.Fatal(err)
	}
	before := worksIn(t, e.src)
	today := golden.Day(t, repository).Format(time.DateOnly)
	call := func(args ...string) string {
		t.Helper()
		out, err := program(t, dir, nil, append(args, "-src", e.src)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	said := call("cite", "-yes", file)
	const form = "\n%d new, 0 there already, %d more than once in the export\n"
	counts := fmt.Sprintf(form, librarySize, len(library.again))
	if !strings.Contains(said, counts) {
		t.Errorf("no %q in\n%s", counts, said)
	}
	works := worksIn(t, e.src)
	checkKeys(t, before, works)
	if said := call("check", "-date", today); !strings.Contains(said, "\n0 errors, ") {
		t.Errorf("check:\n%s", said)
	}
	out := filepath.Join(dir, "public")
	call("build", "-out", out, "-date", today)
	for _, lang := range []string{"no", "en"} {
		checkPrinted(t, works, printedWorks(t, filepath.Join(out, lang)))
	}
	counts = fmt.Sprintf("\n0 new, %d there already\n", librarySize+len(library.again))
	if said := call("cite", "-yes", file); !strings.Contains(said, counts) {
		t.Errorf("a second time:\n%s", said)
	}
}

// checkKeys checks that works were added after those before, with keys that can be read.
func checkKeys(t *testing.T, before, works []*bib.Work) {
	t.Helper()
	if len(works) != len(before)+librarySize {
		t.Fatalf("%d works, not %d and %d", len(works), len(before), librarySize)
	}
	for i, w := range before {
		if works[i].Key != w.Key {
			t.Fatalf("%s is in the place of %s", works[i].Key, w.Key)
		}
	}
	for _, w := range works[len(before):] {
		if !readable.MatchString(w.Key) {
			t.Errorf("%s is no key that can be read", w.Key)
		}
	}
}

var readable = regexp.MustCompile(`^[a-z][a-z-]*-((19|20)\d\d[a-z]?|[a-z]+)$`)

// worksIn returns the works of an input tree.
func worksIn(t *testing.T, src string) []*bib.Work {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(src, filepath.FromSlash(bib.Path)))
	if err != nil {
		t.Fatal(err)
	}
	b, probs := bib.Parse(source.File{Path: bib.Path, Data: data})
	for _, p := range probs {
		t.Error(p)
	}
	return b.Works
}

// printedWorks returns the entries of the lists of works below a folder.
func printedWorks(t *testing.T, dir string) (entries []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil || !bytes.Contains(data, []byte("references.json")) {
			return err // only the lists are beside what they are downloaded as
		}
		doc, err := dom.Parse(bytes.NewReader(data))
		for n := range doc.Descendants() {
			if n.Data == "ul" && slices.Contains(n.Attr, dom.Attribute{Key: "class", Val: "works"}) {
				for li := range n.ChildNodes() {
					if li.FirstChild != nil {
						entries = append(entries, straight.Replace(contentOf(li.FirstChild)))
					}
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// contentOf returns the text in an element.
func contentOf(n *dom.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == dom.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// straight replaces apostrophes, which are printed as typographers set them.
var straight = strings.NewReplacer("’", "'")

// nonsense matches what no entry has.
var nonsense = regexp.MustCompile(`^[^\pL\pN]|\.\.| [.,;:]|,,|;;|::|;\.|:$|\(\)|\[\]|  |[{}<>]|` +
	`&lt;|%!|\bnull\b|\b0\b|zotero`)

// checkPrinted checks that each work is printed once, with what it is found by.
func checkPrinted(t *testing.T, works []*bib.Work, entries []string) {
	t.Helper()
	if len(entries) != len(works) {
		t.Errorf("%d entries of %d works", len(entries), len(works))
	}
	for _, w := range works {
		found := []string{w.Title} // two works may have one title
		if w.Issued.Year > 0 {
			found = append(found, fmt.Sprint(w.Issued.Year))
		}
		if len(w.Author) > 0 {
			found = append(found, w.Author[0].Family+w.Author[0].Literal)
		}
		at := slices.IndexFunc(entries, func(entry string) bool {
			return !slices.ContainsFunc(found, func(text string) bool {
				return !strings.Contains(entry, straight.Replace(text))
			})
		})
		if at < 0 {
			t.Errorf("%s is not printed with %q", w.Key, found)
		} else if bad := nonsense.FindString(entries[at]); bad != "" {
			t.Errorf("%s has %q: %s", w.Key, bad, entries[at])
		}
	}
}

// A library is works as Zotero exports them.
type library struct {
	works []map[string]any
	again []map[string]any // works that are in it a second time, with other ids
}

func (l *library) json(t *testing.T) []byte {
	t.Helper()
	text, err := json.MarshalIndent(append(slices.Clone(l.works), l.again...), "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// newLibrary returns a library that is made from a fixed seed.
func newLibrary() *library {
	r := rand.New(rand.NewPCG(18, 300))
	l := &library{}
	for i := range librarySize {
		l.works = append(l.works, newWork(r, i))
	}
	for i := range 12 {
		twin := map[string]any{}
		for name, value := range l.works[i*20] {
			twin[name] = value
		}
		twin["id"] = zoteroID(r)
		twin["title"] = strings.ToUpper(twin["title"].(string))
		l.again = append(l.again, twin)
	}
	return l
}

func zoteroID(r *rand.Rand) string {
	const chars = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
	id := make([]byte, 8)
	for i := range id {
		id[i] = chars[r.IntN(len(chars))]
	}
	return "http://zotero.org/users/123456/items/" + string(id)
}

// pick returns one of a list.
func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// kinds are the types of the library, journal articles most of all.
var kinds = []string{
	"article-journal", "article-journal", "article-journal", "article-journal", "article-journal", "article-journal",
	"book", "chapter", "report", "webpage", "thesis", "paper-conference", "article-newspaper", "article-magazine",
	"post-weblog", "article", "entry-encyclopedia", "legislation", "dataset", "software", "motion_picture", "speech",
	"document", "manuscript", "interview", "standard",
}

// newWork returns a work with the quirks of Zotero. Its number is in words in its title.
func newWork(r *rand.Rand, i int) map[string]any {
	kind := kinds[i%len(kinds)]
	title := fmt.Sprintf("%s %s of the %s in %s: %s and %s", pick(r, "Effects", "Costs", "Fear", "Frykt", "Årsaker"),
		words[i%len(words)], words[i/len(words)], words[r.IntN(len(words))], words[r.IntN(len(words))],
		words[r.IntN(len(words))])
	w := map[string]any{
		"id": zoteroID(r), "type": kind, "title": title, "abstract": "Background: " + title + ".", "source": "Crossref",
		"language": pick(r, "en", "eng", "English", "nb-NO", "nob", "de"),
	}
	if kind != "legislation" && kind != "standard" && i%19 != 0 {
		w["author"] = newAuthors(r)
	}
	year := 1985 + r.IntN(40)
	switch i % 10 {
	case 0:
		w["issued"] = map[string]any{"date-parts": [][]any{{fmt.Sprint(year)}}}
	case 1:
		w["issued"] = map[string]any{"raw": fmt.Sprintf("%d-%02d", year, 1+r.IntN(12))}
	case 2:
		w["issued"] = map[string]any{"literal": fmt.Sprintf("Mar %d", year)}
	default:
		w["issued"] = map[string]any{"date-parts": [][]any{{fmt.Sprint(year), 1 + r.IntN(12), 1 + r.IntN(28)}}}
	}
	placeOf(r, w, i)
	if i%17 == 5 && w["page"] == nil {
		delete(w, "issued")
	}
	return w
}

// placeOf adds what a work of its kind is in, and by whom it is published.
func placeOf(r *rand.Rand, w map[string]any, i int) {
	publisher := pick(r, "Elsevier", "Universitetsforlaget", "Springer", "SINTEF", "Helsedirektoratet")
	switch w["type"] {
	case "article-journal":
		w["container-title"] = pick(r, "Spine", "European Spine Journal", "Tidsskrift for Den norske legeforening")
		w["journalAbbreviation"] = pick(r, "Spine", "Eur Spine J", "Tidsskr Nor Legeforen")
		w["volume"], w["issue"] = fmt.Sprint(1+r.IntN(90)), 1+r.IntN(12)
		first := 1 + r.IntN(900)
		w["page"] = fmt.Sprintf(pick(r, "%[1]d-%[2]d", "%[1]d–%[2]d", "e%[1]d"), first, first+9)
		w["DOI"] = pick(r, "https://doi.org/", "", "doi:") + fmt.Sprintf("10.1000/J.%d(%d)", i, i)
		w["note"] = fmt.Sprintf("PMID: %d\nPublisher: %s", 20_000_000+i, publisher)
		w["ISSN"] = "0362-2436, 1528-1159"
	case "chapter", "paper-conference", "entry-encyclopedia":
		w["container-title"] = "The book of " + words[r.IntN(len(words))]
		w["editor"] = newAuthors(r)
		w["publisher"], w["publisher-place"] = publisher, "Oslo"
		w["page"] = "11-29"
	case "article-newspaper", "article-magazine":
		w["container-title"] = pick(r, "Aftenposten", "Dagens Medisin")
		w["page"] = "4"
	case "webpage", "post-weblog":
		w["container-title"] = pick(r, "Helsenorge", "FHI.no")
		w["URL"] = fmt.Sprintf("https://www.example.org/%d?a=b&c=d", i)
		w["accessed"] = map[string]any{"date-parts": [][]any{{"2024", 5, 1}}}
	case "thesis":
		w["genre"], w["publisher"] = "Doctoral thesis", "NTNU"
	default:
		w["publisher"], w["publisher-place"] = publisher, "Oslo"
	}
}

// newAuthors returns one to eight names.
func newAuthors(r *rand.Rand) (names []map[string]any) {
	if r.IntN(12) == 0 {
		name := pick(r, "World Health Organization", "Folkehelseinstituttet", "Norsk Legemiddelhåndbok")
		return []map[string]any{{"literal": name}}
	}
	for range 1 + r.IntN(8) {
		name := map[string]any{
			"family": pick(r, "Ødegård", "O'Sullivan", "Maher", "Lærum", "Unsgaard-Tøndel", "Müller", "Li", "García"),
			"given":  pick(r, "Anne", "P. W.", "Jean-Luc", "Øyvind", "K"),
		}
		if r.IntN(9) == 0 {
			name["family"], name["non-dropping-particle"] = "Tulder", "van"
		}
		names = append(names, name)
	}
	return names
}

var words = []string{
	"back", "pain", "motion", "rygg", "smerte", "trening", "muscle", "nerve", "disc", "spine", "posture", "lifting",
	"walking", "sleep", "work", "belief", "exercise", "balance", "øvelse",
}
