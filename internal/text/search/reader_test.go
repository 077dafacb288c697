package search

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"rygghandboka/internal/test/browser"
)

//go:embed testdata/js
var scripts embed.FS

//go:embed testdata/page.html
var searchPage []byte

// run returns the value of a function in testdata/js.
func run[T any](tab *browser.Tab, name string, args ...any) T {
	source, err := scripts.ReadFile("testdata/js/" + name + ".js")
	if err != nil {
		panic(err)
	}
	quoted := make([]string, 0, len(args))
	for _, arg := range args {
		text, err := json.Marshal(arg)
		if err != nil {
			panic(err)
		}
		quoted = append(quoted, string(text))
	}
	return browser.Eval[T](tab, fmt.Sprintf("(%s)(%s)", source, strings.Join(quoted, ", ")))
}

// openPages opens pages with their index from a disk, in a browser that allows no script but
// by the policy named search.
func openPages(t *testing.T, l *List, stemmer string, pages []Page) *browser.Tab {
	t.Helper()
	tab := browser.Open(t, 800, 600)
	dir := t.TempDir()
	for _, name := range []string{"js/search.js", "js/search/reader.js"} {
		data, err := os.ReadFile("../../../static/" + name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, name, data)
	}
	writeIndex(t, dir, l, stemmer, pages)
	write(t, dir, "page.html", searchPage)
	tab.Go("file://" + filepath.ToSlash(dir) + "/page.html")
	run[bool](tab, "type", "x")
	tab.Wait(`self.handbookSearch !== undefined`)
	return tab
}

// writeIndex writes the index of pages, and their text.
func writeIndex(t *testing.T, dir string, l *List, stemmer string, pages []Page) {
	t.Helper()
	x := New(Language{Lang: "en", Tag: "en", Stemmer: stemmer}, l)
	for n, p := range pages {
		name := fmt.Sprintf("en/%d", n)
		text, err := Text(p.Sections)
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, "js/search/"+name+".js", text)
		x.Add(n, p, [][]Section{p.Sections}, []string{name})
	}
	index, probs := x.File(exampleMessages, numbers(pages))
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	write(t, dir, "js/search/en.js", index)
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	name = filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// From a disk, results come with a link to the section, and with what was found marked.
func TestReaderFromDisk(t *testing.T) {
	tab := openPages(t, list(t, exampleList), "english", example)
	for _, q := range exampleAnswers {
		run[bool](tab, "close")
		run[bool](tab, "type", q.typed)
		tab.Wait(`document.querySelector(".found.open") !== null`)
		if got := run[string](tab, "results"); got != q.want {
			t.Errorf("%q gives\n%s\nwant\n%s", q.typed, got, q.want)
		}
	}
}

const (
	bridge = " Bridge Exercise Trains your buttocks. en/exercises/bridge/index.html"
	flags  = " Red flags You have back pain and a [fever]. en/flags/index.html#where"
)

// exampleAnswers are what readers see for a question.
var exampleAnswers = []struct{ typed, want string }{
	{"hip", "1 result Bridge Exercise What to do: Lift your [hips]. en/exercises/bridge/index.html#steps"},
	{"bridges", "1 result" + bridge},
	{"brigde", "1 result" + bridge},
	{"BUM", "1 result Bridge Exercise Trains your [buttocks]. en/exercises/bridge/index.html"},
	{
		"slipped disc",
		"1 result disc herniation Glossary Something soft has come out. en/glossary/index.html#disc",
	},
	{
		"cannot pee",
		"Call 113. 1 result Call 113 (tel:113) The signs In Norway. Red flags You have trouble passing [urine]. " +
			"en/flags/index.html#where",
	},
	{"I can't pee", "Nothing. Bridge Exercise en/exercises/bridge/index.html"},
	{"my bridge", "1 result" + bridge},
	{"feverish bridge", "Today. 2 results Today" + flags + bridge},
	{
		"feverfew bridge",
		"2 results" + bridge + " Red flags Where should you turn? You have back pain and a [fever]. " +
			"en/flags/index.html#where",
	},
	{"crunches", "Nothing. Bridge Exercise en/exercises/bridge/index.html"},
	{"crunches lie", "1 result Bridge Exercise [Lie] on your back. en/exercises/bridge/index.html#steps"},
	{
		"fevver",
		"1 result Red flags Where should you turn? You have back pain and a [fever]. en/flags/index.html#where",
	},
	{"writing bridge", "2 results" + bridge + " Writing How to [write] about backs. en/writing/index.html"},
	{
		"give it one two three four five six seven eight nine ten way",
		"Nothing. Bridge Exercise en/exercises/bridge/index.html",
	},
	{"yoga", "No yoga here. Near: Writing How to write about backs. en/writing/index.html"},
	{
		"hopeless",
		"Call 113. 1 result Call 113 (tel:113) The signs In Norway. Writing How to write about backs. " +
			"en/writing/index.html",
	},
	{"qqqq", "Nothing. Bridge Exercise en/exercises/bridge/index.html"},
}

