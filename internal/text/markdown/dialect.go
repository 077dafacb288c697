package markdown

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// What other dialects of Markdown give a meaning, a reader of the handbook would see as it is
// written: https://… without a link, [ ] before a task, == around a word. An author who writes it
// expects something else.

// A dialect is one such form.
type dialect struct {
	form    *regexp.Regexp // from its first sign on
	place   place
	address bool // it is fine as the text of a link
	what    string
	hint    string
}

// A place is where a form means something.
type place int

const (
	anywhere  place = iota
	lineStart       // where a line of a paragraph starts
	apart           // not right after a letter or a digit
	attached        // only there
)

// telephones are numbers as they are written in Norway, or with the code of a country. A longer
// row of digits is another number, such as an ISBN.
var telephones = []dialect{{
	regexp.MustCompile(`^(?:\+[0-9]{1,3} ?[0-9][0-9 ]{5,}[0-9]|[0-9]{2}(?: [0-9]{2}){3}|[0-9]{3} [0-9]{2} [0-9]{3})` +
		`(?:$|[^0-9\pL ]| (?:$|[^0-9]))`),
	apart, true, "a telephone number that is no link", "write [22 33 44 55](tel:22334455)",
}}

// dialects are the forms by their first sign.
var dialects = [256][]dialect{
	':': {
		{regexp.MustCompile(`^:::`), lineStart, false, "a container", "write > [!NOTE], or another kind of alert"},
		{regexp.MustCompile(`^:[a-z][a-z0-9_+-]*:(?:$|[\s.,;!?])`), apart, false, "the name of an emoji",
			"write a word"},
	},
	'h': {{regexp.MustCompile(`^https?://[\pL\pN]`), apart, true, "an address that is no link",
		"write <https://…>, or [text](https://…)"}},
	'w': {{regexp.MustCompile(`^www\.[\pL\pN]`), apart, true, "an address that is no link",
		"write [www.…](https://www.…)"}},
	'@': {{regexp.MustCompile(`^@[\pL\pN-]+\.[\pL\pN]`), attached, true, "an e-mail address that is no link",
		"write <name@example.org>"}},
	'[': {{regexp.MustCompile(`^\[[ xX]\](?:$|\s)`), lineStart, false, "a task list",
		"write the items without brackets"}},
	'|': {{regexp.MustCompile(`^\|.*\|\s*$`), lineStart, false, "a table without the line below its head",
		"write | --- | --- | on the second line"}},
	'{': {{regexp.MustCompile(`^\{[{%]`), anywhere, false, "a short code", "embed a page with ![[key]]"}},
	'$': {{regexp.MustCompile(`^\$[^\s$](?:[^$]*[^\s$])?\$(?:$|[^\pL\pN])`), apart, false, "a formula in TeX",
		"write it as text"}},
	'=': {{regexp.MustCompile(`^==[^=\s][^=]*==`), apart, false, "a highlight", "write *text* or **text**"}},
	'0': telephones, '1': telephones, '2': telephones, '3': telephones, '4': telephones,
	'5': telephones, '6': telephones, '7': telephones, '8': telephones, '9': telephones,
	'+': {telephones[0], {regexp.MustCompile(`^\+\+[^+\s][^+]*\+\+`), apart, false, "an insertion",
		"write the text alone"}},
	'~': {{regexp.MustCompile(`^~[^~\s]+~`), anywhere, false, "text that is struck out or lowered",
		"remove it, or write the sign itself: H₂O"}},
	'^': {{regexp.MustCompile(`^\^[^\^\s]+\^`), anywhere, false, "text that is raised", "write the sign itself: x²"}},
	'-': {{regexp.MustCompile(`^--+`), anywhere, false, "hyphens for a dash", "write the sign itself: –"}},
	'.': {{regexp.MustCompile(`^\.\.\.`), anywhere, false, "points for an ellipsis", "write the sign itself: …"}},
}

// dialect refuses the forms in a text.
func (c *checker) dialect(n *ast.Text) {
	parent := n.Parent().Kind()
	if n.IsRaw() || parent == ast.KindCodeSpan || parent == ast.KindImage {
		return
	}
	text := n.Segment.Value(c.src)
	for at := 0; at < len(text); at++ {
		if text[at] == '\\' {
			at++
			continue
		}
		for _, d := range dialects[text[at]] {
			found := d.form.Find(text[at:])
			if found == nil || !d.means(n, c.src, text[:at]) {
				continue
			}
			if offset := n.Segment.Start + at; !c.reported(offset) && !c.reported(offset-1) {
				c.errorf(offset, "%s, shown as it is written", d.what).Hint = d.hint + escape(text[at])
			}
			at += len(found) - 1
			break
		}
	}
}

// escape is how a form can be written as text, if it starts with a sign.
func escape(first byte) string {
	if util.IsPunct(first) {
		return "; if it is text, put a backslash before it"
	}
	return ""
}

// means reports whether a form means something in a text, after a part of it.
func (d dialect) means(n *ast.Text, src, before []byte) bool {
	if d.address && inLink(n) {
		return false
	}
	switch d.place {
	case lineStart:
		return len(before) == 0 && startsLine(n) && !d.continues(n, src)
	case apart:
		return !isGlued(before)
	case attached:
		return isGlued(before)
	}
	return true
}

// continues reports whether the line before a text has the form too: a table is one mistake.
func (d dialect) continues(n *ast.Text, src []byte) bool {
	before, ok := n.PreviousSibling().(*ast.Text)
	return ok && d.form.Match(before.Segment.Value(src))
}

// startsLine reports whether a text is where a line of its paragraph starts.
func startsLine(n *ast.Text) bool {
	if n.PreviousSibling() == nil {
		return n.Parent().Type() == ast.TypeBlock
	}
	before, isText := n.PreviousSibling().(*ast.Text)
	return isText && (before.SoftLineBreak() || before.HardLineBreak())
}

// inLink reports whether a node is in the text of a link.
func inLink(n ast.Node) bool {
	for p := n.Parent(); p != nil && p.Type() == ast.TypeInline; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			return true
		}
	}
	return false
}
