package markdown

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"
)

// Number conservation is the last line of defence against a dose that is not
// what the author wrote. The digits of the source and the digits of the
// finished HTML are read by two scanners that know nothing of each other, nor
// of goldmark's syntax tree, and must be the same numbers in the same order.
// So 1*2*3 mg, which Markdown shows as 123 mg, is a problem, and so would be
// any number that goldmark, a printer of this package or the minifier loses.

// A number is a run of digits: 2,5 is two of them.
type number struct {
	digits string
	offset int // in the source; -1 in the HTML
}

// numbers compares the source from the offset start with its HTML. It comes
// last, since it spoils the checker's copy of the source.
func (c *checker) numbers(start int, body []Piece) {
	wrote, shown := sourceNumbers(c.src, start), shownNumbers(body)
	for i, w := range wrote {
		switch {
		case i >= len(shown):
			c.errorf(w.offset, "the number %s is not shown", w.digits).Hint = numberHint
			return
		case shown[i].digits != w.digits:
			c.errorf(w.offset, "the number %s is shown as %s", w.digits, shown[i].digits).Hint = numberHint
			return
		}
	}
	if len(shown) > len(wrote) {
		c.errorf(start, "the number %s is shown, but stands nowhere in the text", shown[len(wrote)].digits).Hint = numberHint
	}
}

const numberHint = `a sign near it is taken for markup: write \* or \_ or \< for the sign itself`

var entity = regexp.MustCompile(`^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});`)

// sourceNumbers reads the numbers of Markdown text. Inside code everything
// counts. It spoils src.
func sourceNumbers(src []byte, start int) []number {
	s := numberScanner{}
	eraseUnseen(src, start)
	for i := start; i < len(src); i++ {
		if src[i] == '&' {
			if m := entity.Find(src[i:]); m != nil {
				s.text(html.UnescapeString(string(m)), i)
				i += len(m) - 1
				continue
			}
		}
		if c := src[i]; c <= '9' || len(s.run) > 0 { // most text has no digits
			s.add(c, i)
		}
	}
	return s.done()
}

// eraseUnseen turns what is not text, from the offset start on, into spaces.
func eraseUnseen(text []byte, start int) {
	for at := start; at < len(text); {
		if fence := fenceAt(text[at:]); fence != "" {
			at = codeEnd(text, at, fence)
			continue
		}
		end := blockEnd(text, at)
		eraseMarkup(text[at:end])
		at = end
	}
}

// fenceAt returns the fence of a code block that the line starts with, or "".
func fenceAt(line []byte) string {
	bare := bytes.TrimLeft(line, " >\t")
	n := 0
	for n < len(bare) && (bare[0] == '`' || bare[0] == '~') && bare[n] == bare[0] {
		n++
	}
	if n < 3 {
		return ""
	}
	return string(bare[:n])
}

// codeEnd erases the line of a fence, which names a language, and returns the
// offset after the line of the closing fence.
func codeEnd(text []byte, at int, fence string) int {
	first := at
	for at < len(text) {
		end := lineEnd(text, at)
		switch {
		case at == first:
			erase(text[at:end])
		case strings.HasPrefix(fenceAt(text[at:end]), fence):
			return end
		}
		at = end
	}
	return at
}

// lineEnd returns the offset after the line that starts at an offset.
func lineEnd(text []byte, at int) int {
	if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(text)
}

// blockEnd returns the offset after the lines from an offset up to an empty line
// or a fence. Links and citations may run over lines, but not over these.
func blockEnd(text []byte, at int) int {
	for at < len(text) {
		end := lineEnd(text, at)
		if len(bytes.Trim(text[at:end], " >\t\n")) == 0 || fenceAt(text[end:]) != "" {
			return end
		}
		at = end
	}
	return at
}

// eraseMarkup erases what is not text in a block of lines.
func eraseMarkup(block []byte) {
	for i := 0; i < len(block); i++ {
		switch block[i] {
		case '\\':
			i++
		case '`':
			i = codeSpanEnd(block, i)
		case '(':
			if i > 0 && block[i-1] == ']' {
				eraseAddress(block[i:])
			}
		case '[', '!', '{', ']':
			erase(block[i : i+unseen(block[i:])])
		}
	}
	if !bytes.Contains(block, []byte("]:")) {
		return
	}
	for _, m := range definitionLine.FindAllIndex(block, -1) {
		erase(block[m[0]:m[1]])
	}
}

