package bibtex

import (
	"regexp"
	"strings"
)

// A scanner reads a text from an offset on.
type scanner struct {
	text string
	at   int
}

// next moves to the next @, and reports whether there is one.
func (s *scanner) next() bool {
	n := strings.IndexByte(s.text[min(s.at, len(s.text)):], '@')
	if n < 0 {
		return false
	}
	s.at += n
	return true
}

var entryStart = regexp.MustCompile(`(?m)^[ \t]*@\pL+\s*[{(]`)

// nextEntry returns the offset of the first line from an offset on that starts an entry, or
// the end.
func (s *scanner) nextEntry(from int) int {
	if m := entryStart.FindStringIndex(s.text[from:]); m != nil {
		return from + m[0] + strings.IndexByte(s.text[from+m[0]:], '@')
	}
	return len(s.text)
}

// see reports whether the next character is one of some.
func (s *scanner) see(chars string) bool {
	return s.at < len(s.text) && strings.IndexByte(chars, s.text[s.at]) >= 0
}

func (s *scanner) space() {
	for s.see(" \t\r\n\f\v") {
		s.at++
	}
}

// word reads ASCII letters.
func (s *scanner) word() string {
	start := s.at
	for s.at < len(s.text) && isLetter(s.text[s.at]) {
		s.at++
	}
	return s.text[start:s.at]
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// until reads up to one of some characters, or to the end.
func (s *scanner) until(chars string) string {
	start := s.at
	for s.at < len(s.text) && !s.see(chars) {
		s.at++
	}
	return s.text[start:s.at]
}

// group reads what is between braces, parentheses or quotes, in which braces are in pairs. If
// it has no end, nothing is read.
func (s *scanner) group() (string, bool) {
	start := s.at
	end := map[byte]byte{'{': '}', '(': ')', '"': '"'}[s.text[start]]
	depth := 0
	for i := start + 1; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '\\':
			i++
		case c == end && depth == 0:
			s.at = i + 1
			return s.text[start+1 : i], true
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
	}
	return "", false
}
