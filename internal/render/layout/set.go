package layout

import (
	"bytes"
	"errors"
	"html/template"
	"maps"
	"regexp"
	"slices"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/page"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

// A set is the layouts in one language.
//
// Titles, summaries and words are plain text. A layout puts soft hyphens into what a
// reader sees: with {{hyphen .Title}} where there is little room, in headings, cards
// and lists, and with {{running .Summary}} in sentences. The title element, attributes
// and data have none. The body of a page has them from package markdown.
type set struct {
	hyphenator *hyphen.Hyphenator        // nil if the language has none
	minified   *template.Template        // what is executed
	plain      func() *template.Template // as in the files: for the place of an error
	texts      map[string]string         // the layouts as in the files, by name
	runner     runner
}

// parseSet makes the set of one language.
func parseSet(
	c *constants, in lang.Lang, h *hyphen.Hyphenator, layouts map[string]string, loose bool,
) (*set, diag.List) {
	var probs diag.List
	expanded := map[string]string{}
	names := slices.Sorted(maps.Keys(layouts))
	for _, name := range names {
		text, missing := c.expand(name, layouts[name], in)
		expanded[name] = text
		probs = append(probs, missing...)
	}
	funcs := template.FuncMap{
		"wordIn":  c.word,
		"word":    func(key string) (string, error) { return c.word(in, key) },
		"hyphen":  func(text string) string { return h.Text(text, hyphen.Narrow) },
		"running": func(text string) string { return h.Text(text, hyphen.Running) },
	}
	s := &set{hyphenator: h, minified: template.New("").Funcs(funcs), texts: layouts}
	s.plain = sync.OnceValue(func() *template.Template {
		plain := template.New("").Funcs(funcs)
		for _, name := range names {
			plain.New(name).Parse(expanded[name]) // add has reported what is wrong with it
		}
		return plain
	})
	for _, name := range names {
		probs = append(probs, s.add(name, expanded[name], funcs, loose)...)
	}
	if probs.Errors() == 0 {
		probs = append(probs, s.check()...)
	}
	return s, probs
}

// add parses a layout whose constants have been put in.
func (s *set) add(name, text string, funcs template.FuncMap, loose bool) diag.List {
	small := []byte(text)
	if !loose {
		var err error
		if small, err = minify.Bytes("layout", small); err != nil {
			return diag.List{diag.Errorf(Path(name), 0, "%v", err)}
		}
	}
	_, err := s.minified.New(name).Parse(string(small))
	if err == nil {
		return nil
	}
	if _, plain := template.New(name).Funcs(funcs).Parse(text); plain != nil {
		return diag.List{problem(plain, s.texts)}
	}
	return diag.List{diag.Errorf(Path(name), 0, "cannot be read once it is minified: %v", err)}
}

// required are the layouts that the program asks for, besides one for each kind of page.
var required = []string{
	"chooser.html",
	"missing.html",
	"offline.html",
	"redirect.html",
	"translations.html",
	"figures.html",
	"reviewsheet.html",
	"links.html",
	"partials/header.html",
	"partials/footer.html",
	"partials/embed.html",
	"partials/diagram.html",
	"partials/work.html",
}

// check reports layouts that are missing, and makes html/template compute the escaping
// of each, so that what it refuses is reported before a page is rendered.
func (s *set) check() (probs diag.List) {
	names := slices.Clone(required)
	for _, k := range page.Kinds() {
		names = append(names, string(k)+".html")
	}
	for _, name := range names {
		if s.minified.Lookup(name) == nil {
			probs = append(probs, diag.Errorf(Path(name), 0, "this layout is missing"))
			continue
		}
		var refused *template.Error
		err, endless := s.runner.run(s.minified, new(bounded), name, nil)
		if endless != nil {
			return append(probs, *endless)
		}
		if errors.As(err, &refused) {
			plain, _ := s.runner.run(s.plain(), new(bounded), name, nil)
			probs = append(probs, problem(plain, s.texts))
		}
	}
	return probs
}

var buffers = sync.Pool{New: func() any { return new(bounded) }}

// omissions are what html/template and goldmark write in the place of what they leave out.
var omissions = [][]byte{[]byte("ZgotmplZ"), []byte("<no value>"), []byte("raw HTML omitted")}

// misprint is what printf writes for a value of another type.
var misprint = regexp.MustCompile(`%![a-zA-Z]\(`)

// execute executes a layout. The place of an error is found by executing the layout
// as it is in its file.
func (s *set) execute(name string, data any) ([]byte, diag.List) {
	buf := buffers.Get().(*bounded)
	buf.Reset()
	err, endless := s.runner.run(s.minified, buf, name, data)
	if endless != nil {
		return nil, diag.List{*endless} // and buf is left to it
	}
	defer buffers.Put(buf)
	if err != nil {
		if at, _ := s.runner.run(s.plain(), new(bounded), name, data); at != nil {
			err = at
		}
		return nil, diag.List{problem(err, s.texts)}
	}
	for _, sign := range omissions {
		if bytes.Contains(buf.Bytes(), sign) {
			return nil, diag.List{omission(name, sign)}
		}
	}
	if fault := misprint.Find(buf.Bytes()); fault != nil {
		p := diag.Errorf(Path(name), 0, "the output of this layout has %q", fault)
		return nil, diag.List{p.Hintf("printf has another kind of value than its format names")}
	}
	return bytes.Clone(buf.Bytes()), nil
}

func omission(name string, sign []byte) diag.Problem {
	p := diag.Errorf(Path(name), 0, "the output of this layout has %q: html/template left something out", sign)
	return p.Hintf("a value that is no plain text or http(s) address cannot be put there")
}