// unseen returns how long the markup is that text starts with and that a reader
// does not see: a citation, an embed, the key of a link, a heading's id, the
// label of a link's definition. It is 0 if text does not start with any.
func unseen(text []byte) int {
	for _, m := range []struct{ open, shut string }{
		{"[@", "]"}, {"![[", "]]"}, {"[[", "]]"}, {"{#", "}"}, {"][", "]"},
	} {
		if !bytes.HasPrefix(text, []byte(m.open)) {
			continue
		}
		inner := text[len(m.open):]
		n := bytes.Index(inner, []byte(m.shut))
		if n < 0 {
			return 0
		}
		if bar := bytes.IndexByte(inner[:n], '|'); m.open == "[[" && bar >= 0 {
			return len(m.open) + bar + 1 // the text after the bar is shown
		}
		return len(m.open) + n + len(m.shut)
	}
	return 0
}

var definitionLine = regexp.MustCompile(`(?m)^[ >]*\[[^\]]+\]:[ \t]+\S+[ \t]*$`)

// codeSpanEnd returns the offset of the last byte of the code span that starts
// at i, or of its opening run of backticks if it is not closed.
func codeSpanEnd(block []byte, i int) int {
	run := 1
	for i+run < len(block) && block[i+run] == '`' {
		run++
	}
	for j := i + run; j < len(block); {
		if block[j] != '`' {
			j++
			continue
		}
		n := 1
		for j+n < len(block) && block[j+n] == '`' {
			n++
		}
		if n == run {
			return j + n - 1
		}
		j += n
	}
	return i + run - 1
}

// eraseAddress erases the address in parentheses that text starts with.
func eraseAddress(text []byte) {
	depth := 0
	for i, c := range text {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case '\n':
			return
		}
		if depth == 0 {
			erase(text[:i])
			return
		}
	}
}

func erase(text []byte) {
	for i := range text {
		if text[i] != '\n' {
			text[i] = ' '
		}
	}
}

// inline are the elements that do not part two digits in the reader's eyes.
var inline = map[string]bool{"a": true, "b": true, "code": true, "em": true, "i": true, "span": true, "strong": true}

// shownNumbers reads the numbers of HTML that this package made: text, and the
// numbers that a browser puts before the items of an ordered list.
func shownNumbers(body []Piece) []number {
	s := numberScanner{}
	var lists []int // the next number of each open list; -1 in an unordered one
	for _, piece := range body {
		rest := piece.HTML
		for rest != "" {
			text, tag, _ := strings.Cut(rest, "<")
			s.html(text)
			if tag == "" {
				break
			}
			tag, rest = cutTag(tag)
			name, _, _ := strings.Cut(tag, " ")
			if !inline[strings.TrimPrefix(name, "/")] {
				s.gap()
			}
			switch name {
			case "ol":
				lists = append(lists, 1)
			case "ul":
				lists = append(lists, -1)
			case "/ol", "/ul":
				lists = lists[:len(lists)-1]
			case "li":
				if n := &lists[len(lists)-1]; *n > 0 {
					s.text(strconv.Itoa(*n), -1)
					s.gap()
					*n++
				}
			}
		}
		if piece.Ref != nil && piece.Ref.Kind != LinkURL && piece.Ref.Kind != ID {
			s.gap()
		}
	}
	return s.done()
}

// cutTag returns the inside of the tag that s starts with, without its "<",
// and what follows. A ">" in a quoted attribute does not end the tag, and a tag
// cut in two by a hole ends with the piece.
func cutTag(s string) (tag, rest string) {
	quoted := false
	for i, c := range []byte(s) {
		switch {
		case c == '"':
			quoted = !quoted
		case c == '>' && !quoted:
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// numberScanner gathers runs of digits.
type numberScanner struct {
	found []number
	run   []byte
	start int
}

// text reads s, which stands at an offset of the source.
func (s *numberScanner) text(text string, offset int) {
	for i := range len(text) {
		s.add(text[i], offset)
	}
}

// html reads text with entities.
func (s *numberScanner) html(text string) {
	if strings.Contains(text, "&") {
		text = html.UnescapeString(text)
	}
	s.text(text, -1)
}

// add reads one byte.
func (s *numberScanner) add(c byte, offset int) {
	switch {
	case c >= '0' && c <= '9':
		if len(s.run) == 0 {
			s.start = offset
		}
		s.run = append(s.run, c)
	case len(s.run) > 0:
		s.gap()
	}
}

// gap ends a run of digits.
func (s *numberScanner) gap() {
	if len(s.run) > 0 {
		s.found = append(s.found, number{string(s.run), s.start})
		s.run = s.run[:0]
	}
}

func (s *numberScanner) done() []number {
	s.gap()
	return s.found
}
