package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"rygghandboka/internal/text/lang"
)

// A Heading is one heading of a document. Its id is the one given as {#id}, or
// made from its text; it is the same in all languages if it is given.
type Heading struct {
	Level  int // from 2: the first is the page's title, in the front matter
	ID     string
	Text   string // without markup
	Offset int
}

var (
	idForm = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

	// headingEnd is what Markdown cuts off a heading, but for a single {#id}.
	headingEnd = regexp.MustCompile(`(?:[ \t](#+)|[^#\\](\{#?[^}]*[ .=][^}]*\}))\s*$`)

	// taken are the ids that layouts, citations and boxes give to other parts of
	// a page.
	taken = regexp.MustCompile(`^(content|references|backlinks|cautions|facts|elsewhere|(box|ref|cite|term|panel)-.*)$`)
)

// IsID reports whether an author may give this id to a part of a page.
func IsID(id string) bool { return idForm.MatchString(id) && !taken.MatchString(id) }

// heading notes a heading, gives it its id, and checks its level.
func (c *checker) heading(h *ast.Heading) {
	at := h.Pos()
	out := Heading{Level: h.Level, Text: plain(h, c.src), Offset: at}
	out.ID = lang.Slug(out.Text)
	for _, attr := range h.Attributes() {
		id, isText := attr.Value.([]byte)
		switch {
		case string(attr.Name) == "lang":
			c.errorf(at, "the language of a phrase at the end of a heading").Hint =
				"give the heading an id after it: ## The [core]{lang=en} {#core}"
		case string(attr.Name) != "id" || !isText:
			c.errorf(at, "a heading can be given an id, not %q", attr.Name).Hint = "write {#id}"
		case !idForm.Match(id):
			c.errorf(at, "%q cannot be an id", id).Hint =
				"an id has small letters a-z, digits and hyphens, and starts with a letter"
		}
		if isText && string(attr.Name) == "id" {
			out.ID = string(id)
		}
	}
	level := 1
	if n := len(c.headings); n > 0 {
		level = c.headings[n-1].Level
	}
	switch {
	case c.src[at] != '#':
		c.errorf(at, "a heading underlined with = or -").Hint =
			"start the line with ## instead; if no heading is meant, put an empty line before the underline"
	case h.Level == 1:
		c.errorf(at, "a second title").Hint = "the title is in the front matter; start with ##"
	case h.Level > level+1:
		c.errorf(at, "a heading of level %d after one of level %d", h.Level, level).Hint = "leave out no level"
	case out.Text == "":
		c.errorf(at, "a heading without text")
	case out.ID == "":
		c.errorf(at, "no id can be made of this heading").Hint = "write one after it, such as {#red-flags}"
	case taken.MatchString(out.ID):
		c.errorf(at, "the id %q belongs to another part of the page", out.ID).Hint =
			"give the heading another: ## " + out.Text + " {#id}"
	}
	line, _, _ := bytes.Cut(c.src[at:], []byte("\n"))
	if m := headingEnd.FindSubmatch(line); m != nil && (m[2] == nil || !strings.HasSuffix(out.Text, string(m[2]))) {
		end := append(m[1], m[2]...)
		c.errorf(at+bytes.LastIndex(line, end), "%q at the end of a heading would not be shown", end).Hint =
			"write one id, {#id}; put a backslash before a sign that is text"
	}
	if c.hasID(out.ID) {
		c.errorf(at, "a second heading with the id %q", out.ID).Hint =
			"give one of the two an id of its own: ## " + out.Text + " {#id}"
	}
	h.SetAttributeString("id", []byte(out.ID))
	c.headings = append(c.headings, out)
	if h.Parent().Kind() == ast.KindDocument {
		c.section(out)
	}
}

// renderHeading leaves holes for the tags, since an embedded heading has another
// level and another id.
func renderHeading(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	h := n.(*ast.Heading)
	id, _ := h.AttributeString("id")
	tag := "h" + string(rune('0'+h.Level))
	ref := Ref{Key: string(id.([]byte)), Level: h.Level, Offset: h.Pos()}
	if entering {
		ref.Kind = HeadingStart
		w.WriteString("<" + tag + ` id="`)
		w.(*holes).hole(ref)
		w.WriteString(`">`)
		w.(*holes).narrow++
	} else {
		w.(*holes).narrow--
		ref.Kind = HeadingEnd
		w.(*holes).hole(ref)
		w.WriteString("</" + tag + ">\n")
	}
	return ast.WalkContinue, nil
}
