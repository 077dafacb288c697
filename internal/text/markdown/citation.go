package markdown

import (
	"bytes"
	"cmp"
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
	write := "write " + cmp.Or(check.locators.citation([]byte(inner)), "[@key]")
	offset := seg.Start + 1
	for item := range strings.SplitSeq(inner[1:], ";") {
		lead := len(item) - len(strings.TrimLeft(item, " \n"))
		c.cites = append(c.cites, check.cite(strings.TrimSpace(item), offset+lead, write)...)
		offset += len(item) + 1
	}
	check.twice(c.cites, write)
	if rest, _ := block.PeekLine(); bytes.HasPrefix(rest, []byte("(")) {
		check.errorf(seg.Start, "a citation with an address").Hint =
			"it leads to the list of works: " + write + ", or put it after a link"
	}
	if len(c.cites) == 0 {
		c.cites = []Cite{{Offset: seg.Start + 1}}
	}
	return c
}

// cite reads one work of a citation, @key or @key, p. 4. If it is not written like that, write
// is how it is, and all keys in it are returned, so that only this is told.
func (c *checker) cite(item string, offset int, write string) []Cite {
	key, locator, _ := strings.Cut(item, ",")
	name, at := strings.CutPrefix(key, "@")
	locator = strings.Join(strings.Fields(locator), " ")
	switch {
	case !at || name == "" || strings.ContainsAny(name, " \n@["):
		c.notCite(item, offset, write)
	case strings.Contains(locator, "["):
		c.errorf(offset-1, "a citation without its closing bracket").Hint = "write [@key]"
	case strings.Contains(locator, "@"):
		c.errorf(offset+len(key), "a comma between two works").Hint = "put a semicolon there: " + write
	case len(key) < len(item) && !c.locators.form().MatchString(locator):
		c.errorf(offset+len(key), "%q is not a place in a work", locator).Hint =
			"write [@key, " + c.locators.example + "], or put it into the sentence; " +
				"a place starts with one of: " + c.locators.list
		return []Cite{{name, "", offset}}
	default:
		return []Cite{{name, locator, offset}}
	}
	return keysIn(item, offset)
}

// notCite reports what is in a citation and is no work.
func (c *checker) notCite(item string, offset int, write string) {
	before, after, has := strings.Cut(item, "@")
	hint := "write [@key], [@a; @b] or [@a, " + c.locators.example + "]"
	switch {
	case !has:
	case before == "-":
		hint = "a citation never names the author: " + write
	case before != "":
		hint = "a citation has no words before the key: write them in the sentence, then " +
			strings.TrimPrefix(write, "write ")
	case strings.Contains(after, "@"):
		hint = "put a semicolon between two works: " + write
	case strings.Contains(write, ","):
		hint = "put a comma before the place: " + write
	case strings.HasPrefix(after, " "):
		hint = "there is no space in a key: " + hint
	}
	c.errorf(offset, "%q is not a citation", item).Hint = hint
}

// keysIn returns the works whose keys are in a text.
func keysIn(text string, offset int) (cites []Cite) {
	for _, m := range bareKeyForm.FindAllStringSubmatchIndex(text, -1) {
		cites = append(cites, Cite{Key: trimKey([]byte(text[m[2]:m[3]])), Offset: offset + m[0]})
	}
	return cites
}

// twice refuses a work that is named twice in one citation.
func (c *checker) twice(cites []Cite, write string) {
	count := map[string]int{}
	for _, cite := range cites {
		if count[cite.Key]++; count[cite.Key] == 2 {
			c.errorf(cite.Offset, "%s is named twice in one citation", cite.Key).Hint = "name it once: " + write
		}
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
