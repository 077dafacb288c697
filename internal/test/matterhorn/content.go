package matterhorn

import (
	"regexp"
	"strconv"
	"strings"
)

// words divides the content of a page into words, without comments. It is not an
// expression, which would take seconds for a drawing.
func words(content string) (list []string) {
	for i := 0; i < len(content); {
		start := i
		switch c := content[i]; {
		case strings.IndexByte(blank, c) >= 0:
			i++
			continue
		case c == '%':
			for i < len(content) && content[i] != '\n' && content[i] != '\r' {
				i++
			}
			continue
		case c == '(':
			for depth := 0; i < len(content); i++ {
				switch content[i] {
				case '\\':
					i++
				case '(':
					depth++
				case ')':
					depth--
				}
				if depth == 0 {
					break
				}
			}
			i = min(i+1, len(content))
		case strings.HasPrefix(content[i:], "<<") || strings.HasPrefix(content[i:], ">>"):
			i += 2
		case c == '<':
			i += strings.IndexByte(content[i:], '>') + 1
		case c == '[' || c == ']' || c == '>':
			i++
		default:
			i++
			for i < len(content) && strings.IndexByte(blank+"()<>[]/%", content[i]) < 0 {
				i++
			}
		}
		if i == start { // a string without an end
			return list
		}
		list = append(list, content[start:i])
	}
	return list
}

const blank = " \n\r\t\f\x00"

// A shown is something that a page shows.
type shown struct {
	what    string // the operator
	id      int    // of the mark that it is in, -1 if in none
	tagged  bool   // in marked content with a number
	artful  bool   // in an artifact
	font    string
	strings []string // as written
}

// A mark is one that the content of a page begins.
type mark struct {
	tag                  string
	id                   int
	inTagged, inArtifact bool
}

var number = regexp.MustCompile(`^[-+.\d]`)

// painting are the operators that show something.
var painting = setOf("f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", `"`)

// scan returns all that a page shows, and all marks.
func scan(content []byte) (list []shown, marks []mark) {
	var operands []string
	var open []mark
	depth := 0
	font := ""
	for _, w := range words(string(content)) {
		switch {
		case w == "[" || w == "<<":
			depth++
		case w == "]" || w == ">>":
			depth--
		}
		if depth > 0 || strings.ContainsAny(w[:1], "(<[/>]") || number.MatchString(w) {
			operands = append(operands, w)
			continue
		}
		switch {
		case w == "BDC" || w == "BMC":
			m := begun(operands, open)
			open, marks = append(open, m), append(marks, m)
		case w == "EMC" && len(open) > 0:
			open = open[:len(open)-1]
		case w == "Tf":
			font = operands[0]
		case painting[w]:
			s := shown{what: w, id: -1, font: font, strings: operands}
			for _, m := range open {
				s.artful = s.artful || m.tag == "/Artifact"
				if m.id >= 0 {
					s.tagged, s.id = true, m.id
				}
			}
			list = append(list, s)
		}
		operands = nil
	}
	return list, marks
}

// begun returns a mark that begins within others.
func begun(operands []string, open []mark) mark {
	m := mark{id: -1}
	if len(operands) > 0 {
		m.tag = operands[0]
	}
	for i, w := range operands {
		if w == "/MCID" && i+1 < len(operands) {
			if id, err := strconv.Atoi(operands[i+1]); err == nil {
				m.id = id
			}
		}
	}
	for _, o := range open {
		m.inTagged = m.inTagged || o.id >= 0
		m.inArtifact = m.inArtifact || o.tag == "/Artifact"
	}
	return m
}

// codes returns the codes of two bytes in strings, as written.
func codes(list []string) (out []int) {
	for _, s := range list {
		if s[0] != '<' || s == "<<" {
			continue
		}
		digits := strings.Join(strings.Fields(strings.Trim(s, "<>")), "")
		for ; len(digits) >= 4; digits = digits[4:] {
			if code, err := strconv.ParseUint(digits[:4], 16, 32); err == nil {
				out = append(out, int(code))
			}
		}
	}
	return out
}