// What is a word, how it is folded and what its stem is, is the same here and in the browser:
// for letters of many alphabets, and for every word of the handbook.
func TestReaderKnowsWords(t *testing.T) {
	for language, stemmer := range map[string]string{"no": "norwegian", "en": "english"} {
		all := handbookWords(t, language)
		page := Page{
			Address:  "en/words/",
			Title:    "All",
			Sections: []Section{{Text: []string{strings.Join(all, " ")}}},
		}
		tab := openPages(t, &List{}, stemmer, []Page{page})
		got := run[[]string](tab, "stems", all)
		for i, word := range all {
			if want := stem(stemmer, word); got[i] != want {
				t.Errorf("%s: the stem of %q is %q, and in the browser %q", language, word, want, got[i])
			}
		}
		if language == "en" {
			compareLetters(t, tab)
		}
	}
}

// handbookWords returns the words of the handbook in a language, sorted.
func handbookWords(t *testing.T, language string) []string {
	t.Helper()
	seen := map[string]bool{}
	dir := os.DirFS("../../../content/" + language)
	err := fs.WalkDir(dir, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dir, p)
		for word := range words(string(data)) {
			seen[word] = true
		}
		return err
	})
	if err != nil || len(seen) < 1000 {
		t.Fatal(err, len(seen))
	}
	return slices.Sorted(maps.Keys(seen))
}

// compareLetters compares words with each letter of the alphabets below U+0700 and of Latin
// and Greek with accents.
func compareLetters(t *testing.T, tab *browser.Tab) {
	t.Helper()
	texts := []string{
		"Bekkenløft, kne-ut «ÅLESUND» can’t 60–80 %",
		"a b c",
		"ǅ ﬁ ﬀ",
		"\u0000 \u202e \u2028",
	}
	for r := rune(' '); r < 0x2000; r++ {
		if (r < 0x700 || r >= 0x1e00) && unicode.IsGraphic(r) {
			texts = append(texts, fmt.Sprintf("ab%cCd %c%c", r, r, r))
		}
	}
	got := run[[][]string](tab, "words", texts)
	for i, text := range texts {
		var want []string
		for word := range words(text) {
			want = append(want, fold(word))
		}
		if !slices.Equal(got[i], want) {
			t.Errorf("%q has the words %q, and in the browser %q", text, want, got[i])
		}
	}
}

// No question runs a script, throws, or becomes markup.
func TestReaderHostileQuestions(t *testing.T) {
	tab := openPages(t, list(t, exampleList), "english", example)
	run[bool](tab, "watch")
	for _, q := range hostile {
		n := run[int](tab, "ask", q)
		if strings.HasPrefix(q, "back") && !strings.ContainsAny(q, "\x00\u2028{") && n == 0 {
			t.Errorf("%.40q finds nothing", q)
		}
		if harm := run[string](tab, "harm"); harm != "" {
			t.Errorf("%.40q: %s", q, harm)
		}
	}
}

// hostile are questions that are markup, patterns, names of a prototype, long, written from
// right to left, or hardly text.
var hostile = []string{
	"<img src=x onerror=bad=1>",
	"<script>bad=1</script>",
	"\"><svg/onload=bad=1>",
	"javascript:bad=1",
	"&lt;b&gt; &#60;b>",

	".*",
	"(a+)+$",
	"[",
	"\\",
	"^(?:back)$",
	"back{1,99999}",
	"$&$1$`",

	"__proto__",
	"constructor toString hasOwnProperty",
	"back __proto__ hips",

	strings.Repeat("a", 10000),
	strings.Repeat("a ", 10000),
	strings.Repeat("back ", 5000),
	strings.Repeat("ryggmuskulatur", 700),
	strings.Repeat("(", 10000),
	strings.Repeat("\u0301", 5000),

	"שלום עולם \u202eback\u202c",
	"مرحبا back",
	"😀 back 🏋️‍♀️",
	"👨‍👩‍👧‍👦",
	"İıßſﬁ",
	"Z̸̡̢a̵l̶g̷o̸",
	"e\u0301\u0301\u0301\u0301 back",

	"",
	" ",
	"\n\t",
	"\x00",
	"back\x00pain",
	"\ufffd\ufeff",
	"back\u2028pain",
}

// Scripts come from the folder of the reader, and from nowhere else.
func TestReaderLoadsItsFolderOnly(t *testing.T) {
	tab := openPages(t, &List{}, "english", example)
	for address, want := range map[string]string{
		"https://example.org/x.js":     "refused",
		"js/other.js":                  "refused",
		"js/search/../other.js":        "refused",
		"js/search/%2e%2e/other.js":    "refused",
		"data:text/javascript,bad=1":   "refused",
		"javascript:bad=1":             "refused",
		"//example.org/js/search/x.js": "refused",
		"js/search/en/0.js":            "loaded",
	} {
		if got := run[string](tab, "load", address); got != want {
			t.Errorf("%s is %s, want %s", address, got, want)
		}
	}
}
