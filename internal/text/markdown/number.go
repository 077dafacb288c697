package markdown

import (
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"
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
	same := 0
	for same < min(len(wrote.letters), len(shown.letters)) && wrote.letters[same] == shown.letters[same] {
		same++
	}
	switch {
	case same < len(wrote.letters):
		c.errorf(letterAt(c.src, start, same), "the text from here on is not shown as it is written").Hint =
			"something near it is taken for markup: write a backslash before the sign"
	case same < len(shown.letters):
		c.errorf(start, "%q is shown, but is not in the text", shown.letters[same:])
	}
}

// letterAt returns the offset of the letter that contains the nth byte of the
// letters of a source from which what is not seen has been erased before. An
// entity is one place.
func letterAt(src []byte, start, n int) int {
	s := &scanner{}
	for i := start; i < len(src); {
		end := s.step(src, i)
		if len(s.letters) > n {
			return i
		}
		i = end
	}
	return start
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
		c.errorf(start, "the number %s is shown, but is not in the text", shown[len(wrote)].digits).Hint = hint
		return false
	}
	return true
}

var entity = regexp.MustCompile(`^&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{1,31});`)

// sourceText reads Markdown text. Inside code everything counts. It spoils src.
func sourceText(src []byte, start int) *scanner {
	eraseUnseen(src, start)
	s := &scanner{letters: make([]byte, 0, len(src)-start)}
	for i := start; i < len(src); {
		if end := bytes.IndexByte(src[i:], '&'); end > 0 {
			s.source(src[i:i+end], i)
			i += end
		} else if end < 0 {
			s.source(src[i:], i)
			break
		}
		i = s.step(src, i)
	}
	s.gap()
	return s
}

// step reads one byte of a source, or the entity that starts there, and returns
// the offset after it.
func (s *scanner) step(src []byte, i int) int {
	if src[i] != '&' {
		s.source(src[i:i+1], i)
		return i + 1
	}
	if m := entity.Find(src[i:]); m != nil {
		s.text(html.UnescapeString(string(m)), i)
		return i + len(m)
	}
	s.gap()
	return i + 1
}

// inline are the elements that do not part two digits in the reader's eyes.
var inline = map[string]bool{"a": true, "b": true, "code": true, "em": true, "i": true, "span": true, "strong": true}

// shownText reads HTML that this package made: text, and the numbers that a
// browser puts before the items of an ordered list.
func shownText(body []Piece) *scanner {
	s := &scanner{letters: make([]byte, 0, size(body))}
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

// size returns how many bytes of HTML a body has.
func size(body []Piece) (n int) {
	for _, p := range body {
		n += len(p.HTML)
	}
	return n
}

// A scanner gathers runs of digits, and letters.
type scanner struct {
	found   []number
	letters []byte // in UTF-8
	run     []byte
	start   int
	inside  bool // of a letter of two bytes
}

// source reads text at an offset of the source.
func (s *scanner) source(text []byte, offset int) { read(s, text, offset, 1) }

// text reads text of which all is at one offset.
func (s *scanner) text(text string, offset int) { read(s, text, offset, 0) }

// read reads text at an offset, and each byte step further on. Most
// text is words of ASCII letters, which are taken in one piece.
func read[T string | []byte](s *scanner, text T, offset, step int) {
	for i := 0; i < len(text); {
		n := 0
		for i+n < len(text) && classes[text[i+n]] == letter {
			n++
		}
		if n > 0 && !s.inside {
			s.gap()
			s.letters = append(s.letters, text[i:i+n]...)
			i += n
			continue
		}
		s.add(text[i], offset+i*step)
		i++
	}
}

// The classes of bytes. Of the characters beyond ASCII those of two bytes count
// as letters, which Latin, Greek and Cyrillic letters are, but for the block that
// starts with 0xC2, of « and », and no letter of these. What typography puts in,
// such as dashes, quotation marks and spaces, has three bytes or is in that block.
const (
	other = iota
	letter
	letterOfTwo // its first byte
	digit
)

var classes = func() (classes [256]uint8) {
	for c := range 256 {
		switch {
		case c >= '0' && c <= '9':
			classes[c] = digit
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			classes[c] = letter
		case c >= 0xC3 && c <= 0xDF:
			classes[c] = letterOfTwo
		}
	}
	return classes
}()

// add reads one byte.
func (s *scanner) add(c byte, offset int) {
	if s.inside {
		s.letters = append(s.letters, c)
		s.inside = false
		return
	}
	switch classes[c] {
	case letterOfTwo:
		s.inside = true
		fallthrough
	case letter:
		s.letters = append(s.letters, c)
	case digit:
		if len(s.run) == 0 {
			s.start = offset
		}
		s.run = append(s.run, c)
		return
	}
	if len(s.run) > 0 {
		s.gap()
	}
}

// gap ends a run of digits.
func (s *scanner) gap() {
	if len(s.run) > 0 {
		s.found = append(s.found, number{string(s.run), s.start})
		s.run = s.run[:0]
	}
}
