package pdf

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// extended returns the content with text that a style sheet generates in the mark of its
// box, after which Chromium writes it: the number of a list item, for example.
func (p *painting) extended() []byte {
	var out bytes.Buffer
	written := 0
	box := false // whether the mark that is open has been nothing but a box
	for i, step := range p.steps {
		switch {
		case step.name == "BDC":
			box = string(step.operands[0]) != "/Figure"
		case shows(step.name):
			box = false
		case step.name == "EMC" && box && i+1 < len(p.steps) && p.steps[i+1].name == "BT":
			n := slices.IndexFunc(p.steps[i:], func(s operator) bool { return s.name == "ET" || s.name == "BDC" })
			if n < 0 || p.steps[i+n].name != "ET" {
				continue
			}
			out.Write(p.content[written:step.start])
			out.Write(p.content[step.end:p.steps[i+n].end])
			out.WriteString("\nEMC")
			written = p.steps[i+n].end
		}
	}
	out.Write(p.content[written:])
	return out.Bytes()
}

// visible returns the content without letters that nobody sees and that only say where
// words may break. Nobody types them into a search either.
func (p *painting) visible() []byte {
	var out bytes.Buffer
	written := 0
	hidden := false
	for _, step := range p.steps {
		if step.name == "BDC" && len(step.operands) == 2 {
			text := fromUTF16(stringOf(entry(step.operands[1], "/ActualText")))
			hidden = text != "" && strings.Trim(text, "\u2060\u200B") == ""
		}
		if hidden && (shows(step.name) || step.name == "BDC" || step.name == "EMC") {
			out.Write(p.content[written:step.start])
			written = step.end
		}
		if step.name == "EMC" {
			hidden = false
		}
	}
	out.Write(p.content[written:])
	return out.Bytes()
}

// spaced returns the content with a space after each line of text that another follows.
// Chromium leaves out the one at which it breaks the line, and whoever reads the text
// without looking at it finds one word where there are two.
func (p *painting) spaced(fonts map[string]*font) []byte {
	var out bytes.Buffer
	written := 0
	var now, last textState
	line := "" // the text of the line
	for _, step := range p.steps {
		switch {
		case step.name == "Tf":
			now.font, now.size = fonts[string(step.operands[0])], float(step.operands[1])
		case step.name == "Tm":
			now.height = float(step.operands[5])
		case shows(step.name):
			// A raised number is on the same line.
			if math.Abs(now.height-last.height) > 0.8*now.size {
				if code, ok := last.font.space(); ok && endsWord(line) {
					out.Write(p.content[written:last.end])
					out.WriteString("\n" + code + " Tj")
					written = last.end
				}
				line = ""
			}
			line += now.font.shown(step)
			last = now
			last.end = step.end
		}
	}
	out.Write(p.content[written:])
	return out.Bytes()
}

// A textState is how text is shown.
type textState struct {
	font         *font
	size, height float64
	end          int // where in the content the last text ends
}

// endsWord reports whether a word ends with a line. One with a slash may be an address that
// goes on.
func endsWord(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	if line == "" || unicode.IsSpace(last) || strings.ContainsRune("-–—", last) {
		return false
	}
	words := strings.Fields(line)
	return !strings.ContainsAny(words[len(words)-1], "/@")
}

func float(s []byte) float64 {
	n, _ := strconv.ParseFloat(string(s), 64)
	return n
}
