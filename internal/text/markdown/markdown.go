// Package markdown turns the handbook's Markdown into HTML with holes.
//
// A document is converted on its own, without a look at any other file. Where
// it refers to something outside itself (a page, a cited work, a box to embed,
// a word of the layout) the HTML has a hole, with a reference to what belongs in
// it. Package link finds what belongs there; package render fills it in.
//
//	Ro hjelper sjelden [@maher-2017]. Se [[bridge]].
//
// becomes
//
//	<p>Ro hjelper sjelden □. Se <a href="□">□</a>.</p>
//
// with the holes Citation, LinkURL and LinkTitle.
//
// Beside the HTML, a document has lines: what a reader reads of it, without markup
// (line.go). Whoever needs the text of a page reads them, and no HTML.
//
// Its one law: whatever the author wrote is shown, or is a problem. Markdown
// in general, and goldmark in its safe mode, drop text without a word; here
// each such construct is refused (refuse.go), and as a last line of defence
// every number and letter of the source must be in the HTML, in the same order
// (number.go, source.go).
//
// There is one file per construct. This is the only package that imports
// goldmark and chroma.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rygghandboka/internal/base/diag"
	"rygghandboka/internal/base/minify"
	"rygghandboka/internal/text/fact"
	"rygghandboka/internal/text/hyphen"
)

// A Document is one converted text.
type Document struct {
	Body     []Piece
	Headings []Heading
	Items    []Item
	Sections []Section
	Links    []Link // out of the handbook
	BareKeys []BareKey
	Lines    []Line // what a reader reads of the body, in order
}

// A Converter converts documents. It is safe for use by several goroutines.
type Converter struct {
	options    Options
	sum        OptionsSum
	gm         goldmark.Markdown
	lexicon    lexicon
	facts      *fact.Reader
	hyphenator *hyphen.Hyphenator
	locators   locators
}

// New returns a converter.
func New(o Options) *Converter {
	hyphenator := hyphen.New(o.Hyphenation)
	return &Converter{
		options:    o,
		sum:        o.sum(),
		gm:         newGoldmark(o.Quotes, hyphenator),
		lexicon:    newLexicon(o.Terms),
		facts:      fact.NewReader(o.Lexis, o.Decimal),
		hyphenator: hyphenator,
		locators:   newLocators(o.Locators),
	}
}

// Sum returns the sum of the converter's options. Converters with equal sums convert
// equal documents alike.
func (c *Converter) Sum() OptionsSum { return c.sum }

func newGoldmark(quotes Quotes, hyphenator *hyphen.Hyphenator) goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.DefinitionList, typographer(quotes)),
		goldmark.WithParserOptions(
			parser.WithHeadingAttribute(),
			parser.WithInlineParsers(
				util.Prioritized(phraseParser{}, 147),
				util.Prioritized(embedParser{}, 148),
				util.Prioritized(citationParser{}, 149),
				util.Prioritized(wikiParser{}, 150),
			),
			parser.WithASTTransformers(
				util.Prioritized(alertTransformer{}, 100),
			),
		),
		goldmark.WithRendererOptions(
			html.WithWriter(typographicWriter{html.DefaultWriter, hyphenator}),
			renderer.WithNodeRenderers(util.Prioritized(nodes{hyphenator}, 100)),
		),
	)
}

// nodes registers the renderers of nodes that goldmark's own renderer does not render
// as the handbook needs.
type nodes struct{ hyphenator *hyphen.Hyphenator }

func (n nodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindAlert, renderAlert)
	reg.Register(kindCitation, renderCitation)
	reg.Register(ast.KindFencedCodeBlock, renderCode)
	reg.Register(kindEmbed, renderEmbed)
	reg.Register(ast.KindHeading, renderHeading)
	reg.Register(ast.KindLink, renderLink)
	reg.Register(ast.KindListItem, renderItem)
	reg.Register(kindPhrase, renderPhrase)
	reg.Register(kindTerm, renderTerm)
	reg.Register(kindWiki, n.renderWiki)
	reg.Register(extast.KindTable, renderTable)
	reg.Register(extast.KindTableCell, renderTableCell)
}

// Convert converts the part of a file from the byte offset start on. Offsets in
// the result and in the problems count from the start of the file. The text of
// sections whose ids are kept is in their blocks. If there are errors among the
// problems, the document must not be shown.
func (c *Converter) Convert(file string, data []byte, start int, kept ...string) (Document, diag.List) {
	src := blank(data, start)
	unseen := diag.UnseenIn(file, data, 0)
	if len(unseen) > 0 { // among them may be the marks of holes
		src = unmarked(src)
	}
	check := &checker{
		Converter: c,
		file:      file,
		src:       src,
		kept:      kept,
		sections:  []Section{{}},
		texts:     map[ast.Node]plainText{},
		probs:     unseen,
	}
	pc := parser.NewContext()
	pc.Set(checkerKey, check)
	doc := c.gm.Parser().Parse(gmtext.NewReader(src), parser.WithContext(pc))
	check.document(doc)
	check.blocks(doc, start)
	lines := lines(doc, src)
	d := Document{
		Body:     check.render(doc, start),
		Headings: check.headings,
		Items:    check.items,
		Sections: check.sections,
		Links:    check.links,
		BareKeys: check.bareKeys,
		Lines:    lines,
	}
	if check.probs.Errors() == 0 {
		check.conserve(start, d.Body)
	}
	return d, check.probs
}

// render returns a document, which starts at a byte offset, as HTML with holes.
func (c *checker) render(doc ast.Node, start int) []Piece {
	w := &holes{}
	w.Grow(len(c.src) + len(c.src)/2)
	if err := c.gm.Renderer().Render(w, c.src, doc); err != nil {
		c.errorf(start, "%v", err)
	}
	text := w.Bytes()
	if !c.options.Loose {
		small, err := minify.Bytes("html", text)
		if err != nil {
			c.errorf(start, "%v", err)
		}
		text = small
	}
	return split(string(text), w.refs)
}

// blank returns data with everything before start turned into spaces, so that
// offsets stay offsets in the file.
func blank(data []byte, start int) []byte {
	src := bytes.Clone(data)
	for i := range src[:start] {
		if src[i] != '\n' {
			src[i] = ' '
		}
	}
	return src
}
