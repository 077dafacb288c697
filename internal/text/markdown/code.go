package markdown

import (
	"bytes"
	"cmp"
	"html"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	chromahtml "github.com/alecthomas/chroma/v2/formatters/html"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"rygghandboka/internal/base/diag"
)

// languages are the languages that code may be in. It is a list of those that
// an authors' guide needs, since some of chroma's lexers never end.
var languages = map[string]func() chroma.Lexer{
	"bash":     lexer("bash"),
	"css":      lexer("css"),
	"go":       lexer("go"),
	"html":     lexer("html"),
	"json":     lexer("json"),
	"markdown": lexer("markdown"),
	"text":     lexer("plaintext"),
	"yaml":     lexer("yaml"),
}

func lexer(name string) func() chroma.Lexer {
	return sync.OnceValue(func() chroma.Lexer { return chroma.Coalesce(lexers.Get(name)) })
}

// highlighter writes classes, since a strict Content-Security-Policy drops
// style attributes. Their colours are in static/css/code.css.
var (
	highlighter       = newHighlighter()
	inlineHighlighter = newHighlighter(chromahtml.PreventSurroundingPre(true))
	noStyle           = chroma.MustNewStyle("none", chroma.StyleEntries{})
)

func newHighlighter(options ...chromahtml.Option) *chromahtml.Formatter {
	return chromahtml.New(append(options, chromahtml.WithClasses(true), chromahtml.ClassPrefix("code-"))...)
}

// codeLimit is how many bytes a block of code may have: highlighting takes a second for a
// megabyte, and a hundred times the memory.
const codeLimit = 64 << 10

// codeTokens is the attribute of a fenced code block for the tokens that it is divided into.
const codeTokens = "tokens"

// code checks a fenced code block, and divides it.
func (c *checker) code(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		c.errorf(n.Pos(), "code without a language").Hint =
			"write one after the fence; " + diag.SuggestOr("", languageNames())
		return
	}
	name := strings.TrimSpace(string(n.Info.Segment.Value(c.src)))
	lex := languages[name]
	if lex == nil {
		c.errorf(n.Info.Segment.Start, "no highlighting for %q", name).Hint = diag.SuggestOr(name, languageNames())
		return
	}
	text := string(n.Lines().Value(c.src))
	if len(text) > codeLimit {
		c.errorf(n.Info.Segment.Start, "this code has more than %d kB", codeLimit>>10).Hint =
			"show the part that matters"
		return
	}
	tokens, err := lex().Tokenise(nil, text)
	if err != nil {
		c.errorf(n.Info.Segment.Start, "%v", err)
		return
	}
	n.SetAttributeString(codeTokens, tokens.Tokens())
}

// codeSpan refuses code in a line that starts or ends with white space, which nobody sees and
// the minifier removes.
func (c *checker) codeSpan(n *ast.CodeSpan) {
	first, _ := n.FirstChild().(*ast.Text)
	last, _ := n.LastChild().(*ast.Text)
	if first == nil || last == nil {
		return
	}
	start, end := first.Segment.Value(c.src), last.Segment.Value(c.src)
	const space = " \t\n"
	if bytes.ContainsAny(start[:min(1, len(start))], space) || bytes.ContainsAny(end[max(0, len(end)-1):], space) {
		c.errorf(n.Pos(), "code that starts or ends with white space, which nobody sees").Hint =
			"remove it, or describe it in words"
	}
}

// extensions are the languages of files.
var extensions = map[string]string{".md": "markdown", ".yaml": "yaml", ".json": "json", ".html": "html", ".css": "css"}

// Highlight returns a line of a file with the extension ext as HTML, with the
// classes that highlighted code has.
func Highlight(ext, line string) string {
	lex := languages[cmp.Or(extensions[ext], "text")]
	tokens, err := lex().Tokenise(nil, line)
	if err != nil {
		return html.EscapeString(line)
	}
	var b strings.Builder
	if err := inlineHighlighter.Format(&b, noStyle, tokens); err != nil {
		return html.EscapeString(line)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func languageNames() []string { return slices.Collect(maps.Keys(languages)) }

func renderCode(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	tokens, known := n.AttributeString(codeTokens)
	if !entering || !known {
		return ast.WalkSkipChildren, nil
	}
	return ast.WalkSkipChildren, highlighter.Format(w, noStyle, chroma.Literator(tokens.([]chroma.Token)...))
}
