// Package markdown turns the handbook's Markdown into HTML with holes.
//
// A document is converted on its own, without a look at any other file. Where
// it refers to something outside itself (a page, a cited work, a box to embed,
// a word of the layout) the HTML has a hole, and the hole says what belongs in
// it. Package site finds what belongs there; package render fills it in.
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
// (line.go). Whoever needs to know what a page says reads them, and no HTML.
//
// Its one law: whatever the author wrote is shown, or is a problem. Markdown
// in general, and goldmark in its safe mode, drop text without a word; here
// each such construct is refused (refuse.go), and as a last line of defence
// every number and letter of the source must stand in the HTML, in the same order
// (number.go, source.go).
//
// There is one file per construct. This is the only package that imports
// goldmark and chroma.
package markdown

import (
	"bytes"
	"strings"

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
	"rygghandboka/internal/text/lang"
)

// Options say how to convert. They are part of the key under which a
// conversion may be remembered.
type Options struct {
	Lang    lang.Tag // of the text; the zero Tag if it is not known
	Quotes  Quotes
	Decimal string // the decimal mark, a point or a comma
	Loose   bool   // leave the HTML as it is, not minified: for comparison in tests
	Prose   bool   // keep the sentences of each section
	Terms   Terms  // of the glossary
	Lexis   fact.Lexis
	Hyphens Hyphens

	Locators Locators // of citations
}

// A Document is one converted text.
type Document struct {
	Body     []Piece
	Headings []Heading
	Items    []Item
	Sections []Section
	Links    []Link // out of the handbook
	Strays   []Stray
	Lines    []Line // what a reader reads of the body, in order
}

// A Converter converts documents. It is safe for use by several goroutines.
type Converter struct {
	Options
	gm      goldmark.Markdown
	lexicon lexicon
	facts   *fact.Reader
	joints  *hyphen.Hyphenator

	locators locators
}

// New returns a converter.
func New(o Options) *Converter {
	joints := hyphen.New(o.Hyphens.List)
	return &Converter{o, goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.DefinitionList, typographer(o.Quotes)),
		goldmark.WithParserOptions(
			parser.WithHeadingAttribute(),
			parser.WithInlineParsers(
				util.Prioritized(phraseParser{}, 147),
				util.Prioritized(embedParser{}, 148),
				util.Prioritized(citationParser{}, 149),
				util.Prioritized(wikiParser{}, 150)),
			parser.WithASTTransformers(
				util.Prioritized(alertTransformer{}, 100)),
		),
		goldmark.WithRendererOptions(
			html.WithWriter(typographicWriter{html.DefaultWriter, joints}),
			renderer.WithNodeRenderers(util.Prioritized(nodes{joints}, 100))),
	), o.Terms.lexicon(), fact.NewReader(o.Lexis, o.Decimal), joints, o.Locators.locators()}
}

// nodes says who prints what goldmark's own renderer does not print as the
// handbook wants it.
type nodes struct{ joints *hyphen.Hyphenator }

func (n nodes) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindAlert, printAlert)
	reg.Register(kindCitation, printCitation)
	reg.Register(ast.KindFencedCodeBlock, printCode)
	reg.Register(kindEmbed, printEmbed)
	reg.Register(ast.KindHeading, printHeading)
	reg.Register(ast.KindLink, printLink)
	reg.Register(ast.KindListItem, printItem)
	reg.Register(kindPhrase, printPhrase)
	reg.Register(kindTerm, printTerm)
	reg.Register(kindWiki, n.printWiki)
	reg.Register(extast.KindTable, printTable)
	reg.Register(extast.KindTableCell, printTableCell)
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
	check := &checker{file: file, src: src, lang: c.Lang, decimal: c.Decimal, keepProse: c.Prose, kept: kept, lexicon: c.lexicon, facts: c.facts, joints: c.joints, hyphens: c.Hyphens, locators: c.locators, sections: []Section{{}}, texts: map[ast.Node]plainText{}, probs: unseen}
	pc := parser.NewContext()
	pc.Set(checkerKey, check)
	doc := c.gm.Parser().Parse(gmtext.NewReader(src), parser.WithContext(pc))
	check.document(doc)
	check.blocks(doc, start)
	read := lines(doc, src)

	w := &holes{}
	w.Grow(len(src) + len(src)/2)
	if err := c.gm.Renderer().Render(w, src, doc); err != nil {
		check.errorf(start, "%v", err)
	}
	text := w.Bytes()
	if !c.Loose {
		small, err := minify.Bytes("html", text)
		if err != nil {
			check.errorf(start, "%v", err)
		}
		text = small
	}
	d := Document{split(string(text), w.refs), check.headings, check.items, check.sections, check.links, check.strays, read}
	if check.probs.Errors() == 0 {
		check.conserve(start, d.Body)
	}
	return d, check.probs
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

// A checker gathers what is found out about a document besides its HTML.
type checker struct {
	file      string
	src       []byte
	lang      lang.Tag
	decimal   string
	keepProse bool
	kept      []string // ids of sections
	lexicon   lexicon
	facts     *fact.Reader
	joints    *hyphen.Hyphenator
	hyphens   Hyphens
	unbroken  map[string]bool        // the long words without a joint that have been reported
	texts     map[ast.Node]plainText // of the blocks read so far
	headings  []Heading
	items     []Item
	sections  []Section
	links     []Link
	strays    []Stray
	locators  locators
	probs     diag.List
}

var checkerKey = parser.NewContextKey()

func checkerOf(pc parser.Context) *checker { return pc.Get(checkerKey).(*checker) }

// errorf adds a problem at a byte offset and returns it, so that a hint can be
// put in.
func (c *checker) errorf(offset int, format string, args ...any) *diag.Problem {
	c.probs = append(c.probs, diag.Errorf(c.file, offset, format, args...))
	return &c.probs[len(c.probs)-1]
}

// warnf is errorf for a warning.
func (c *checker) warnf(offset int, format string, args ...any) *diag.Problem {
	c.probs = append(c.probs, diag.Warnf(c.file, offset, format, args...))
	return &c.probs[len(c.probs)-1]
}

// plain returns the text of a node without its markup.
func plain(n ast.Node, src []byte) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			writePlain(&b, n, src)
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// writePlain writes what one node by itself adds to the plain text.
func writePlain(b *strings.Builder, n ast.Node, src []byte) {
	switch n := n.(type) {
	case *ast.Text:
		b.Write(shown(n, src, false))
		if n.SoftLineBreak() || n.HardLineBreak() {
			b.WriteByte(' ')
		}
	case *ast.String:
		b.Write(n.Value)
	case *ast.AutoLink:
		b.Write(n.Label(src))
	case *wiki:
		b.WriteString(n.text)
	}
}

// readTo returns the text from the reader's place up to the first end, which
// may stand on a later line of the same block, and moves past it. If there is
// no end it returns false and stays where it is.
func readTo(block gmtext.Reader, end string) (string, bool) {
	line, pos := block.Position()
	var b strings.Builder
	for {
		rest, _ := block.PeekLine()
		if rest == nil {
			block.SetPosition(line, pos)
			return "", false
		}
		if i := bytes.Index(rest, []byte(end)); i >= 0 {
			b.Write(rest[:i])
			block.Advance(i + len(end))
			return b.String(), true
		}
		b.Write(rest)
		block.AdvanceLine()
	}
}
