package markdown

import (
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

	"rygghandboka/internal/diag"
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
// style attributes. Their colours stand in static/css/code.css.
var (
	highlighter       = chromahtml.New(chromahtml.WithClasses(true), chromahtml.ClassPrefix("code-"))
	inlineHighlighter = chromahtml.New(chromahtml.WithClasses(true), chromahtml.ClassPrefix("code-"), chromahtml.PreventSurroundingPre(true))
	noStyle           = chroma.MustNewStyle("none", chroma.StyleEntries{})
)

// code checks a fenced code block.
func (c *checker) code(n *ast.FencedCodeBlock) {
	if n.Info == nil {
		c.errorf(n.Pos(), "code without a language").Hint = "write one after the fence; " + diag.SuggestOr("", languageNames())
		return
	}
	name := strings.TrimSpace(string(n.Info.Segment.Value(c.src)))
	if languages[name] == nil {
		c.errorf(n.Info.Segment.Start, "no highlighting for %q", name).Hint = diag.SuggestOr(name, languageNames())
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

func printCode(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	block := n.(*ast.FencedCodeBlock)
	if !entering || block.Info == nil {
		return ast.WalkSkipChildren, nil
	}
	lex := languages[strings.TrimSpace(string(block.Info.Segment.Value(src)))]
	if lex == nil {
		return ast.WalkSkipChildren, nil
	}
	tokens, err := lex().Tokenise(nil, string(block.Lines().Value(src)))
	if err != nil {
		return ast.WalkStop, err
	}
	return ast.WalkSkipChildren, highlighter.Format(w, noStyle, tokens)
}
