package page_test

import (
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/build"
	"rygghandboka/internal/page"
	"rygghandboka/internal/site"
	"rygghandboka/internal/source"
	"rygghandboka/internal/test/golden"
	"rygghandboka/internal/text/lang"
	"rygghandboka/internal/translation"
)

const repository = "../.."

// A text that somebody adds to the front matter of a kind of page, and does nothing else
// about, is guarded like all others: in the front matter itself, and in an item of one of
// its lists. This is shown of the handbook, one page of each kind.
func TestNewTextsAreGuarded(t *testing.T) {
	page.AddNotes(t)
	for _, test := range []struct {
		name     string
		where    *regexp.Regexp // what a note is put after
		indent   string
		kinds    []page.Kind
		searched []page.Kind
	}{
		{"of a page", regexp.MustCompile(`^---\n`), "", page.Kinds(), page.Kinds()},
		{"of an item", regexp.MustCompile(`(?m)^  - (?:exercise|date|id): .*\n`), "    ",
			[]page.Kind{page.ProgrammeKind, page.ChangesKind, page.GlossaryKind},
			[]page.Kind{page.ProgrammeKind, page.GlossaryKind}}, // changes are about pages that are found themselves
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBook(t)
			b.searchable = test.searched
			b.choose(test.kinds)
			write := func(notes map[lang.Lang]string) {
				for _, e := range b.chosen {
					b.insert(e, test.where, test.indent+"note: "+notes[e.Lang]+"\n")
				}
			}
			b.guarded(write)
		})
	}
}

// A book is the handbook, in which one page of each kind is to have a note.
type book struct {
	*testing.T
	build.Builder
	files   map[string][]byte // as they are
	tree    fstest.MapFS
	options build.Options
	chosen  []*site.Entry // in all languages

	searchable []page.Kind // whose notes readers find
}

func newBook(t *testing.T) *book {
	files, _, err := new(source.Reader).Read(os.DirFS(repository))
	if err != nil {
		t.Fatal(err)
	}
	base, err := url.Parse("https://example.org/")
	if err != nil {
		t.Fatal(err)
	}
	b := &book{T: t, files: map[string][]byte{}, tree: fstest.MapFS{}}
	b.options = build.Options{Base: base, Today: golden.Day(t, repository)}
	for _, f := range files {
		b.files[f.Path] = f.Data
		b.write(f.Path, f.Data)
	}
	return b
}

func (b *book) write(file string, data []byte) { b.tree[file] = &fstest.MapFile{Data: data} }

// insert puts text into the file of a page.
func (b *book) insert(e *site.Entry, after *regexp.Regexp, text string) {
	data := b.files[e.Path]
	m := after.FindIndex(data)
	if m == nil {
		b.Fatalf("%s has no %s", e.Path, after)
	}
	b.write(e.Path, slices.Concat(data[:m[1]], []byte(text), data[m[1]:]))
}

