package search

import (
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

// opened opens pages with their index from a disk, in a browser that lets no script in but
// by the policy named search.
func opened(t *testing.T, l *List, stemmer string, pages []Page) *browser.Tab {
	tab := browser.Open(t, 800, 600)
	dir := t.TempDir()
	write := func(name string, data []byte) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"js/search.js", "js/search/reader.js"} {
		data, err := os.ReadFile("../../../static/" + name)
		if err != nil {
			t.Fatal(err)
		}
		write(name, data)
	}
	x := New(Language{Lang: "en", Tag: "en", Stemmer: stemmer}, l)
	for n, p := range pages {
		name := fmt.Sprintf("en/%d", n)
		text, err := Text(p.Sections)
		if err != nil {
			t.Fatal(err)
		}
		write("js/search/"+name+".js", text)
		x.Add(n, p, [][]Section{p.Sections}, []string{name})
	}
	says := Says{Results: map[string]string{"one": "{n} result", "other": "{n} results"}, None: "Nothing.", Urgent: "Call 113", Soon: "Today"}
	index, probs := x.File(says, func(name string) int {
		return slices.IndexFunc(pages, func(p Page) bool { return strings.HasSuffix(p.Address, "/"+name+"/") })
	})
	if len(probs) > 0 {
		t.Fatal(probs)
	}
	write("js/search/en.js", index)
	write("page.html", []byte(`<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types search">
<search data-reader="js/search/reader.js" data-index="js/search/en.js"><input type="search"><div class="found"><p role="status"></p><div></div></div></search>
<script src="js/search.js" defer></script>`))
	tab.Go("file://" + filepath.ToSlash(dir) + "/page.html")
	typing(tab, "x")
	tab.Wait(`self.handbookSearch !== undefined`)
	return tab
}

func typing(tab *browser.Tab, text string) {
	browser.Eval[bool](tab, `((field) => { field.value = `+quoted(text)+`; field.dispatchEvent(new Event("input", { bubbles: true })); return true; })(document.querySelector("input"))`)
}

