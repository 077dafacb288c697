package bibtex

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"rygghandboka/internal/text/lang"
)

// Text returns TeX as plain text, without markup.
func Text(tex string) string { return convert(tex, false) }

// Marked returns TeX as text with the markup of CSL: <i>, <b>, <sup> and <sub>.
func Marked(tex string) string { return convert(tex, true) }

// Verbatim returns an address or an identifier, in which TeX escapes a few characters.
func Verbatim(tex string) string {
	s := strings.TrimSpace(tex)
	if inner, ok := strings.CutPrefix(s, `\url`); ok {
		s = strings.TrimSpace(inner)
	}
	return verbatim.Replace(s)
}

var verbatim = strings.NewReplacer(
	`{\textasciitilde}`, "~", `\textasciitilde{}`, "~", `\textasciitilde`, "~", `{\_}`, "_",
	`\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#", `\~{}`, "~", `\$`, "$", "{", "", "}", "", "\n", "", "\r", "",
)

// maxDepth is how many groups may be inside each other. What is deeper is shown as written.
const maxDepth = 50

func convert(tex string, marked bool) string {
	c := &converter{scanner: scanner{text: tex}, marked: marked}
	text := string(lang.Compose([]byte(c.group(0))))
	return strings.Join(strings.Fields(text), " ")
}

// A converter reads TeX and returns text.
type converter struct {
	scanner
	marked bool
	math   bool
}

// group returns the text up to the closing brace, or to the end. It reads the brace.
func (c *converter) group(depth int) string {
	var b strings.Builder
	var open []string
	for c.at < len(c.text) {
		switch ch := c.text[c.at]; {
		case ch == '}':
			c.at++
			if depth > 0 {
				return b.String() + c.close(open)
			}
		case ch == '\\':
			c.at++
			name := c.command()
			if tag := switches[name]; tag != "" && c.marked {
				b.WriteString("<" + tag + ">")
				open = append(open, tag)
			} else if tag == "" {
				b.WriteString(c.meaning(name, depth))
			}
		case ch == '$':
			c.at++
			c.math = !c.math
		case c.math && (ch == '^' || ch == '_'):
			c.at++
			b.WriteString(c.mark(map[byte]string{'^': "sup", '_': "sub"}[ch], c.argument(depth)))
		default:
			b.WriteString(c.plain(depth))
		}
	}
	return b.String() + c.close(open)
}

// close ends the elements that a group has begun.
func (c *converter) close(open []string) string {
	s := ""
	for _, tag := range open {
		s = "</" + tag + ">" + s
	}
	return s
}

// plain returns the text of a group, a ligature or a character.
func (c *converter) plain(depth int) string {
	if c.text[c.at] == '{' && depth < maxDepth {
		c.at++
		return c.group(depth + 1)
	}
	for _, l := range ligatures {
		if strings.HasPrefix(c.text[c.at:], l.tex) && !c.math {
			c.at += len(l.tex)
			return l.text
		}
	}
	_, n := utf8.DecodeRuneInString(c.text[c.at:])
	c.at += n
	return c.text[c.at-n : c.at]
}

// command reads the name of a command: letters, and the space after them, or one character.
// In a formula the space is shown, so that it can be read.
func (c *converter) command() string {
	if name := c.word(); name != "" {
		if !c.math {
			c.space()
		}
		return name
	}
	_, n := utf8.DecodeRuneInString(c.text[c.at:])
	c.at += n
	return c.text[c.at-n : c.at]
}

// meaning returns what a command shows. One that is not known shows its argument, or its name.
func (c *converter) meaning(name string, depth int) string {
	hasArgument := c.see("{")
	if accent := accents[name]; accent != "" {
		letter := c.argument(depth)
		_, n := utf8.DecodeRuneInString(letter)
		if n == 0 {
			return ""
		}
		return letter[:n] + accent + letter[n:]
	}
	if s, known := symbols[name]; known {
		if strings.HasPrefix(c.text[c.at:], "{}") {
			c.at += len("{}") // which only ends the name
		}
		return s
	}
	switch {
	case marks[name] != "":
		return c.mark(marks[name], c.argument(depth))
	case name == "href" && hasArgument:
		c.argument(depth) // the address
		return c.argument(depth)
	case hasArgument:
		return cmp.Or(c.argument(depth), name)
	}
	return name
}

// argument returns the text of the argument of a command: a group, a command or a character.
func (c *converter) argument(depth int) string {
	c.space()
	switch {
	case c.at >= len(c.text), c.see("}"), depth >= maxDepth:
		return ""
	case c.see(`\`):
		c.at++
		return c.meaning(c.command(), depth+1)
	}
	return c.plain(depth)
}

// mark returns text in an element.
func (c *converter) mark(tag, text string) string {
	if !c.marked || text == "" {
		return text
	}
	return "<" + tag + ">" + text + "</" + tag + ">"
}