// build builds the book, in which there may be problems.
func (b *book) build() *build.Result {
	b.Helper()
	r, err := b.Builder.Build(fs.FS(b.tree), b.options)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// choose chooses the first page of each kind, in all languages.
func (b *book) choose(kinds []page.Kind) {
	entries := b.build().Site.Entries
	for _, kind := range kinds {
		i := slices.IndexFunc(entries, func(e *site.Entry) bool { return e.Kind == kind })
		if i < 0 {
			b.Fatalf("there is no page of kind %s", kind)
		}
		for _, e := range entries {
			if e.Key == entries[i].Key {
				b.chosen = append(b.chosen, e)
			}
		}
	}
}

// expect checks that each chosen page of a language has a problem with a message, and
// stops the build if it must.
func (b *book) expect(probs diag.List, in lang.Lang, stops bool, message string) {
	b.Helper()
	for _, e := range b.chosen {
		reported := func(p diag.Problem) bool {
			return p.File == e.Path && (!stops || p.Severity == diag.Error) && strings.Contains(p.Message, message)
		}
		if e.Lang == in && !slices.ContainsFunc(probs, reported) {
			b.Errorf("%s: no problem has the message %q", e.Path, message)
		}
	}
}

// guarded checks that all that must be known of a text is known of notes.
func (b *book) guarded(write func(map[lang.Lang]string)) {
	write(map[lang.Lang]string{"no": "Mer enn 50 kg i 9 uker.", "en": "Not more than 5 kg for 2 weeks."})
	probs := b.build().Problems
	b.expect(probs, "en", true, `the number "5 kg" here, but "50 kg" in the other language`)
	b.expect(probs, "en", true, `the number "2 week" here, but "9 week" in the other language`)

	write(map[lang.Lang]string{"no": "Med slitt rygg og kvikkfjongelibangeri.", "en": "With a bulging disc."})
	probs = b.build().Problems
	b.expect(probs, "no", false, `"slitt rygg*": `)
	b.expect(probs, "no", false, `no break is known in "kvikkfjongelibangeri"`)

	write(map[lang.Lang]string{"no": `"[Core]{lang=en} er midten."`, "en": "The core is the middle."})
	b.expect(b.build().Problems, "no", true, "this text cannot contain a phrase")

	first := map[lang.Lang]string{"no": "Her er et notat om grevlinger.", "en": "This is a note on badgers."}
	write(first)
	b.expect(b.build().Problems, "en", false, "has changed in all languages since they were confirmed")
	b.confirmed(first)
	before := b.versions(first)

	second := map[lang.Lang]string{"no": "Her er et notat om oter.", "en": first["en"]}
	write(second)
	b.expect(b.build().Problems, "en", false, `the text in "no" has changed since`)
	second["en"] = "This is a note on otters."
	write(second)
	b.confirmed(second)
	for file, version := range b.versions(second) {
		if version == before[file] {
			b.Errorf("%s: the note is no part of the version %s", file, version)
		}
	}
}

// confirmed confirms all pages, and checks that the notes are in the lock.
func (b *book) confirmed(notes map[lang.Lang]string) {
	b.Helper()
	built := b.build()
	proposals, probs, err := built.Propose(nil, true)
	if err != nil || probs.Errors() > 0 {
		b.Fatal(err, probs)
	}
	lock := built.Confirm(proposals, translation.Stamp{})
	b.write(translation.LockPath, lock.Bytes())
	for _, e := range b.chosen {
		line := regexp.MustCompile(`(?m)^` + e.Key + `#\S* ` + string(e.Lang) + ` .*` + regexp.QuoteMeta(notes[e.Lang]))
		if !line.Match(lock.Bytes()) {
			b.Errorf("%s: the note is not in the lock", e.Path)
		}
	}
}

var version = regexp.MustCompile(`(?:Utgave|Version) ([0-9a-f]{8})`)

// versions returns the version of each chosen page, once nothing is wrong, and checks that
// the notes are searched.
func (b *book) versions(notes map[lang.Lang]string) map[string]string {
	b.Helper()
	r := b.build()
	if len(r.Problems) > 0 {
		b.Fatal(r.Problems)
	}
	chosen := map[string]bool{}
	for _, e := range b.chosen {
		chosen[e.Out] = true
	}
	found := map[string]string{}
	for _, o := range r.Outputs {
		if chosen[o.Path] {
			text, _ := o.Render()
			found[o.Path] = string(version.FindSubmatch(text)[1])
		}
	}
	for _, e := range r.Site.Entries {
		if chosen[e.Out] {
			b.searched(r.Site, e, notes[e.Lang])
		}
	}
	if len(found) != len(chosen) {
		b.Errorf("%d of %d pages were printed", len(found), len(chosen))
	}
	return found
}

// searched checks that readers find a note.
func (b *book) searched(s *site.Site, e *site.Entry, note string) {
	b.Helper()
	found := false
	for _, section := range s.Searched(e).Sections {
		found = found || strings.Contains(strings.Join(section.Text, " "), note)
	}
	if found != slices.Contains(b.searchable, e.Kind) {
		b.Errorf("%s: the note is searched: %v", e.Path, found)
	}
}
