package source

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// What nobody sees is a problem in each language that a source is written in, and the
// rest of the file is read all the same.
func TestUnseen(t *testing.T) {
	for name, data := range map[string]string{
		"content/a.md":       "Ta \u202e21\u202c mg",
		"content/b.yaml":     "a:\tb\u00ad",
		"content/c.json":     `["\\u00ad", "\u00aD", "a\u202e", "\udb40\udc41", "\b", "\n\t\"å\u00a0"]`,
		"content/d.lock":     "a\u2060",
		"layouts/e.html":     "&nbsp;&amp;&shy;&#x80;&#8203;&#x200E&zwj; {{.A}}",
		"static/f.css":       `a::before { content: "\201C \00ad\202E" } .a\:b {}`,
		"static/g.js":        "a\u200bb.replace(/\\u00ad/g, '')",
		"static/h.svg":       "<text>&#8206;&#160;</text>",
		"static/i.xml":       "<a>&#173;</a>",
		"static/j.txt":       "a\x1b[2J",
		"static/photo.jpg":   "\u202e",
		"content/no/form.md": "\uFEFFa\uFEFF",
	} {
		files, probs, err := new(Reader).Read(fstest.MapFS{name: {Data: []byte(data)}})
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %v %v", name, files, err)
		}
		var got []string
		for _, p := range probs.Locate(func(string) string { return string(files[0].Data) }) {
			line, _, _ := strings.Cut(p.String(), "\n")
			got = append(got, strings.TrimPrefix(line, name+":1:"))
		}
		if want := unseenIn[name]; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

var unseenIn = map[string][]string{
	"content/a.md":   {"4: a character that nobody sees, U+202E"},
	"content/b.yaml": {"5: a character that nobody sees, U+00AD"},
	"content/c.json": {
		`14: a character that nobody sees, U+00AD, written as \u00aD`,
		`25: a character that nobody sees, U+202E, written as \u202e`,
		`35: a character that nobody sees, U+E0041, written as \udb40\udc41`,
		`51: a character that nobody sees, U+0008, written as \b`,
	},
	"content/d.lock": {"2: a character that nobody sees, U+2060"},
	"layouts/e.html": {
		"12: a character that nobody sees, U+00AD, written as &shy;",
		"17: a character that nobody sees, U+0080, written as &#x80;",
		"23: a character that nobody sees, U+200B, written as &#8203;",
		"30: a character that nobody sees, U+200E, written as &#x200E",
		"37: a character that nobody sees, U+200D, written as &zwj;",
	},
	"static/f.css": {
		`29: a character that nobody sees, U+00AD, written as \00ad`,
		`34: a character that nobody sees, U+202E, written as \202E`,
	},
	"static/g.js":        {"2: a character that nobody sees, U+200B"},
	"static/h.svg":       {"7: a character that nobody sees, U+200E, written as &#8206;"},
	"static/i.xml":       {"4: a character that nobody sees, U+00AD, written as &#173;"},
	"static/j.txt":       {"2: a character that nobody sees, U+001B"},
	"content/no/form.md": {"2: a character that nobody sees, U+FEFF"},
}

func FuzzRead(f *testing.F) {
	f.Add("content/a.json", `["\u202e\\u00ad"]`)
	f.Add("layouts/a.html", "&shy;&#x202e\u202e\n\r\n\x00")
	f.Add("static/a.css", `\202e \`)
	f.Fuzz(func(t *testing.T, name, data string) {
		if !fs.ValidPath(name) || name == "." {
			return
		}
		file, probs := read(name, []byte(data))
		for _, p := range probs {
			if p.Line == 0 && (p.Offset < 0 || p.Offset >= len(file.Data)) || p.Message == "" {
				t.Errorf("%+v", p)
			}
		}
		again, _ := read(name, file.Data)
		if file.Path != "" && string(again.Data) != string(file.Data) {
			t.Errorf("%q is read as %q, and that as %q", data, file.Data, again.Data)
		}
	})
}
