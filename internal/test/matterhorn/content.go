package matterhorn

import (
	"regexp"
	"strconv"
	"strings"
)

// word is one token of the content of a page.
var word = regexp.MustCompile(`%[^\r\n]*|\((?:\\(?s:.)|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|` +
	`/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+`)

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
	for _, w := range word.FindAllString(string(content), -1) {
		switch {
		case w[0] == '%':
			continue
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
