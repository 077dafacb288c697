package markdown

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Conservation is the last line of defence against a dose that is not what the
// author wrote, and a warning that is gone. The digits and letters of the source
// (source.go) and those of the finished HTML are read by two scanners that know
// nothing of each other, nor of goldmark's syntax tree, and must be the same in
// the same order. So 1*2*3 mg, which Markdown shows as 123 mg, is a problem, and
// so would be any number or word that goldmark, a printer of this package or the
// minifier loses.

// A number is a run of digits: 2,5 is two of them.
type number struct {
	digits string
	offset int // in the source; -1 in the HTML
}

// conserve compares the source from the offset start with its HTML. It comes
// last, since it spoils the checker's copy of the source.
func (c *checker) conserve(start int, body []Piece) {
	wrote, shown := sourceText(c.src, start), shownText(body)
	if !c.numbers(start, wrote.found, shown.found) {
		return
	}
	for i, r := range wrote.letters {
		if i >= len(shown.letters) || shown.letters[i] != r {
			c.errorf(wrote.offsets[i], "the text from here on is not shown as it is written").Hint = "something near it is taken for markup: write a backslash before the sign"
			return
		}
	}
	if len(shown.letters) > len(wrote.letters) {
		c.errorf(start, "%q is shown, but stands nowhere in the text", string(shown.letters[len(wrote.letters):]))
	}
}

// numbers reports whether the same numbers are written and shown.
func (c *checker) numbers(start int, wrote, shown []number) bool {
	const hint = `a sign near it is taken for markup: write \* or \_ or \< for the sign itself`
	for i, w := range wrote {
		switch {
		case i >= len(shown):
			c.errorf(w.offset, "the number %s is not shown", w.digits).Hint = hint
			return false
		case shown[i].digits != w.digits:
			c.errorf(w.offset, "the number %s is shown as %s", w.digits, shown[i].digits).Hint = hint
			return false
		}
	}
	if len(shown) > len(wrote) {
		c.errorf(start, "the number %s is shown, but stands nowhere in the text", shown[len(wrote)].digits).Hint = hint
		return false
	}
	return true
}

var entity = regexp.MustCompile(`^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});`)

// sourceText reads Markdown text. Inside code everything counts. It spoils src.
func sourceText(src []byte, start int) *scanner {
	eraseUnseen(src, start)
	s := &scanner{}
	for i := start; i < len(src); {
		if src[i] == '&' {
			if m := entity.Find(src[i:]); m != nil {
				s.text(html.UnescapeString(string(m)), i)
				i += len(m)
				continue
			}
		}
		if c := src[i]; c < utf8.RuneSelf {
			s.add(rune(c), i)
			i++
			continue
		}
		r, n := utf8.DecodeRune(src[i:])
		s.add(r, i)
		i += n
	}
	s.gap()
	return s
}

// inline are the elements that do not part two digits in the reader's eyes.
var inline = map[string]bool{"a": true, "b": true, "code": true, "em": true, "i": true, "span": true, "strong": true}

// shownText reads HTML that this package made: text, and the numbers that a
// browser puts before the items of an ordered list.
func shownText(body []Piece) *scanner {
	s := &scanner{}
	var lists []int // the next number of each open list; -1 in an unordered one
	for _, piece := range body {
		rest := piece.HTML
		for rest != "" {
			text, tag, _ := strings.Cut(rest, "<")
			if strings.Contains(text, "&") {
				text = html.UnescapeString(text)
			}
			s.text(text, -1)
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
	s.gap()
	return s
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

// A scanner gathers runs of digits, and letters.
type scanner struct {
	found   []number
	letters []rune
	offsets []int // of the letters
	run     []byte
	start   int
}

// text reads s, which stands at an offset of the source.
func (s *scanner) text(text string, offset int) {
	for _, r := range text {
		s.add(r, offset)
	}
}

// add reads one character.
func (s *scanner) add(r rune, offset int) {
	switch {
	case r >= '0' && r <= '9':
		if len(s.run) == 0 {
			s.start = offset
		}
		s.run = append(s.run, byte(r))
		return
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= utf8.RuneSelf && unicode.IsLetter(r):
		s.letters = append(s.letters, r)
		s.offsets = append(s.offsets, offset)
	}
	s.gap()
}

// gap ends a run of digits.
func (s *scanner) gap() {
	if len(s.run) > 0 {
		s.found = append(s.found, number{string(s.run), s.start})
		s.run = s.run[:0]
	}
}
