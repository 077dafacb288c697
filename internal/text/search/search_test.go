package search

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/source"
)

// small pages, in a language that is not the handbook's own.
var example = []Page{
	{
		Address:  "en/",
		Title:    "Back pain? Start here",
		Sections: []Section{{Text: []string{"If your back hurts, you are far from alone."}}},
	},
	{
		Address: "en/exercises/bridge/",
		Title:   "Bridge",
		Kind:    "Exercise",
		Names:   []string{"glute bridge"},
		Sections: []Section{
			{Text: []string{"Trains your buttocks."}, Key: true},
			{ID: "steps", Heading: "What to do", Text: []string{"Lie on your back.", "Lift your hips."}},
		},
	},
	{Address: "en/flags/", Title: "Red flags", Sections: []Section{
		{
			ID:      "where",
			Heading: "Where should you turn?",
			Text:    []string{"You have trouble passing urine.", "You have back pain and a fever."},
			Signs: []Sign{
				{Level: 1, Text: "You have trouble passing urine.", From: 0, To: 1},
				{Level: 2, Text: "You have back pain and a fever.", From: 1, To: 2},
			},
		},
	}},
	{
		Address:  "en/writing/",
		Title:    "Writing",
		Low:      true,
		Sections: []Section{{Text: []string{"How to write about backs."}}},
	},
	{
		Address: "en/glossary/",
		Title:   "Glossary",
		Terms:   true,
		Sections: []Section{
			{
				ID:      "disc",
				Heading: "disc herniation",
				Names:   []string{"slipped disc"},
				Text:    []string{"Something soft has come out."},
			},
		},
	},
}

const exampleList = `
alarm: flags#where
instead: [bridge]
synonyms:
  en:
    - {typed: [bum, behind], means: buttocks}
    - {typed: [cannot pee], means: urine}
    - {typed: [give way], means: hurts, alarm: urgent}
    - {typed: [crunch*, sit up], with: [lie], page: bridge#steps}
    - {typed: [yoga], page: writing, none: true}
    - {typed: [fever*], means: fever, alarm: soon}
    - {typed: [hopeless], page: writing, alarm: urgent}
calm:
  en: [trouble, have, passing, and]
ordinary:
  en: [feverfew, uring]
filler:
  en: [my, the]
`

// list reads a list that has no problem.
func list(t testing.TB, text string) *List {
	l, probs := Parse(source.File{Path: Path, Data: []byte(text)})
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	return l
}

// exampleMessages are what the reader shows in tests.
var exampleMessages = Messages{
	Results: map[string]string{"one": "{n} result", "other": "{n} results"},
	None:    "Nothing.",
	Nothing: "No {word} here. Near:",
	Signs:   "The signs",
	Abroad:  "In Norway.",
	Levels:  [][]string{{"caution", "Call 113", "113"}, {"warning", "Today", ""}, {"important", "Book", ""}},
}

// numbers returns a function that returns the numbers of the pages with a name.
func numbers(pages []Page) func(name string) []int {
	return func(name string) (list []int) {
		for i, p := range pages {
			if strings.HasSuffix(p.Address, "/"+name+"/") {
				list = append(list, i)
			}
		}
		return list
	}
}

// indexOf returns the index of pages that are added at once, in an order. The parts are files
// with numbers.
func indexOf(t testing.TB, l *List, pages []Page, order []int) (index []byte, probs diag.List) {
	t.Helper()
	x := New(Language{Lang: "en", Tag: "en", Stemmer: "english"}, l)
	var wg sync.WaitGroup
	for _, n := range order {
		wg.Go(func() {
			x.Add(n, pages[n], [][]Section{pages[n].Sections}, []string{fmt.Sprintf("en/%d", n)})
		})
	}
	wg.Wait()
	return x.File(exampleMessages, numbers(pages))
}

func inOrder(pages []Page) (order []int) {
	for n := range pages {
		order = append(order, n)
	}
	return order
}

// The order in which pages are added, and by whom, changes no byte.
func TestIndexIsTheSameInAnyOrder(t *testing.T) {
	l := list(t, exampleList)
	want, probs := indexOf(t, l, example, inOrder(example))
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	for seed := range uint64(20) {
		order := rand.New(rand.NewPCG(seed, 1)).Perm(len(example))
		if got, _ := indexOf(t, l, example, order); string(got) != string(want) {
			t.Fatalf("%v gives\n%s\nand not\n%s", order, got, want)
		}
	}
}

