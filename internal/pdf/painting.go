package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A painting is the content of a page, and what each mark in it shows.
type painting struct {
	content []byte
	steps   []operator
	shown   map[int]*shown
}

// What is shown between the beginning and the end of a mark.
type shown struct {
	glyphs bool
	text   string
	height string // of the last line of text, as written
}

// read finds out what each mark shows.
func (p *painting) read(fonts map[string]*font) error {
	var open []*shown   // the marks that are open
	var replaced []bool // whether a mark says itself which text it is
	var current *font
	height := ""
	for _, step := range p.steps {
		switch step.name {
		case "BDC", "BMC":
			s, text := p.begin(step, open)
			if s != nil && text != "" {
				s.add(text, height)
			}
			open, replaced = append(open, s), append(replaced, text != "" || slices.Contains(replaced, true))
		case "EMC":
			if len(open) == 0 {
				return fmt.Errorf("the content of a page ends a mark that it does not begin")
			}
			open, replaced = open[:len(open)-1], replaced[:len(replaced)-1]
		case "Tf":
			current = fonts[string(step.operands[0])]
		case "Tm":
			height = string(step.operands[5])
		}
		if len(open) == 0 || open[len(open)-1] == nil {
			continue
		}
		s := open[len(open)-1]
		if shows(step.name) {
			s.glyphs = true
			if !slices.Contains(replaced, true) {
				s.add(current.shown(step), height)
			}
		}
	}
	return nil
}

// begin returns what a mark adds to, nil if to nothing, and the text that it says it is.
func (p *painting) begin(step operator, open []*shown) (*shown, string) {
	var s *shown
	if len(open) > 0 {
		s = open[len(open)-1]
	}
	if len(step.operands) < 2 {
		return s, ""
	}
	if id, ok := markID(step); ok {
		s = &shown{}
		p.shown[id] = s
	}
	return s, fromUTF16(stringOf(entry(step.operands[1], "/ActualText")))
}

// markID returns the number of a mark, if it has one.
func markID(step operator) (int, bool) {
	if step.name != "BDC" || len(step.operands) < 2 {
		return 0, false
	}
	id, err := strconv.Atoi(string(entry(step.operands[1], "/MCID")))
	return id, err == nil
}

// add adds text. On another line it is another word.
func (s *shown) add(text, height string) {
	if s.text != "" && height != s.height && !strings.HasSuffix(s.text, " ") {
		s.text += " "
	}
	s.text += text
	s.height = height
}

// paints reports whether an operator paints anything but text.
func paints(name string) bool {
	switch name {
	case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do":
		return true
	}
	return false
}

// shows reports whether an operator shows text.
func shows(name string) bool {
	return name == "Tj" || name == "TJ" || name == "'" || name == `"`
}

// remark returns the content with new marks: owner returns the type of the element that a
// mark is in, and its new number. What is in no element is marked as an artifact, such as
// page numbers and borders.
func (p *painting) remark(owner func(id int) (kind string, now int, found bool)) []byte {
	var out bytes.Buffer
	depth, written := 0, 0
	artifact := false // whether a path or a text is open that is in no element
	for i, step := range p.steps {
		switch step.name {
		case "BDC":
			depth++
			id, ok := markID(step)
			if !ok {
				break
			}
			out.Write(p.content[written:step.start])
			written = step.end
			if kind, now, found := owner(id); found {
				fmt.Fprintf(&out, "/%s<</MCID %d>>BDC", kind, now)
			} else {
				out.WriteString("/Artifact BMC")
			}
		case "BMC":
			depth++
		case "EMC":
			depth--
		}
		if depth > 0 {
			continue
		}
		if !artifact && p.painted(i) {
			out.Write(p.content[written:step.start])
			written = step.start
			out.WriteString("/Artifact BMC\n")
			artifact = true
		}
		if artifact && (paints(step.name) || step.name == "n" || step.name == "ET") {
			out.Write(p.content[written:step.end])
			written = step.end
			out.WriteString("\nEMC")
			artifact = false
		}
	}
	out.Write(p.content[written:])
	return out.Bytes()
}

// painted reports whether an operator begins a text or a path that is painted, or paints.
func (p *painting) painted(i int) bool {
	switch p.steps[i].name {
	case "BT", "Do", "sh":
		return true
	case "m", "re":
		for _, step := range p.steps[i:] {
			if paints(step.name) || step.name == "n" {
				return step.name != "n"
			}
		}
	}
	return false
}
