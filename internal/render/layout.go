package render

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rygghandboka/internal/diag"
	"rygghandboka/internal/lang"
	"rygghandboka/internal/minify"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/words"
)

const layoutDir = "layouts/"

func layoutPath(name string) string { return layoutDir + name }

// Layouts are the parsed layouts, one set for each language, and the static
// files that they name.
type Layouts struct {
	sets    map[lang.Lang]*set
	words   *words.Table
	assets  map[string]string // css/site.css: its address
	outputs []Output          // the static files
}

// A set is the layouts in one language.
type set struct {
	small *template.Template // minified, for printing
	plain *template.Template // as they stand, for the place of an error
	text  map[string]string
}

// Parse reads the layouts and the static files among the files of the input
// tree.
func Parse(files []source.File, table *words.Table, o Options) (*Layouts, diag.List) {
	l := &Layouts{sets: map[lang.Lang]*set{}, words: table, assets: map[string]string{}}
	var probs diag.List
	layouts := map[string]string{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Path, layoutDir); ok && path.Ext(name) == ".html" {
			layouts[name] = string(f.Data)
		}
		if name, ok := strings.CutPrefix(f.Path, staticDir); ok {
			probs = append(probs, l.static(name, f.Data, o)...)
		}
	}
	for _, language := range table.Languages() {
		probs = append(probs, l.parse(language.Lang, layouts, o.Loose)...)
	}
	return l, probs
}

// parse makes the set of one language.
func (l *Layouts) parse(in lang.Lang, layouts map[string]string, loose bool) (probs diag.List) {
	funcs := template.FuncMap{"letter": letter, "wordIn": func(in lang.Lang, key string) (string, error) { return l.constant("word", key, in) }}
	s := &set{template.New("").Funcs(funcs), template.New("").Funcs(funcs), map[string]string{}}
	for _, name := range slices.Sorted(maps.Keys(layouts)) {
		text, missing := l.constants(name, layouts[name], in)
		probs = append(probs, missing...)
		probs = append(probs, s.add(name, text, layouts[name], loose)...)
	}
	if probs.Errors() == 0 {
		probs = append(probs, s.complete()...)
	}
	l.sets[in] = s
	return probs
}

// add parses a layout whose constants have been put in. source is its text as
// it stands in the file.
func (s *set) add(name, text, source string, loose bool) diag.List {
	s.text[name] = source
	if _, err := s.plain.New(name).Parse(text); err != nil {
		return diag.List{s.problem(err)}
	}
	if !loose {
		small, err := minify.Bytes("layout", []byte(text))
		if err != nil {
			return diag.List{diag.Errorf(layoutPath(name), 0, "%v", err)}
		}
		text = string(small)
	}
	if _, err := s.small.New(name).Parse(text); err != nil {
		return diag.List{diag.Errorf(layoutPath(name), 0, "cannot be read once it is minified: %v", err)}
	}
	return nil
}

// complete checks that each layout that the program asks for is there, and
// makes html/template work out the escaping of each, so that what it refuses
// is known before a page is printed.
func (s *set) complete() (probs diag.List) {
	names := []string{"chooser.html", "missing.html", "partials/frame.html", "partials/embed.html", "partials/work.html"}
	for _, k := range page.Kinds {
		names = append(names, string(k)+".html")
	}
	for _, name := range names {
		if s.plain.Lookup(name) == nil {
			probs = append(probs, diag.Errorf(layoutPath(name), 0, "this layout is missing"))
			continue
		}
		for _, t := range []*template.Template{s.plain, s.small} {
			var refused *template.Error
			if err := t.ExecuteTemplate(io.Discard, name, nil); errors.As(err, &refused) {
				probs = append(probs, s.problem(err))
				break
			}
		}
	}
	return probs
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

var lost = [][]byte{[]byte("ZgotmplZ"), []byte("<no value>"), []byte("raw HTML omitted")}

// execute runs a layout. The place of an error is found by running the layout
// as it stands in its file.
func (s *set) execute(name string, data any) ([]byte, diag.List) {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	if err := s.small.ExecuteTemplate(buf, name, data); err != nil {
		if at := s.plain.ExecuteTemplate(io.Discard, name, data); at != nil {
			err = at
		}
		return nil, diag.List{s.problem(err)}
	}
	for _, sign := range lost {
		if bytes.Contains(buf.Bytes(), sign) {
			return nil, diag.List{diag.Errorf(layoutPath(name), 0, "this layout prints %q: html/template left something out", sign).
				Hintf("a value that is no plain text or http(s) address cannot be put there")}
		}
	}
	return bytes.Clone(buf.Bytes()), nil
}

// place is how html/template and text/template begin their errors.
var place = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^: ]+):(?:(\d+):)?(?:(\d+):)? (.*)$`)

// problem turns an error of html/template into one with a place. Constants put
// no line breaks in, so lines hold; columns hold up to the first constant.
func (s *set) problem(err error) diag.Problem {
	m := place.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Errorf(strings.TrimSuffix(layoutDir, "/"), 0, "%v", err)
	}
	line, _ := strconv.Atoi(m[2])
	column, _ := strconv.Atoi(m[3])
	text, offset := s.text[m[1]], 0
	for range line - 1 {
		next := strings.IndexByte(text[offset:], '\n')
		if next < 0 {
			break
		}
		offset += next + 1
	}
	if constant.MatchString(strings.SplitN(text[offset:], "\n", 2)[0]) {
		column = 0
	}
	message := m[4]
	if i := strings.Index(message, ">: "); strings.HasPrefix(message, "executing ") && i > 0 {
		message = message[i+3:]
	}
	return diag.Errorf(layoutPath(m[1]), offset+column, "%s", message)
}

// letter returns the name of the i-th place, from 0: a to z, then aa, ab.
func letter(i int) string {
	if i < 26 {
		return string(rune('a' + i))
	}
	return letter(i/26-1) + letter(i%26)
}
