package markdown

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A wiki link is [[key]], [[key#id]] or [[key|text]]. Package link finds the
// page (site/link.go).
type wiki struct {
	ast.BaseInline
	key, text string
}

var kindWiki = ast.NewNodeKind("Wiki")

func (*wiki) Kind() ast.NodeKind           { return kindWiki }
func (n *wiki) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

type wikiParser struct{}

func (wikiParser) Trigger() []byte { return []byte{'['} }

func (wikiParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[[")) {
		return nil
	}
	inner, ok := readTo(block, "]]")
	if !ok {
		checkerOf(pc).errorf(seg.Start, "a link without its closing brackets").Hint =
			`write [[key]] or [[key|text]]; in a table, [[key\|text]]`
		return nil
	}
	key, label, _ := strings.Cut(strings.ReplaceAll(inner[2:], `\|`, "|"), "|")
	if strings.ContainsAny(label, "*_`[<&\"") {
		checkerOf(pc).errorf(seg.Start, "the text of a [[link]] is plain text").Hint =
			"for anything else write [text](path.md)"
	}
	return &wiki{key: strings.TrimSpace(key), text: strings.Join(strings.Fields(label), " ")}
}

func (p nodes) renderWiki(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	l := n.(*wiki)
	if !entering {
		return ast.WalkContinue, nil
	}
	renderAddress(w, l.key, l.Pos())
	if l.text != "" {
		w.Write(util.EscapeHTML([]byte(p.hyphenator.Text(l.text, w.(*holes).letters()))))
	} else {
		w.(*holes).hole(Ref{Kind: LinkTitle, Key: l.key, Offset: l.Pos()})
	}
	w.WriteString("</a>")
	return ast.WalkContinue, nil
}

func renderLink(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	l := n.(*ast.Link)
	dest := string(l.Destination)
	switch {
	case !entering:
		w.WriteString("</a>")
	case scheme(dest) == "http", scheme(dest) == "https":
		w.WriteString(`<a rel="external" href="` + string(util.EscapeHTML(util.URLEscape(l.Destination, true))) + `">`)
	case scheme(dest) != "":
		w.WriteString(`<a href="` + string(util.EscapeHTML(l.Destination)) + `">`)
	default:
		renderAddress(w, dest, l.Pos())
	}
	return ast.WalkContinue, nil
}

// renderAddress writes the start tag of a link into the handbook.
func renderAddress(w util.BufWriter, key string, offset int) {
	w.WriteString(`<a href="`)
	w.(*holes).hole(Ref{Kind: LinkURL, Key: key, Offset: offset})
	w.WriteString(`">`)
}

// scheme returns the scheme of an address in lower case, or "" if it has none.
func scheme(dest string) string {
	for i, c := range []byte(dest) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		case i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return strings.ToLower(dest[:i])
		default:
			return ""
		}
	}
	return ""
}

// A Link is one that leads out of the handbook.
type Link struct {
	URL    string
	Offset int
}

// link checks what can be checked of a link without a look at other pages.
func (c *checker) link(l *ast.Link) {
	at, dest := l.Pos(), string(l.Destination)
	c.unseenIn(l.Destination, at)
	if len(l.Title) > 0 {
		c.errorf(at, "a link with a title").Hint = "no phone shows it: write it in the text"
	}
	if l.ChildCount() == 0 {
		c.errorf(at, "a link without text")
	}
	switch scheme(dest) {
	case "":
		if dest == "" {
			c.errorf(at, "a link to nowhere").Hint = "write the address between the parentheses"
		}
	case "http", "https":
		if u, err := url.Parse(dest); err != nil || u.Host == "" {
			c.errorf(at, "%q is not an address", dest)
		}
		c.links = append(c.links, Link{dest, at})
	case "tel":
		c.telephone(at, dest[len("tel:"):], plain(l, c.src))
	case "mailto":
	default:
		c.otherScheme(at, dest)
	}
}

func (c *checker) otherScheme(at int, dest string) {
	c.errorf(at, "a link to %q", dest).Hint = "only https, http, mailto and tel are used"
}

// autoLink checks an address between angle brackets.
func (c *checker) autoLink(l *ast.AutoLink) {
	switch dest := string(l.URL(c.src)); scheme(dest) {
	case "http", "https":
		c.links = append(c.links, Link{dest, l.Pos()})
	case "mailto":
	default:
		if l.AutoLinkType == ast.AutoLinkURL {
			c.otherScheme(l.Pos(), dest)
		}
	}
}

var (
	telephoneForm = regexp.MustCompile(`^\+?[0-9]{3,15}$`)
	notDigits     = regexp.MustCompile(`[^0-9]+`)
)

// telephone checks that a link calls the number that it shows.
func (c *checker) telephone(at int, number, label string) {
	if !telephoneForm.MatchString(number) {
		c.errorf(at, "%q is not a telephone number", number).Hint = "write digits only: [116 117](tel:116117)"
		return
	}
	if shown := notDigits.ReplaceAllString(label, ""); shown != "" && shown != strings.TrimPrefix(number, "+") {
		c.errorf(at, "the link shows %s and calls %s", shown, number)
	}
}
