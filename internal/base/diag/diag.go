// Package diag represents the problems that an author can fix: where, what, and what to write
// instead.
//
// A problem has a byte offset into its file, and nothing else about its location, until
// Locate turns the offset into line, column and excerpt. So a package that finds a problem
// needs no access to the text of the file, and problems can be cached from one build to the
// next.
//
// Excerpts and messages are shown with unseen characters made visible (unseen.go), so that
// they garble no terminal.
package diag

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Severity is whether a problem stops the build.
type Severity string

const (
	Error   Severity = "error"   // nothing is written
	Warning Severity = "warning" // reported, and the build goes on
)

// A Problem is one mistake that an author can fix.
type Problem struct {
	File     string   `json:"file"`   // slash-separated, from the root of the input tree
	Line     int      `json:"line"`   // from 1; set by Locate
	Column   int      `json:"column"` // from 1, in characters, not bytes; set by Locate
	Severity Severity `json:"severity,omitempty"`
	Message  string   `json:"message,omitempty"`
	Detail   string   `json:"detail,omitempty"` // more lines, such as a word diff
	Hint     string   `json:"hint,omitempty"`

	// Other is the other half of a disagreement; only its location is filled in.
	Other *Problem `json:"other,omitempty"`

	Unwritten string `json:"-"` // what has a placeholder in its place, "" for other problems

	Offset  int    `json:"-"` // in bytes from the start of the file
	Excerpt string `json:"-"` // the line at fault; set by Locate
}

// Errorf returns an error-level problem at a byte offset of a file.
func Errorf(file string, offset int, format string, args ...any) Problem {
	return Problem{File: file, Offset: offset, Severity: Error, Message: fmt.Sprintf(format, args...)}
}

// Warnf returns a warning at a byte offset of a file.
func Warnf(file string, offset int, format string, args ...any) Problem {
	return Problem{File: file, Offset: offset, Severity: Warning, Message: fmt.Sprintf(format, args...)}
}

// And returns the problem with the location of the other half of a disagreement.
func (p Problem) And(file string, offset int) Problem {
	p.Other = &Problem{File: file, Offset: offset}
	return p
}

// Hintf returns the problem with a hint of what to write instead.
func (p Problem) Hintf(format string, args ...any) Problem {
	p.Hint = fmt.Sprintf(format, args...)
	return p
}

// A List is some problems. A clean build has none.
type List []Problem

