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
	taken = regexp.MustCompile(
		`^(content|references|backlinks|cautions|facts|elsewhere|(box|ref|cite|term|panel|print)-.*)$`)
)

// IsID reports whether an author may give this id to a part of a page.
func IsID(id string) bool { return idForm.MatchString(id) && !taken.MatchString(id) }

// heading adds a heading, sets its id, and checks it.
func (c *checker) heading(h *ast.Heading) {
	out := Heading{Level: h.Level, Text: plain(h, c.src), Offset: h.Pos()}
	out.ID = c.headingID(h, lang.Slug(out.Text))
	c.checkHeading(out)
	c.checkHeadingEnd(out)
	if c.hasID(out.ID) {
		c.errorf(out.Offset, "a second heading with the id %q", out.ID).Hint =
			"give one of the two an id of its own: ## " + out.Text + " {#id}"
	}
	h.SetAttributeString("id", []byte(out.ID))
	c.headings = append(c.headings, out)
	if h.Parent().Kind() == ast.KindDocument {
		c.section(out)
	}
}

// headingID returns the id that the author gives to a heading, or else the other one.
func (c *checker) headingID(h *ast.Heading, id string) string {
	for _, attr := range h.Attributes() {
		name := string(attr.Name)
		value, isText := attr.Value.([]byte)
		switch {
		case name == "lang":
			c.errorf(h.Pos(), "the language of a phrase at the end of a heading").Hint =
				"give the heading an id after it: ## The [core]{lang=en} {#core}"
		case name != "id" || !isText:
			c.errorf(h.Pos(), "a heading can be given an id, not %q", name).Hint = "write {#id}"
		case !idForm.Match(value):
			c.errorf(h.Pos(), "%q cannot be an id", value).Hint =
				"an id has small letters a-z, digits and hyphens, and starts with a letter"
		}
		if isText && name == "id" {
			id = string(value)
		}
	}
	return id
}

// checkHeading checks the level, the text and the id of a heading.
func (c *checker) checkHeading(h Heading) {
	level := 1
	if n := len(c.headings); n > 0 {
		level = c.headings[n-1].Level
	}
	switch {
	case c.src[h.Offset] != '#':
		c.errorf(h.Offset, "a heading underlined with = or -").Hint =
			"start the line with ## instead; if no heading is meant, put an empty line before the underline"
	case h.Level == 1:
		c.errorf(h.Offset, "a second title").Hint = "the title is in the front matter; start with ##"
	case h.Level > level+1:
		c.errorf(h.Offset, "a heading of level %d after one of level %d", h.Level, level).Hint = "leave out no level"
	case h.Text == "":
		c.errorf(h.Offset, "a heading without text")
	case h.ID == "":
		c.errorf(h.Offset, "no id can be made of this heading").Hint = "write one after it, such as {#red-flags}"
	case taken.MatchString(h.ID):
		c.errorf(h.Offset, "the id %q belongs to another part of the page", h.ID).Hint =
			"give the heading another: ## " + h.Text + " {#id}"
	}
}

// checkHeadingEnd refuses what Markdown cuts off the end of a heading.
func (c *checker) checkHeadingEnd(h Heading) {
	line, _, _ := bytes.Cut(c.src[h.Offset:], []byte("\n"))
	m := headingEnd.FindSubmatch(line)
	if m == nil || m[2] != nil && strings.HasSuffix(h.Text, string(m[2])) {
		return
	}
	end := append(m[1], m[2]...)
	c.errorf(h.Offset+bytes.LastIndex(line, end), "%q at the end of a heading would not be shown", end).Hint =
		"write one id, {#id}; put a backslash before a sign that is text"
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
