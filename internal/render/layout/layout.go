// Package layout reads the layouts and the static files, and executes the layouts.
//
// Layouts are html/template files in layouts/, and in layouts/partials/ what several of
// them contain. Their HTML is minified once, when they are read. Constants, which are the
// same on each page of a language, are put in at the same time (constant.go), so that
// they cost nothing when a page is rendered.
//
// The files, each of which uses only those above it:
//
//	options.go   the settings
//	problem.go   an error of html/template as a problem with a place
//	script.go    scripts that are joined, or import each other
//	static.go    static files: minified, and with a hash in their names
//	drawing.go   SVG files that are more than drawings
//	allowed.go   static files that are not published
//	telephone.go numbers to call, which only words.yaml knows
//	constant.go  {{word "…"}}, {{asset "…"}} and so on
//	bounded.go   layouts that do not end
//	set.go       the layouts of one language
//	layout.go    all of them
package layout

import (
	"maps"
	"path"
	"slices"
	"strings"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/par"
	"rygghandboka/internal/base/public"
	"rygghandboka/internal/data/i18n"
	"rygghandboka/internal/source"
	"rygghandboka/internal/text/hyphen"
	"rygghandboka/internal/text/lang"
)

// Layouts are the parsed layouts, one set for each language, and the static
// files that they name. They do not change.
type Layouts struct {
	static *static
	sets   map[lang.Lang]*set
}

// Parse reads the layouts and the static files among the files of the input tree.
func Parse(
	files []source.File, words *i18n.Table, hyphens map[lang.Lang]hyphen.List, o Options,
) (*Layouts, diag.List) {
	texts, data := classify(files)
	static, probs := parseStatic(data, o)
	probs = append(probs, refuseFiles(data)...)
	c := &constants{static: static, words: words, base: o.Base.Path, preview: o.Preview}
	languages := words.Languages()
	sets, found := make([]*set, len(languages)), make([]diag.List, len(languages))
	par.Each(len(languages), func(i int) {
		in := languages[i].Lang
		sets[i], found[i] = parseSet(c, in, hyphen.New(hyphens[in]), texts, o.Loose)
	})
	probs = append(probs, staticTelephones(data, words.Telephones())...)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		probs = append(probs, telephones(name, texts[name])...)
	}
	l := &Layouts{static: static, sets: map[lang.Lang]*set{}}
	for i, language := range languages {
		l.sets[language.Lang] = sets[i]
	}
	return l, slices.Concat(probs, slices.Concat(found...))
}

// classify returns the layouts and the static files, by name.
func classify(files []source.File) (layouts map[string]string, static map[string][]byte) {
	layouts, static = map[string]string{}, map[string][]byte{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Path, layoutDir); ok && path.Ext(name) == ".html" {
			layouts[name] = string(f.Data)
		}
		if name, ok := strings.CutPrefix(f.Path, StaticDir); ok {
			static[name] = f.Data
		}
	}
	return layouts, static
}

// Execute executes a layout in a language.
func (l *Layouts) Execute(in lang.Lang, name string, data any) ([]byte, diag.List) {
	return l.sets[in].execute(name, data)
}

// Hyphenate puts soft hyphens into running text.
func (l *Layouts) Hyphenate(in lang.Lang, text string) string {
	return l.sets[in].hyphenator.Text(text, hyphen.Running)
}

// Static returns the content of a static file, minified, or "" if there is none.
func (l *Layouts) Static(name string) string { return l.static.texts[name] }

// Address returns the address of a static file, or "" if there is none.
func (l *Layouts) Address(name string) string { return l.static.addresses[name] }

// Weight returns the weight of the style sheet at an address, 0 if it is not one of the
// static files.
func (l *Layouts) Weight(address string) int {
	if weight := l.static.weights[address]; weight != nil {
		return weight()
	}
	return 0
}

// Files returns the static files of the finished site.
func (l *Layouts) Files() []public.File { return l.static.files }