// Errors counts the problems that stop the build.
func (l List) Errors() (n int) {
	for _, p := range l {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// Allow returns the list with warnings in the place of some of its errors.
func (l List) Allow(allowed func(Problem) bool) List {
	out := slices.Clone(l)
	for i := range out {
		if allowed(out[i]) {
			out[i].Severity = Warning
		}
	}
	return out
}

// Locate fills in line, column and excerpt from each file's text, makes visible what the
// messages quote, and returns the list sorted by file and location, each problem once. A
// problem that is already located keeps its location. text returns "" for a file it does not
// know; such a problem is at 1:1.
func (l List) Locate(text func(file string) string) List {
	out := slices.Clone(l)
	read := map[string]*lined{}
	of := func(file string) *lined {
		if read[file] == nil {
			read[file] = newLined(text(file))
		}
		return read[file]
	}
	for i, p := range out {
		out[i] = p.located(of)
	}
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(out, func(a, b Problem) bool {
		return a.File == b.File && a.Offset == b.Offset && a.Message == b.Message
	})
}

// located returns the problem with its location, and with visible messages.
func (p Problem) located(of func(file string) *lined) Problem {
	if p.Line == 0 {
		of(p.File).locate(&p)
	}
	p.Message = Visible(p.Message)
	p.Detail = Visible(p.Detail)
	p.Hint = Visible(p.Hint)
	if p.Other != nil && p.Other.Line == 0 {
		other := *p.Other
		of(other.File).locate(&other)
		p.Other = &other
	}
	return p
}

// Shown returns the part of the line at fault that is shown, and how many characters of it are
// before the problem.
func (p Problem) Shown() (line string, before int) {
	if p.Line == 0 {
		return "", 0
	}
	line, caret := excerpt([]rune(p.Excerpt), p.Column-1)
	return line, utf8.RuneCountInString(caret)
}

// excerptWidth is how many characters of a line are shown, so that a paragraph
// written on one line does not fill the screen.
const excerptWidth = 100

// String returns the problem as file:line:col: message, the line at fault with a caret under
// the problem, and the hint.
func (p Problem) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", p.File, p.Line, p.Column)
	if p.Severity == Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(p.Message)
	p.writeExcerpt(&b)
	if p.Other != nil {
		fmt.Fprintf(&b, "\n  %s:%d:%d:", p.Other.File, p.Other.Line, p.Other.Column)
		p.Other.writeExcerpt(&b)
	}
	for line := range strings.Lines(p.Detail) {
		b.WriteString("\n  " + strings.TrimSuffix(line, "\n"))
	}
	if p.Hint != "" {
		fmt.Fprintf(&b, "\n  hint: %s", p.Hint)
	}
	return b.String()
}

// writeExcerpt writes the line at fault with a caret under the problem.
func (p Problem) writeExcerpt(b *strings.Builder) {
	if strings.TrimSpace(p.Excerpt) != "" {
		line, caret := excerpt([]rune(p.Excerpt), p.Column-1)
		fmt.Fprintf(b, "\n  %s\n  %s^", line, caret)
	}
}

// excerpt returns at most excerptWidth characters of line around column at, and the white
// space that puts a caret below that column. Unseen characters are made visible, which takes
// up room.
func excerpt(line []rune, at int) (text, indent string) {
	const near = 2 * excerptWidth
	start := max(0, min(at, len(line))-near)
	line = line[start:min(len(line), start+2*near)]
	at -= start
	upTo := line[:min(at, len(line))]
	at += utf8.RuneCountInString(Visible(string(upTo))) - len(upTo)
	line = []rune(Visible(string(line)))
	from := max(0, min(at-excerptWidth/2, len(line)-excerptWidth))
	to := min(len(line), from+excerptWidth)
	shown := slices.Clone(line[from:to])
	if from > 0 {
		shown[0] = '…'
	}
	if to < len(line) {
		shown[len(shown)-1] = '…'
	}
	return string(shown), indentTo(shown, at-from)
}

// indentTo returns the white space that is as wide as the first n characters of line.
func indentTo(line []rune, n int) string {
	indent := make([]rune, n)
	for i := range indent {
		indent[i] = ' '
		if i < len(line) && line[i] == '\t' {
			indent[i] = '\t'
		}
	}
	return string(indent)
}

// mostPrinted is how many problems a report for people has. One mistake can be thousands of
// problems, and nobody reads on from there.
const mostPrinted = 200

// Print writes the problems for a person, and their count on the last line.
func (l List) Print(w io.Writer) error {
	for _, p := range l[:min(len(l), mostPrinted)] {
		if _, err := fmt.Fprintf(w, "%s\n\n", p); err != nil {
			return err
		}
	}
	if len(l) == 0 {
		return nil
	}
	if more := len(l) - mostPrinted; more > 0 {
		if _, err := fmt.Fprintf(w, "… and %d more, which -format json lists\n", more); err != nil {
			return err
		}
	}
	errs := l.Errors()
	_, err := fmt.Fprintf(w, "%s, %s\n", count(errs, "error"), count(len(l)-errs, "warning"))
	return err
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// PrintJSON writes the problems as one JSON array.
func (l List) PrintJSON(w io.Writer) error {
	if l == nil {
		l = List{}
	}
	return EncodeJSON(w, l)
}

// EncodeJSON writes a report as JSON for editors and other programs.
func EncodeJSON(w io.Writer, report any) error {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(report); err != nil {
		return err
	}
	_, err := io.WriteString(w, Visible(text.String()))
	return err
}