// quoted returns a value as JavaScript.
func quoted(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// From a disk, results come with a link to the section, and with what was found marked.
func TestReaderFromDisk(t *testing.T) {
	tab := opened(t, list(t, exampleList), "english", example)
	for _, q := range []struct{ typed, want string }{
		{"hip", "1 result Bridge Exercise What to do: Lift your [hips]. en/exercises/bridge/index.html#steps"},
		{"bridges", "1 result Bridge Exercise Trains your buttocks. en/exercises/bridge/index.html"},
		{"brigde", "1 result Bridge Exercise Trains your buttocks. en/exercises/bridge/index.html"},
		{"BUM", "1 result Bridge Exercise Trains your [buttocks]. en/exercises/bridge/index.html"},
		{"slipped disc", "1 result Glossary [disc] herniation: Something soft has come out. en/glossary/index.html#disc"},
		{"cannot pee", "Call 113. 1 result Call 113 Red flags You have trouble passing [urine]. en/flags/index.html#where"},
		{"feverish bridge", "Today. 2 results Today Red flags You have back pain and a [fever]. en/flags/index.html#where Bridge Exercise Trains your buttocks. en/exercises/bridge/index.html"},
		{"qqqq", "Nothing. Bridge Exercise en/exercises/bridge/index.html"},
	} {
		browser.Eval[bool](tab, `(document.querySelector(".found").classList.remove("open"), true)`)
		typing(tab, q.typed)
		tab.Wait(`document.querySelector(".found.open") !== null`)
		got := browser.Eval[string](tab, `((box) => {
			for (const m of box.querySelectorAll("mark")) m.textContent = "[" + m.textContent + "]";
			return [box.firstElementChild.textContent, ...[...box.querySelectorAll("a")].map((a) => a.querySelector("strong") ? [...a.children].map((e) => e.textContent).concat(a.href.replace(/.*\/(en\/)/, "$1")).join(" ") : a.textContent)].join(" ").replace(/ +/g, " ");
		})(document.querySelector(".found"))`)
		if got != q.want {
			t.Errorf("%q shows\n%s\nand not\n%s", q.typed, got, q.want)
		}
	}
}

// What is a word, how it is folded and what its stem is, is the same here and there: for
// letters of many alphabets, and for every word of the handbook.
func TestReaderKnowsWords(t *testing.T) {
	for language, stemmer := range map[string]string{"no": "norwegian", "en": "english"} {
		vocabulary := map[string]bool{}
		err := fs.WalkDir(os.DirFS("../../../content/"+language), ".", func(p string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile("../../../content/" + language + "/" + p)
			for word := range words(string(data)) {
				vocabulary[word] = true
			}
			return err
		})
		if err != nil || len(vocabulary) < 1000 {
			t.Fatal(err, len(vocabulary))
		}
		all := slices.Sorted(maps.Keys(vocabulary))
		tab := opened(t, &List{}, stemmer, []Page{{Address: "en/words/", Title: "All", Sections: []Section{{Text: []string{strings.Join(all, " ")}}}}})
		got := browser.Eval[[]string](tab, quoted(all)+`.map((w) => handbookSearch.stem(handbookSearch.words(w)[0]))`)
		for i, word := range all {
			if want := stem(stemmer, word); got[i] != want {
				t.Errorf("%s: the stem of %q is %q, and in the browser %q", language, word, want, got[i])
			}
		}
		if language == "en" {
			letters(t, tab)
		}
	}
}

// letters compares words with each letter of the alphabets below U+0700 and of Latin and
// Greek with accents.
func letters(t *testing.T, tab *browser.Tab) {
	var texts []string
	for r := rune(' '); r < 0x2000; r++ {
		if (r < 0x700 || r >= 0x1e00) && unicode.IsGraphic(r) {
			texts = append(texts, fmt.Sprintf("ab%cCd %c%c", r, r, r))
		}
	}
	texts = append(texts, "Bekkenløft, kne-ut «ÅLESUND» can’t 60–80 %", "a b c", "ǅ ﬁ ﬀ", "\u0000 \u202e \u2028")
	got := browser.Eval[[][]string](tab, quoted(texts)+`.map((x) => handbookSearch.words(x))`)
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

// Nobody's question runs a script, throws, or becomes markup.
func TestReaderHostileQuestions(t *testing.T) {
	tab := opened(t, list(t, exampleList), "english", example)
	browser.Eval[bool](tab, `(window.errors = [], addEventListener("error", (e) => errors.push(e.message)), addEventListener("unhandledrejection", (e) => errors.push(String(e.reason))), true)`)
	for _, q := range []string{
		"<img src=x onerror=bad=1>", "<script>bad=1</script>", "\"><svg/onload=bad=1>", "javascript:bad=1", "&lt;b&gt; &#60;b>",
		".*", "(a+)+$", "[", "\\", "^(?:back)$", "back{1,99999}", "$&$1$`", "__proto__", "constructor toString hasOwnProperty", "back __proto__ hips",
		strings.Repeat("a", 10000), strings.Repeat("a ", 10000), strings.Repeat("back ", 5000), strings.Repeat("ryggmuskulatur", 700), strings.Repeat("(", 10000),
		"שלום עולם \u202eback\u202c", "مرحبا back", "😀 back 🏋️‍♀️", "👨‍👩‍👧‍👦", "\x00", "back\x00pain", "\ufffd\ufeff", "e\u0301\u0301\u0301\u0301 back", strings.Repeat("\u0301", 5000),
		"", " ", "\n\t", "back\u2028pain", "İıßſﬁ", "Z̸̡̢a̵l̶g̷o̸",
	} {
		n := browser.Eval[int](tab, `(async () => {
			const field = document.querySelector("input");
			field.value = `+quoted(q)+`;
			field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
			const { results } = await handbookSearch(`+quoted(q)+`);
			await new Promise((done) => setTimeout(done));
			return results.length;
		})()`)
		if strings.HasPrefix(q, "back") && !strings.ContainsAny(q, "\x00\u2028{") && n == 0 {
			t.Errorf("%.40q finds nothing", q)
		}
		if bad := browser.Eval[string](tab, `[window.bad ? "ran a script" : "", ...errors.splice(0),
			document.querySelectorAll(".found :not(p, a, ul, li, strong, small, span, mark, div)").length ? "strange elements" : "",
			[...document.querySelectorAll(".found a")].some((a) => !a.href.startsWith("file:")) ? "strange links" : "",
			Object.prototype.sure ? "a changed prototype" : ""].filter(Boolean).join(", ")`); bad != "" {
			t.Errorf("%.40q: %s", q, bad)
		}
	}
}

// Scripts come from the folder of the reader, and from nowhere else.
func TestReaderLoadsItsFolderOnly(t *testing.T) {
	tab := opened(t, &List{}, "english", example)
	for _, address := range []string{"https://example.org/x.js", "js/other.js", "js/search/../other.js", "js/search/%2e%2e/other.js", "data:text/javascript,bad=1", "javascript:bad=1", "//example.org/js/search/x.js"} {
		if got := browser.Eval[string](tab, `handbookLoad(`+quoted(address)+`).then(() => "loaded", (e) => e instanceof TypeError ? "refused" : String(e.type))`); got != "refused" {
			t.Errorf("%s: %s", address, got)
		}
	}
	if got := browser.Eval[string](tab, `handbookLoad("js/search/en/0.js").then(() => "loaded", String)`); got != "loaded" {
		t.Errorf("a text of its own: %s", got)
	}
}
