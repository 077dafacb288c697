package markup

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestTags(t *testing.T) {
	const page = `<!doctype html><p CLASS='a "b"' hidden>1 < 2<br/>` +
		`<script>if (a < b) "<i>"</script><SVG viewBox="0 0 1 1"><path style="x" d=z /><svg id=a></svg></SVG>` +
		`<img alt="&lt;&#65;>">`
	var got []string
	for tag := range Tags([]byte(page)) {
		shown := string(tag.Name)
		for _, a := range tag.Attributes {
			value, _ := tag.Get(string(a.Key))
			shown += fmt.Sprintf(" %s=%q", a.Key, value)
		}
		got = append(got, shown)
	}
	want := []string{
		`p class="a \"b\"" hidden=""`, `br`, `script`,
		`svg viewbox="0 0 1 1"`, `path style="x" d="z"`, `svg id="a"`, `img alt="<A>"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestText(t *testing.T) {
	for text, want := range map[string][]string{
		"a &lt; b":                       {"a < b"},
		"a<b>c</b>&amp;d":                {"a", "c", "&d"},
		"a<!-- b -->c":                   {"a", "c"},
		"<script>a</script>b<style>c":    {"b"},
		"a<svg><title>b</title></svg>&c": {"a", "b", "&c"},
		`<p title="a > b">c`:             {"c"},
	} {
		if got := slices.Collect(Text(text)); !slices.Equal(got, want) {
			t.Errorf("of %q got %q, want %q", text, got, want)
		}
	}
}

// Both stop when they are asked to, also inside a drawing.
func TestStops(t *testing.T) {
	const page = "<p>a</p><svg><g>b</g></svg><p>c</p>"
	for most := range 4 {
		tags, texts := 0, 0
		for range Tags([]byte(page)) {
			if tags++; tags > most {
				break
			}
		}
		for range Text(page) {
			if texts++; texts > most {
				break
			}
		}
		if want := min(most+1, 4); tags != want || texts != min(most+1, 3) {
			t.Errorf("after %d: %d tags and %d texts", most, tags, texts)
		}
	}
}

// Whatever is read stays as it is: others may read it at the same time.
func TestReadsOnly(t *testing.T) {
	page := []byte(`<P Class=a>b</P><SVG><G ID="c"/></SVG>`)
	room := append(page, "more"...)
	before := string(room)
	for range Tags(room[:len(page)]) {
	}
	if string(room) != before {
		t.Errorf("%q has become %q", before, room)
	}
}

// Tags and text are those that a browser's algorithm finds, in whatever is well formed.
func FuzzRead(f *testing.F) {
	f.Add(`<p class="a" title='b "c"' hidden>x &amp; y</p><script src="/a.js"></script><img alt="" src="/b">`)
	f.Add(`<script>if (a < b) "<p>"</script><p>`)
	f.Add(`a<svg width=1><path d="M0"/><title>b</title></svg>c<math><mi>x</mi></math><svg><xx/></svg>`)
	f.Add(`<title>a &lt; b</title><textarea><b></textarea><!--c-->d`)
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := html.Parse(strings.NewReader(text))
		if err != nil {
			return
		}
		var printed strings.Builder
		if html.Render(&printed, doc) != nil {
			return
		}
		doc, err = html.Parse(strings.NewReader(printed.String()))
		if err != nil || !regular(doc) {
			return
		}
		var tags, texts strings.Builder
		for n := range doc.Descendants() {
			switch n.Type {
			case html.ElementNode:
				fmt.Fprintln(&tags, strings.ToLower(n.Data), len(n.Attr))
			case html.TextNode:
				if n.Parent.Data != "script" && n.Parent.Data != "style" {
					texts.WriteString(n.Data)
				}
			}
		}
		var foundTags, foundTexts strings.Builder
		for tag := range Tags([]byte(printed.String())) {
			fmt.Fprintln(&foundTags, string(tag.Name), len(tag.Attributes))
		}
		for text := range Text(printed.String()) {
			foundTexts.WriteString(text)
		}
		if foundTags.String() != tags.String() {
			t.Errorf("in %s are the tags\n%swant\n%s", &printed, &foundTags, &tags)
		}
		if foundTexts.String() != texts.String() {
			t.Errorf("in %s is the text\n%q, want\n%q", &printed, &foundTexts, &texts)
		}
	})
}

// regular reports whether a document holds only what this program may print: names of
// ASCII letters, digits and hyphens, and text that is escaped.
func regular(doc *html.Node) bool {
	raw := strings.Fields("iframe noembed noframes noscript plaintext xmp xml template")
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains(raw, n.Data) || !isName(n.Data) {
			return false
		}
		if (n.Data == "script" || n.Data == "style" || n.Data == "title" || n.Data == "textarea") && n.Namespace != "" {
			return false // a browser reads it as any other element there
		}
		for _, a := range n.Attr {
			if !isName(a.Key) || a.Namespace != "" {
				return false
			}
		}
	}
	return true
}

func isName(name string) bool {
	return strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz0123456789-") == "" && name != ""
}