// The index is as the package comment specifies.
func TestIndexIsAsItIsDescribed(t *testing.T) {
	data, _ := indexOf(t, list(t, exampleList), example, inOrder(example))
	var f file
	text, ok := strings.CutPrefix(string(data), "handbookIndex(")
	if err := json.Unmarshal([]byte(strings.TrimSuffix(text, ")\n")), &f); err != nil || !ok {
		t.Fatal(err, ok)
	}
	stems := decodeStems(f.Stems)
	if !slices.IsSorted(stems) {
		t.Errorf("not sorted: %q", stems)
	}
	postings := strings.Split(f.Found, ".")
	for stem, want := range map[string]string{
		"bridg":   "9b",
		"glute":   "6b",
		"buttock": "3b",
		"back":    "6aaa",
		"bum":     "",
		"herniat": "6e",
		"slip":    "6e",
	} {
		if got := postings[slices.Index(stems, stem)]; got != want {
			t.Errorf("%s is in %q, want %q", stem, got, want)
		}
	}
	names := func(list any) (out []string) {
		for _, n := range list.([]any) {
			out = append(out, stems[int(n.(float64))])
		}
		return out
	}
	equal(t, "pages", f.Files+fmt.Sprint(f.Pages), "en/[[en/ Back pain? Start here 0 0] "+
		"[en/exercises/bridge/ Bridge 1 1] [en/flags/ Red flags 0 2] "+
		"[en/writing/ Writing -1 3] [en/glossary/ Glossary 0 4]]")
	equal(t, "alarm page", fmt.Sprint(f.Alarm[:2]), "[2 where]")
	equal(t, "urgent words", fmt.Sprint(names(f.Alarm[2])), "[urin]")
	equal(t, "words for today", fmt.Sprint(names(f.Alarm[3])), "[fever]")
	equal(t, "signs", fmt.Sprint(f.Signs), "[[[2 0 0 1]] [[2 0 1 2]] []]")
	equal(t, "synonyms", namedStems(f.Synonyms, stems), "bum,behind||buttock cannot pee||urin give way||hurt|1 "+
		"=crunch*=,sit up|lie|#bsteps yoga||#d|0|1 "+
		"=fever*=||fever|2 hopeless||#d|1")
}

