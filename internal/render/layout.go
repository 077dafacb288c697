package render

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/page"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

const layoutDir = "layouts/"

func layoutPath(name string) string { return layoutDir + name }

// Layouts are the parsed layouts, one set for each language, and the static
// files that they name.
type Layouts struct {
	sets    map[lang.Lang]*set
	joints  map[lang.Lang]*hyphen.Hyphenator
	words   *i18n.Table
	base    string // the path of the site: / or /handbook/
	draft   bool
	assets  map[string]string     // css/site.css: its address
	texts   map[string]string     // css/figure.css: what it says, minified
	outputs []public.File         // the static files
	weights map[string]func() int // what the style sheets weigh, by address (divide.go)
}

// Static returns what a static file says, minified, or "" if there is none.
func (l *Layouts) Static(name string) string { return l.texts[name] }

// A set is the layouts in one language.
type set struct {
	printed *template.Template        // minified
	plain   func() *template.Template // as they stand: for the place of an error
	text    map[string]string
}

// Parse reads the layouts and the static files among the files of the input
// tree.
func Parse(files []source.File, table *i18n.Table, joints map[lang.Lang]hyphen.List, o Options) (*Layouts, diag.List) {
	l := &Layouts{sets: map[lang.Lang]*set{}, joints: hyphenators(joints), words: table, base: o.Base.Path, draft: o.Draft, assets: map[string]string{}, texts: map[string]string{}}
	var probs diag.List
	layouts, static := map[string]string{}, map[string][]byte{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Path, layoutDir); ok && path.Ext(name) == ".html" {
			layouts[name] = string(f.Data)
		}
		if name, ok := strings.CutPrefix(f.Path, staticDir); ok {
			static[name] = f.Data
		}
	}
	probs = append(probs, l.statics(static, o)...)
	l.weights = l.weighStyles(o.Loose)
	languages := table.Languages()
	sets, found := make([]*set, len(languages)), make([]diag.List, len(languages))
	par.Each(len(languages), func(i int) { sets[i], found[i] = l.parse(languages[i].Lang, layouts, o.Loose) })
	for i, language := range languages {
		l.sets[language.Lang] = sets[i]
	}
	return l, slices.Concat(probs, slices.Concat(found...))
}

// parse makes the set of one language.
func (l *Layouts) parse(in lang.Lang, layouts map[string]string, loose bool) (*set, diag.List) {
	var probs diag.List
	names := slices.Sorted(maps.Keys(layouts))
	texts := map[string]string{}
	for _, name := range names {
		text, missing := l.constants(name, layouts[name], in)
		texts[name] = text
		probs = append(probs, missing...)
	}
	funcs := template.FuncMap{
		"wordIn":  func(in lang.Lang, key string) (string, error) { return l.constant("word", key, in) },
		"word":    func(key string) (string, error) { return l.constant("word", key, in) },
		"hyphen":  func(text string) string { return l.joints[in].Text(text, hyphen.Narrow) },
		"running": func(text string) string { return l.joints[in].Text(text, hyphen.Running) },
	}
	s := &set{printed: template.New("").Funcs(funcs), text: layouts}
	s.plain = sync.OnceValue(func() *template.Template {
		plain := template.New("").Funcs(funcs)
		for _, name := range names {
			plain.New(name).Parse(texts[name]) // add has reported what is wrong with it
		}
		return plain
	})
	for _, name := range names {
		probs = append(probs, s.add(name, texts[name], loose)...)
	}
	if probs.Errors() == 0 {
		probs = append(probs, s.complete()...)
	}
	return s, probs
}

// add parses a layout whose constants have been put in.
func (s *set) add(name, text string, loose bool) diag.List {
	small := []byte(text)
	if !loose {
		var err error
		if small, err = minify.Bytes("layout", small); err != nil {
			return diag.List{diag.Errorf(layoutPath(name), 0, "%v", err)}
		}
	}
	_, err := s.printed.New(name).Parse(string(small))
	if err == nil {
		return nil
	}
	if _, plain := template.New(name).Funcs(template.FuncMap{"wordIn": fmt.Sprint, "word": fmt.Sprint, "hyphen": fmt.Sprint, "running": fmt.Sprint}).Parse(text); plain != nil {
		return diag.List{s.problem(plain)}
	}
	return diag.List{diag.Errorf(layoutPath(name), 0, "cannot be read once it is minified: %v", err)}
}

// complete checks that each layout that the program asks for is there, and
// makes html/template work out the escaping of each, so that what it refuses
// is known before a page is printed.
func (s *set) complete() (probs diag.List) {
	names := []string{"chooser.html", "missing.html", "offline.html", "redirect.html", "translations.html", "figures.html", "links.html", "partials/frame.html", "partials/trust.html", "partials/embed.html", "partials/diagram.html", "partials/work.html"}
	for _, k := range page.Kinds {
		names = append(names, string(k)+".html")
	}
	for _, name := range names {
		if s.printed.Lookup(name) == nil {
			probs = append(probs, diag.Errorf(layoutPath(name), 0, "this layout is missing"))
			continue
		}
		var refused *template.Error
		if err := s.printed.ExecuteTemplate(io.Discard, name, nil); errors.As(err, &refused) {
			probs = append(probs, s.problem(s.plain().ExecuteTemplate(io.Discard, name, nil)))
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
	if err := s.printed.ExecuteTemplate(buf, name, data); err != nil {
		if at := s.plain().ExecuteTemplate(io.Discard, name, data); at != nil {
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

// errorForm is how html/template and text/template begin their errors.
var errorForm = regexp.MustCompile(`(?s)^(?:html/)?template: ?([^: ]+):(?:(\d+):)?(?:(\d+):)? (.*)$`)

// problem turns an error of html/template into one with a place. Constants put
// no line breaks in, so lines hold; columns hold up to the first constant.
func (s *set) problem(err error) diag.Problem {
	m := errorForm.FindStringSubmatch(err.Error())
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
