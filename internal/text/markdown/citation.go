package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A citation is [@key], or [@a; @b, s. 4]: one hole, which package link fills
// with the works' numbers on the page (site/citation.go).
type citation struct {
	ast.BaseInline
	cites      []Cite
	afterDigit bool // the text before it ends with a digit; set when lines are read
}

var kindCitation = ast.NewNodeKind("Citation")

func (*citation) Kind() ast.NodeKind           { return kindCitation }
func (c *citation) Dump(src []byte, level int) { ast.DumpHelper(c, src, level, nil, nil) }

type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'['} }

func (citationParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, seg := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[@")) {
		return nil
	}
	check := checkerOf(pc)
	inner, ok := readTo(block, "]")
	if !ok {
		check.errorf(seg.Start, "a citation without its closing bracket").Hint = "write [@key]"
		return nil
	}
	c := &citation{}
	offset := seg.Start + 1
	for item := range strings.SplitSeq(inner[1:], ";") {
		lead := len(item) - len(strings.TrimLeft(item, " \n"))
		c.cites = append(c.cites, check.cite(strings.TrimSpace(item), offset+lead))
		offset += len(item) + 1
	}
	check.twice(c.cites)
	return c
}

// cite reads one work of a citation, @key or @key, p. 4.
func (c *checker) cite(item string, offset int) Cite {
	key, locator, _ := strings.Cut(item, ",")
	name, at := strings.CutPrefix(key, "@")
	locator = strings.Join(strings.Fields(locator), " ")
	place := c.locators.example
	switch {
	case !at || name == "" || strings.ContainsAny(name, " \n@["):
		c.errorf(offset, "%q is not a citation", item).Hint = "write [@key], [@a; @b] or [@a, " + place + "]"
	case strings.Contains(locator, "["):
		c.errorf(offset-1, "a citation without its closing bracket").Hint = "write [@key]"
	case strings.Contains(locator, "@"):
		c.errorf(offset+len(key), "a comma between two works").Hint = "write a semicolon: [@a; @b]"
	case len(key) < len(item) && !c.locators.form().MatchString(locator):
		c.errorf(offset+len(key), "%q is not a place in a work", locator).Hint =
			"write [@key, " + place + "], or put it into the sentence; " +
				"a place starts with one of: " + c.locators.list
	}
	return Cite{name, locator, offset}
}

// twice refuses a work that is named twice in one citation.
func (c *checker) twice(cites []Cite) {
	seen := map[string]bool{}
	for _, cite := range cites {
		if cite.Key != "" && seen[cite.Key] {
			c.errorf(cite.Offset, "%s is named twice in one citation", cite.Key).Hint =
				"name it once; two places in it are [@key, " + c.locators.example + ", 6]"
		}
		seen[cite.Key] = true
	}
}

// locators are Options.Locators as a citation is compared with them.
type locators struct {
	list    string                // p., chap., table
	example string                // p. 4
	form    func() *regexp.Regexp // compiled on demand, since few pages have locators
}

func newLocators(words []string) locators {
	out := locators{list: strings.Join(words, ", "), example: "p. 4"}
	if len(words) > 0 {
		out.example = words[0] + " 4"
	}
	out.form = sync.OnceValue(func() *regexp.Regexp { return locatorForm(words) })
	return out
}

// locatorForm matches places in a work: p. 4–6, 9.
func locatorForm(words []string) *regexp.Regexp {
	const number = `(?:\pL?\d+\pL?|[ivxlc]+)`
	const numbers = number + `(?:[–-]` + number + `)?`
	var quoted []string
	for _, w := range words {
		quoted = append(quoted, regexp.QuoteMeta(w))
	}
	label := `(?:` + strings.Join(quoted, "|") + `) `
	return regexp.MustCompile(`^` + label + numbers + `(?:, (?:` + label + `)?` + numbers + `)*$`)
}

// citation refuses a citation whose numbers would run into another's, or that
// would be a link inside a link.
func (c *checker) citation(n *citation) {
	at := n.cites[0].Offset - 1
	if before := c.lastBefore(n); before != nil && before.Kind() == kindCitation {
		c.errorf(at, "two citations side by side, whose numbers read as one").Hint = "write one: [@a; @b]"
	}
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			c.errorf(at, "a citation in the text of a link").Hint = "put it after the link"
		}
	}
}

// lastBefore returns the node before n, passing over spaces.
func (c *checker) lastBefore(n ast.Node) ast.Node {
	before := n.PreviousSibling()
	for before != nil {
		t, ok := before.(*ast.Text)
		if !ok || len(bytes.TrimSpace(t.Segment.Value(c.src))) > 0 {
			break
		}
		before = before.PreviousSibling()
	}
	return before
}

// renderCitation leaves the hole right after the word before it, as in the Vancouver
// style; but a narrow space follows a digit, so that the number of a work never reads as
// part of another number.
func renderCitation(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	c, h := n.(*citation), w.(*holes)
	if !entering {
		return ast.WalkContinue, nil
	}
	h.Truncate(len(bytes.TrimRight(h.Bytes(), " \n")))
	if c.afterDigit {
		h.WriteString("\u202f")
	}
	h.hole(Ref{Kind: Citation, Cites: c.cites, Offset: c.cites[0].Offset})
	return ast.WalkContinue, nil
}

// readTo returns the text from the reader's position up to the first end, which
// may be on a later line of the same block, and moves past it. If there is
// no end it returns false and stays where it is.
func readTo(block text.Reader, end string) (string, bool) {
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