// namedStems returns synonyms with the stems in place of their numbers, but for parts.
func namedStems(rows string, stems []string) string {
	number := regexp.MustCompile(`#[^|;]*|=[^=]*=|[A-Z]*[a-z]`)
	named := number.ReplaceAllStringFunc(strings.TrimSuffix(rows, ";"), func(text string) string {
		n := 0
		if text[0] == '#' || text[0] == '=' {
			return text
		}
		for _, c := range text {
			n = n*26 + int(c&31) - 1
		}
		return stems[n] + " "
	})
	return strings.NewReplacer(" |", "|", " ,", ",", " ;", " ", ";", " ").Replace(named)
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

// decodeStems returns stems as they are written in the index: see the package comment.
func decodeStems(coded string) (stems []string) {
	before := ""
	for _, c := range coded {
		if c < 'A' || c > 'Z' {
			before += string(c)
			continue
		}
		if before != "" || c != 'A' {
			stems = append(stems, before)
		}
		before = before[:min(len(before), int(c-'A'))]
	}
	return append(stems, before)
}

// A word of a sign that many pages have is no warning.
func TestAlarmWordsAreRare(t *testing.T) {
	pages := slices.Clone(example)
	for i := range 20 {
		pages = append(pages, Page{
			Address:  fmt.Sprintf("en/%d/", i),
			Title:    "Page",
			Sections: []Section{{Text: []string{"A fever."}}},
		})
	}
	x := New(Language{Lang: "en", Stemmer: "english"}, list(t, exampleList))
	for n, p := range pages {
		x.Add(n, p, [][]Section{p.Sections}, []string{"x"})
	}
	level, _ := x.alarmWords()
	if level["urin"] != LevelOf("caution") || level["fever"] != None {
		t.Errorf("urine is %d, and fever, which is on many pages, %d", level["urin"], level["fever"])
	}
}

func TestProblems(t *testing.T) {
	synonym := func(text string) string { return "synonyms:\n  en:\n    - {" + text + "}\n" }
	for text, want := range map[string]string{
		synonym(`typed: [bum], means: shoulders`):               `no page in "en" has the words "shoulders"`,
		synonym(`typed: [buttock], means: buttocks`):            `"buttock" finds "buttocks" without this`,
		synonym(`typed: [x], means: buttocks`):                  `"x" has no word of two letters`,
		synonym(`typed: [a], means: b, alarm: later`):           `or calm, not "later"`,
		synonym(`typed: [bum, behind], means: soft bum`):        `no page in "en" has the words "soft bum"`,
		synonym(`typed: [behind], means: ""`):                   `means`,
		synonym(`typed: [behind]`):                              `"behind" needs either means or page`,
		synonym(`typed: [behind], means: hurts, page: bridge`):  `"behind" needs either means or page`,
		synonym(`typed: [behind], page: "bridge#end"`):          `in "en", bridge has no section "end"`,
		synonym(`typed: [hips], page: bridge, none: true`):      `the handbook has something on "hips"`,
		synonym(`typed: [behind], means: "!"`):                  `"!" has no word of two letters`,
		synonym(`typed: [], means: buttocks`):                   `nothing is typed`,
		synonym(`typed: [bum], means: buttocks`) + "alarm: 1\n": `alarm`,
		"calm:\n  en: [banana]\n":                               `no warning sign in "en" has the word "banana"`,
		"alarm: [red-flags]\n":                                  `alarm`,
	} {
		l, probs := Parse(source.File{Path: Path, Data: []byte(text)})
		if len(probs) == 0 {
			_, probs = indexOf(t, l, example, inOrder(example))
		}
		var printed strings.Builder
		probs.Print(&printed)
		if len(probs) != 1 || !strings.Contains(printed.String(), want) {
			t.Errorf("%q: %s", text, printed.String())
		}
		if len(probs) > 0 && probs[0].Offset == 0 && !strings.HasPrefix(text, "alarm") {
			t.Errorf("%q: the problem is at the start of the file", text)
		}
	}
}

// A part is a file of some size, sections are whole, and nothing is lost.
func TestParts(t *testing.T) {
	var sections []Section
	for i := range 50 {
		sections = append(sections, Section{ID: fmt.Sprint(i), Text: []string{strings.Repeat("x", (i*397)%2000)}})
	}
	sections[20].Text = []string{strings.Repeat("long ", largePart)}
	for pages, most := range map[int]int{1: smallPart, manyPages: largePart} {
		parts := Parts(sections, pages)
		if !slices.EqualFunc(slices.Concat(parts...), sections, func(a, b Section) bool { return a.ID == b.ID }) {
			t.Error("sections are lost, or in another order")
		}
		for _, p := range parts {
			size := 0
			for _, s := range p {
				size += s.size()
			}
			if len(p) == 0 || len(p) > 1 && size > most {
				t.Errorf("%d sections have %d bytes", len(p), size)
			}
		}
	}
	if got := Parts(nil, 1); len(got) != 1 {
		t.Errorf("a page without text has %d parts", len(got))
	}
}

func TestGap(t *testing.T) {
	for n, want := range map[int]string{0: "a", 25: "z", 26: "Ba", 27: "Bb", 26*26 - 1: "Zz", 26 * 26: "BAa"} {
		if got := gap(n); got != want {
			t.Errorf("gap(%d) is %q, not %q", n, got, want)
		}
	}
}

// All stemmers end, on whatever word, and give the same stem again.
func FuzzStem(f *testing.F) {
	for _, seed := range []string{
		"øvelser", "ryggmuskulaturen", "injuries", "ﬁ", "ǅ", "İ",
		"sss", "\xff", "a\u0301b", "ψυχή", "болезни",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for word := range words(text) {
			if !utf8.ValidString(text) {
				return
			}
			for _, name := range Stemmers() {
				if a, b := stem(name, word), stem(name, word); a != b || !utf8.ValidString(a) {
					t.Errorf("%s: %q has the stems %q and %q", name, word, a, b)
				}
			}
		}
	})
}

// Whatever the file is, there are problems or a list from which an index can be made.
func FuzzParse(f *testing.F) {
	f.Add(exampleList)
	data, err := os.ReadFile("../../../" + Path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add("synonyms: {en: [{typed: [\"\u0301\"], means: \"A.Z\"}]}")
	f.Fuzz(func(t *testing.T, text string) {
		l, probs := Parse(source.File{Path: Path, Data: []byte(text)})
		if probs.Errors() == 0 {
			indexOf(t, l, example, inOrder(example))
		}
	})
}
